import { readFileSync } from 'node:fs'
import { buildSchema, isInputObjectType, parse, validate } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { fakeServer, answerJson } from '../test/fakeServer.ts'
import { person } from '../test/program.ts'
import { things } from './index.ts'
import { selectionOf } from './selection.ts'
import { optionName, writable, type Field, type Thing } from './types.ts'

// What the command line asks is written by hand; here it is held against the schema that is checked in.
const schema = buildSchema(readFileSync('api/generated/schema.graphql', 'utf8'))
const faults = (document: string): string[] => validate(schema, parse(document)).map(({ message }) => message)

interface Asked { readonly list: string; readonly fields: readonly { readonly path: string }[]; readonly sort: readonly Record<string, string>[] }
/** What an export asks, as the list that it is of. Decimals are what it makes of amounts. */
const asDocument = ({ list, fields, sort }: Asked): string =>
  `{ ${list}(sort: [${sort.flatMap(Object.entries).map(([name, direction]) => `{ ${name}: ${String(direction)} }`).join(', ')}]) { items { ${selectionOf(fields.map(({ path }) => path.replace(/\.decimal$/, '.amount')))} } } }`

const id = '01890000-0000-7000-8000-000000000000'
const documents: string[] = []
/** Answers anything with one record that has every name. */
const server = await fakeServer((request, response, body) => {
  if (request.url === '/export') {
    documents.push(asDocument(JSON.parse(body) as Asked))
    return answerJson(response, [])
  }
  const { query } = JSON.parse(body) as { query: string }
  documents.push(query)
  const record = { id, version: 1, number: 1 }
  const list = { items: [record], pageInfo: { hasNextPage: false, endCursor: null } }
  answerJson(response, { data: { record, page: list, found: list, list, me: { id, fullName: 'A' } } })
})
afterAll(() => server.close())
const somebody = person(server.url, { COULISSES_TOKEN: 'a.b.c' })

const sample = (field: Field): string => {
  if (field.choices) return field.choices[0]?.value ?? ''
  return { email: 'a@b.c', count: '5', money: '12.50', day: '2023-06-04', instant: '2023-06-04 13:00', zoned: '2023-06-04 13:00', zone: 'Europe/Paris' }[field.kind as string] ?? 'x'
}
const options = (thing: Thing, verb: 'create' | 'update'): string[] => writable(thing, verb).flatMap((field) => (field.kind === 'secret' ? ['--password-stdin'] : [`--${optionName(field.name)}`, sample(field)]))

/** Every command with every option that it takes. */
const lines: string[][] = things.flatMap((thing) => [
  [thing.name, 'list', ...thing.filters.flatMap(({ option }) => (option.value ? [`--${option.name}`, option.choices?.[0] ?? (['from', 'to'].includes(option.name) ? 'today' : 'x')] : [`--${option.name}`]))],
  ...thing.fields.filter(({ sort }) => sort !== undefined).map(({ name }) => [thing.name, 'list', '--json', '--sort', name]),
  [thing.name, 'show', 'x'], [thing.name, 'create', ...options(thing, 'create')], [thing.name, 'update', 'x', ...options(thing, 'update')],
])
const further: string[][] = [
  ['contract', 'sign', '1', '--yes'], ['contract', 'pay', '1', '12.50', '--yes', '--on', 'today', '--method', 'cheque'], ['contract', 'payments', '1'], ['event', 'assign', '1', 'x'], ['client', 'reassign', '1', 'x'], ['collaborator', 'delete', 'x', '--yes'],
  ...['client', 'contract', 'event'].flatMap((name) => [[name, 'comment', '1', 'hello'], [name, 'comments', '1']]), ['whoami'], ['notifications', '--read'], ['password', '--password-stdin'],
  ...things.map(({ name }) => ['export', `${name}s`]),
]

describe.each([...lines, ...further].map((line) => [line.join(' '), line] as const))('crm %s', (_name, line) => {
  test('asks what the API has', async () => {
    documents.length = 0
    const { code, err } = await somebody.pipe('a password of mine\n', ...line)
    expect([code, code === 0 ? '' : err]).toEqual([0, ''])
    expect(documents.length).toBeGreaterThan(0)
    for (const document of documents) expect(faults(document)).toEqual([])
  })
})

test('every command is tried here', () => {
  const tried = new Set([...lines, ...further].map((line) => line.slice(0, ['whoami', 'notifications', 'password'].includes(line[0] ?? '') ? 1 : 2).join(' ')))
  const local = new Set(['login', 'logout', 'completion', 'man', 'ui', 'import list', 'import clients', 'import undo'])
  expect(commands.map(({ path }) => path.join(' ')).filter((path) => !tried.has(path) && !local.has(path))).toEqual([])
})

test('what is written has a place in the inputs, and orders among the sort keys', () => {
  for (const thing of things.filter(({ name }) => name !== 'collaborator')) {
    for (const verb of ['create', 'update'] as const) {
      const type = schema.getType(`${thing.type}${verb === 'create' ? 'Create' : 'Update'}Input`)
      const known = isInputObjectType(type) ? Object.keys(type.getFields()) : []
      expect(writable(thing, verb).filter(({ kind }) => kind !== 'zone').map(({ input }) => input).filter((input) => !known.includes(input ?? ''))).toEqual([])
    }
  }
  for (const thing of things) {
    const type = schema.getType(`${thing.type}Sort`)
    const known = isInputObjectType(type) ? Object.keys(type.getFields()) : []
    expect(thing.fields.flatMap(({ sort }) => (sort !== undefined && !known.includes(sort) ? [sort] : []))).toEqual([])
  }
})

test('filters name what the API filters by', async () => {
  for (const thing of things) {
    const type = schema.getType(`${thing.type}Filter`)
    const known = isInputObjectType(type) ? Object.keys(type.getFields()) : []
    for (const { option, where } of thing.filters) {
      const context = { say: ({ en }: { en: string }) => en, remote: { ask: () => Promise.resolve({ data: { me: { id, fullName: 'A' }, found: { items: [{ id }] } }, refused: [] }) } } as never
      const filter = await where(option.choices?.[0] ?? 'today', { context, given: { words: [], options: new Map() } })
      expect(Object.keys(filter as object).filter((name) => !known.includes(name))).toEqual([])
    }
  }
})
