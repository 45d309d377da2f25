import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { cleanLines, json } from '../out/clean.ts'
import { measureFor, pad } from '../out/width.ts'
import { isObject, type Answer } from '../remote/graphql.ts'
import { resolve } from '../things/resolve.ts'
import { selectionFor } from '../things/selection.ts'
import { dataOf, textOf, type Row } from '../things/shown.ts'
import type { Thing } from '../things/types.ts'

/** Everything of one record. */
export async function show(thing: Thing, context: Context, given: Given): Promise<void> {
  const { id } = await resolve(context, thing, given.words.join(' '))
  await writeRecord(thing, context, given, await readRecord(thing, context, id))
}

export async function readRecord(thing: Thing, context: Context, id: string): Promise<Row> {
  return recordIn(thing, context, await context.remote.ask(`query Show($id: ID!) { record: ${thing.one}(id: $id) { ${selectionFor(thing.fields)} } }`, { id }))
}

/** The record of an answer. */
export function recordIn(thing: Thing, context: Context, { data }: Answer): Row {
  const record = data['record']
  if (!isObject(record)) throw new Failure(1, { fr: '{what} : introuvable, ou hors de votre accès.', en: '{what}: not found, or not yours to see.' }, { what: context.say(thing.label) })
  return record
}

export async function writeRecord(thing: Thing, { out, locale, colours }: Context, given: Given, row: Row): Promise<void> {
  const fields = thing.fields.filter(({ read }) => read !== undefined)
  if (flag(given, 'json')) {
    await out.line(json({ id: row['id'], version: row['version'], ...Object.fromEntries(fields.map((field) => [field.name, dataOf(field)(row)])) }, 2))
    return
  }
  const measure = await measureFor(fields.map(({ label }) => label[locale]))
  const width = Math.max(...fields.map(({ label }) => measure(label[locale])))
  for (const field of fields) {
    const [first = '', ...rest] = cleanLines(textOf(field, row, locale))
    await out.line(`${colours.faint(pad(field.label[locale], width))}  ${first}`.trimEnd())
    for (const text of rest) await out.line(`${' '.repeat(width)}  ${text}`.trimEnd())
  }
}
