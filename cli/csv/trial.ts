import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { fill } from '../text/labels.ts'
import { RemoteError, type RemoteFault } from '../remote/remoteError.ts'
import { isObject, type Json } from '../remote/graphql.ts'
import { inputFrom } from '../things/value.ts'
import type { Field, Thing } from '../things/types.ts'
import type { Columns } from './columns.ts'
import { withoutGuard, type Line } from './read.ts'
import { USUAL_ZONE } from '../time/zone.ts'

/** What would become of a line, or has. */
export interface Outcome {
  readonly line: number
  /** The words by which people know it. */
  readonly name: string
  readonly is: 'new' | 'there' | 'faulty'
  readonly why: string
  readonly input?: Readonly<Record<string, Json>> | undefined
  readonly id?: string
}

/** As many mutations as one document may hold. */
const TOGETHER = 5

/** Understands the lines by themselves: values that no server needs to see to refuse them, and lines that stand twice. */
export async function readLines(context: Context, rows: readonly Line[], { fields }: Columns): Promise<Outcome[]> {
  const seen = new Map<string, number>()
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const outcome = await readLine(context, row, fields)
    const key = JSON.stringify(outcome.input)
    const before = outcome.is === 'new' ? seen.get(key) : undefined
    if (outcome.is === 'new' && before === undefined) seen.set(key, row.line)
    outcomes.push(before === undefined ? outcome : { ...outcome, is: 'there', why: context.say({ fr: 'comme la ligne {line}', en: 'the same as line {line}' }, { line: before }) })
  }
  return outcomes
}

async function readLine(context: Context, { line, cells }: Line, fields: Columns['fields']): Promise<Outcome> {
  const typed = new Map(fields.flatMap((field, index): [Field, string][] => {
    const value = withoutGuard((cells[index] ?? '').trim())
    return field && value !== '' ? [[field, value]] : []
  }))
  const name = fields.map((field, index) => (field?.kind === 'text' ? cells[index] : '')).find((cell) => cell) ?? ''
  const faulty = (why: string): Outcome => ({ line, name, is: 'faulty', why })
  if (cells.length !== fields.length) return faulty(context.say({ fr: '{found} colonnes au lieu de {wanted}', en: '{found} columns instead of {wanted}' }, { found: cells.length, wanted: fields.length }))
  const missing = fields.find((field) => field?.required && !typed.has(field))
  if (missing) return faulty(context.say({ fr: '{name} : obligatoire', en: '{name}: required' }, { name: missing.name }))
  try {
    return { line, name, is: 'new', why: '', input: await inputFrom(context, typed, USUAL_ZONE) }
  } catch (error) {
    if (error instanceof Failure && error.exit === 2) return faulty(fill(error.text[context.locale], error.values).replace(/^--/, ''))
    throw error
  }
}

/** Sends new lines, a few at a time; `trial` only tries them. Tells of each group as soon as it is answered. */
export async function* sendLines(context: Context, thing: Thing, lines: readonly Outcome[], trial: boolean, before: (group: readonly Outcome[]) => void): AsyncGenerator<readonly Outcome[]> {
  const fresh = lines.filter(({ is }) => is === 'new')
  for (let at = 0; at < fresh.length; at += TOGETHER) {
    const group = fresh.slice(at, at + TOGETHER)
    before(group)
    yield await sendGroup(context, thing, group, trial)
  }
}

async function sendGroup(context: Context, thing: Thing, group: readonly Outcome[], trial: boolean): Promise<Outcome[]> {
  const declared = group.map((_, index) => `$input${index}: ${thing.type}CreateInput!`).join(', ')
  const asked = group.map((_, index) => `line${index}: create${thing.type}(input: $input${index}) { id }`).join(' ')
  const variables = Object.fromEntries(group.map(({ input }, index) => [`input${index}`, input ?? {}]))
  const { data, refused } = await answered(context, `mutation Import(${declared}) { ${asked} }`, variables, trial)
  return group.map((outcome, index): Outcome => {
    const fault = refused.find(({ path }) => path[0] === `line${index}`)
    const made = data[`line${index}`]
    if (!fault) return isObject(made) ? { ...outcome, id: String(made['id']) } : { ...outcome, is: 'faulty', why: '?' }
    // The house knows the record already: the real import joins it.
    if (trial && fault.reason === 'wouldJoin') return { ...outcome, why: fault.message }
    const why = fault.fields.length > 0 ? fault.fields.map(({ path, message }) => (path === '' ? message : `${path} : ${message}`)).join(' · ') : fault.message
    return { ...outcome, is: fault.code === 'CONFLICT' ? 'there' : 'faulty', why }
  })
}

type Told = { readonly data: Readonly<Record<string, Json>>; readonly refused: readonly RemoteFault[] }

/** Each line is a transaction of its own: what one of them is refused for says nothing of the others. */
async function answered(context: Context, document: string, variables: Readonly<Record<string, Json>>, trial: boolean): Promise<Told> {
  try {
    return await context.remote.ask(document, variables, trial)
  } catch (error) {
    if (error instanceof RemoteError && error.faults.every(({ path }) => /^line\d$/.test(path[0] ?? ''))) return { data: error.data, refused: error.faults }
    throw error
  }
}
