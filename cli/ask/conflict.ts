import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import type { Json } from '../remote/graphql.ts'
import { sideText, type Conflict } from '../things/conflict.ts'
import type { Thing } from '../things/types.ts'
import { askChoice } from './prompt.ts'

/** Shows both sides of each field that clashes. @returns the API's names of those that stay as the other person left them */
export async function askConflict(context: Context, thing: Thing, { clashes }: Conflict): Promise<Set<string>> {
  context.out.note(context.colours.warning(context.say({ fr: 'Quelqu’un a modifié la même fiche entre-temps.', en: 'Somebody changed the same record meanwhile.' })))
  const theirs = new Set<string>()
  for (const clash of clashes) {
    const field = thing.fields.find(({ input }) => input === clash.field)
    const side = (value: Json): string => clean(sideText(field, clash.field, value, context.locale))
    context.out.note(`${field ? context.say(field.label) : clean(clash.field)} ${context.colours.faint(`(${context.say({ fr: 'avant', en: 'before' })} : ${side(clash.base)})`)}`)
    const kept = await askChoice(context.say({ fr: 'Garder quelle valeur ?', en: 'Keep which value?' }), [
      { value: 'mine', name: context.say({ fr: 'la mienne : {value}', en: 'mine: {value}' }, { value: side(clash.mine) }) },
      { value: 'theirs', name: context.say({ fr: 'la sienne : {value}', en: 'theirs: {value}' }, { value: side(clash.theirs) }) },
    ])
    if (kept === 'theirs') theirs.add(clash.field)
  }
  return theirs
}
