import { flag, text, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { RemoteError } from '../remote/remoteError.ts'
import type { Json } from '../remote/graphql.ts'
import { conflictOf, mergedInput } from '../things/conflict.ts'
import { resolve } from '../things/resolve.ts'
import { inputFrom, zoneTyped } from '../things/value.ts'
import { zoneOf, type Row } from '../things/shown.ts'
import { selectionFor } from '../things/selection.ts'
import { writable, type Thing } from '../things/types.ts'
import { typedFields } from './create.ts'
import { readRecord, recordIn, writeRecord } from './show.ts'
import { USUAL_ZONE } from '../time/zone.ts'

/** Changes what is given, and nothing else; without options asks what to change. */
export async function update(thing: Thing, context: Context, given: Given): Promise<void> {
  const { id } = await resolve(context, thing, given.words.join(' '))
  const row = await readRecord(thing, context, id)
  const fields = writable(thing, 'update')
  const said = await typedFields(fields, given)
  if (said.size === 0 && !context.interactive) throw misuse({ fr: 'update : rien à modifier. crm {name} update --help.', en: 'update: nothing to change. crm {name} update --help.' }, { name: thing.name })
  const typed = said.size > 0 ? said : await (await context.later()).askChanges(context, fields, row)
  const start = fields.find(({ kind }) => kind === 'zoned')
  const input = await inputFrom(context, typed, zoneTyped(typed, start ? zoneOf(start, row) : USUAL_ZONE))
  const trial = flag(given, 'dry-run')
  const saved = Object.keys(input).length > 0 ? await save(thing, context, { id, input, version: versionOf(given, row), trial }) : undefined
  const what = context.say(thing.label)
  if (!saved) context.out.note(context.say({ fr: 'Rien n’a été modifié.', en: 'Nothing was changed.' }))
  else if (trial) context.out.note(context.say({ fr: '{what} : serait modifié ainsi. Rien n’a été fait.', en: '{what}: would become this. Nothing was done.' }, { what }))
  else context.out.note(context.colours.good(context.say({ fr: '{what} : enregistré.', en: '{what}: saved.' }, { what })))
  await writeRecord(thing, context, given, saved ?? row)
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
  readonly trial?: boolean
}

/** Saves; where somebody changed the same meanwhile, asks whose stays. @returns the record, where something was written */
export async function save(thing: Thing, context: Context, change: Change): Promise<Row | undefined> {
  let { input, version } = change
  for (;;) {
    try {
      const { document, variables } = thing.update(change.id, input, version, selectionFor(thing.fields))
      return recordIn(thing, context, await context.remote.ask(document, variables, change.trial))
    } catch (error) {
      const conflict = error instanceof RemoteError ? conflictOf(error) : undefined
      if (!conflict || !context.interactive) throw error
      const { askConflict } = await context.later()
      input = mergedInput(input, await askConflict(context, thing, conflict))
      version = conflict.version
      if (Object.keys(input).length === 0) return undefined
    }
  }
}
