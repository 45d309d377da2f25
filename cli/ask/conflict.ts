import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import type { Json } from '../remote/graphql.ts'
import type { Conflict } from '../things/conflict.ts'
import { textOf } from '../things/shown.ts'
import type { Field, Thing } from '../things/types.ts'
import { askChoice } from './prompt.ts'

/** Shows both sides of each field that clashes. @returns the API's names of those that stay as the other person left them */
export async function askConflict(context: Context, thing: Thing, { clashes }: Conflict): Promise<Set<string>> {
  context.out.note(context.colours.warning(context.say({ fr: 'Quelqu’un a modifié la même fiche entre-temps.', en: 'Somebody changed the same record meanwhile.' })))
  const theirs = new Set<string>()
  for (const clash of clashes) {
    const field = thing.fields.find(({ input }) => input === clash.field)
    const side = (value: Json): string => clean(sideText(context, field, clash.field, value)) || '—'
    context.out.note(`${field ? context.say(field.label) : clean(clash.field)} ${context.colours.faint(`(${context.say({ fr: 'avant', en: 'before' })} : ${side(clash.base)})`)}`)
    const kept = await askChoice(context.say({ fr: 'Garder quelle valeur ?', en: 'Keep which value?' }), [
      { value: 'mine', name: context.say({ fr: 'la mienne : {value}', en: 'mine: {value}' }, { value: side(clash.mine) }) },
      { value: 'theirs', name: context.say({ fr: 'la sienne : {value}', en: 'theirs: {value}' }, { value: side(clash.theirs) }) },
    ])
    if (kept === 'theirs') theirs.add(clash.field)
  }
  return theirs
}

/** As the field shows it; a record that is told by its id stays an id. */
function sideText({ locale }: Context, field: Field | undefined, name: string, value: Json): string {
  if (value === null) return ''
  if (!field || field.target) return typeof value === 'string' ? value : JSON.stringify(value)
  return textOf({ ...field, read: name }, { [name]: value }, locale)
}
