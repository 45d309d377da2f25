import { flag, text, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { RemoteError } from '../remote/remoteError.ts'
import { selectionFor } from '../things/selection.ts'
import { inputFrom, zoneTyped } from '../things/value.ts'
import { optionName, writable, type Field, type Thing } from '../things/types.ts'
import { recordIn, writeRecord } from './show.ts'
import { firstLine } from './standardInput.ts'

/** What was given by options, field by field. */
export async function typedFields(fields: readonly Field[], given: Given): Promise<Map<Field, string>> {
  const typed = new Map<Field, string>()
  for (const field of fields) {
    const said = text(given, optionName(field.name))
    if (said !== undefined) typed.set(field, said)
    if (field.kind === 'secret' && flag(given, 'password-stdin')) typed.set(field, await firstLine())
  }
  return typed
}

/** Creates a record; on a terminal asks for what is missing. */
export async function create(thing: Thing, context: Context, given: Given): Promise<void> {
  const fields = writable(thing, 'create')
  const said = await typedFields(fields, given)
  const missing = fields.filter((field) => field.required && !said.has(field))
  if (missing.length > 0 && !context.interactive) throw misuse({ fr: 'Il manque {names}.', en: '{names} missing.' }, { names: missing.map(({ name, kind }) => (kind === 'secret' ? '--password-stdin' : `--${optionName(name)}`)).join(', ') })
  // Nothing given: everything is asked, what is optional too.
  const typed = missing.length === 0 ? said : await (await context.later()).askMissing(context, said.size === 0 ? fields : missing, said)
  const input = await inputFrom(context, typed, zoneTyped(typed))
  const trial = flag(given, 'dry-run')
  const { document, variables } = thing.create(input, selectionFor(thing.fields))
  const answer = await context.remote.ask(document, variables, trial).catch((error: unknown) => wouldJoin(error))
  if ('joins' in answer) return context.out.note(answer.joins)
  const row = recordIn(thing, context, answer)
  const name = row['number'] === undefined || row['number'] === null || trial ? '' : ` ${String(row['number'])}`
  const what = context.say(thing.label)
  context.out.note(trial ? context.say({ fr: '{what} : serait créé. Rien n’a été fait.', en: '{what}: would be created. Nothing was done.' }, { what })
    : context.colours.good(context.say({ fr: '{what}{name} : créé.', en: '{what}{name}: created.' }, { what, name })))
  await writeRecord(thing, context, given, row)
}

/** Somebody whom the house knows already: of him a trial tells no more. */
function wouldJoin(error: unknown): { readonly joins: string } {
  const fault = error instanceof RemoteError ? error.faults.find(({ reason }) => reason === 'wouldJoin') : undefined
  if (!fault) throw error
  return { joins: fault.message }
}
