import { text, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { RemoteError } from '../remote/remoteError.ts'
import type { Json } from '../remote/graphql.ts'
import { conflictOf, mergedInput } from '../things/conflict.ts'
import { resolve } from '../things/resolve.ts'
import { inputFrom, zoneTyped } from '../things/value.ts'
import { USUAL_ZONE, zoneOf, type Row } from '../things/shown.ts'
import type { Thing } from '../things/types.ts'
import { typedFields, writable } from './create.ts'
import { readRecord, writeRecord } from './show.ts'

/** Changes what is given, and nothing else; without options asks what to change. */
export async function update(thing: Thing, context: Context, given: Given): Promise<void> {
  const { id } = await resolve(context, thing, given.words.join(' '))
  const row = await readRecord(thing, context, id)
  const fields = writable(thing, 'update')
  const said = await typedFields(fields, given)
  if (said.size === 0 && !context.interactive) throw misuse({ fr: 'update : rien à modifier. crm {name} update --help.', en: 'update: nothing to change. crm {name} update --help.' }, { name: thing.name })
  const typed = said.size > 0 ? said : await (await import('../ask/form.ts')).askChanges(context, fields, row)
  const start = fields.find(({ zone }) => zone !== undefined)
  const input = await inputFrom(context, typed, zoneTyped(typed, start ? zoneOf(start, row) : USUAL_ZONE))
  const saved = Object.keys(input).length > 0 && await save(thing, context, { id, input, version: versionOf(given, row) })
  context.out.note(saved ? context.colours.good(context.say({ fr: '{what} : enregistré.', en: '{what}: saved.' }, { what: context.say(thing.label) })) : context.say({ fr: 'Rien n’a été modifié.', en: 'Nothing was changed.' }))
  await writeRecord(thing, context, given, saved ? await readRecord(thing, context, id) : row)
}

/** The version that was read; a script says which one it read before. */
function versionOf(given: Given, row: Row): number {
  const said = text(given, 'expected-version')
  if (said === undefined) return Number(row['version'])
  if (!/^\d{1,9}$/.test(said)) throw misuse({ fr: '--expected-version : un nombre.', en: '--expected-version: a number.' })
  return Number(said)
}

export interface Change {
  readonly id: string
  readonly input: Readonly<Record<string, Json>>
  readonly version: number
}

/** Saves; where somebody changed the same meanwhile, asks whose stays. @returns whether something was written */
export async function save(thing: Thing, context: Context, change: Change): Promise<boolean> {
  let { input, version } = change
  for (;;) {
    try {
      await context.remote.ask(`mutation Update($id: ID!, $input: ${thing.inputs.update}!, $version: Int) { ${thing.update}(id: $id, input: $input, expectedVersion: $version) { id } }`, { id: change.id, input, version })
      return true
    } catch (error) {
      const conflict = error instanceof RemoteError ? conflictOf(error) : undefined
      if (!conflict || !context.interactive) throw error
      const { askConflict } = await import('../ask/conflict.ts')
      input = mergedInput(input, await askConflict(context, thing, conflict))
      version = conflict.version
      if (Object.keys(input).length === 0) return false
    }
  }
}
