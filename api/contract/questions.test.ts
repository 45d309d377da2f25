import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { compileRights } from '../access/rights.ts'
import { isSortable } from '../emit/graphql/inputs.ts'
import { isToMany } from '../emit/graphql/objects.ts'
import { membersInApi } from '../emit/graphql/registry.ts'
import { buildModel } from '../model/build.ts'
import type { EntityModel, FieldModel, MemberModel } from '../model/model.ts'
import { families } from '../read/operators/index.ts'
import type { TestServer } from './harness.ts'
import { at, close, documents, everyItem, everyRow, insertRow, newRecord, plainFields, selected, rightsByOne, signedIn, unknownId, type Client, type List, type Told } from './records.ts'
import { compare, fold, main, meaning, operandsFor } from './reference.ts'
import { sampleValue, type Sample } from './sample.ts'
import { startTestServer } from './server.ts'

/** Filters and sorts over every field, and relations however nested, compared with what follows plainly from the rows. */
const model = buildModel(declarations)
const rights = compileRights(model, new Set(['visitor', 'member', 'administrator']))
const readable = (name: string): boolean => rights.of(name, 'read').rows !== 'none'
const entities = [...model.entities.values()].filter(({ name }) => readable(name))

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  admin = await signedIn(server, 'admin')
})
afterAll(() => close(server))

const relationsOf = (entity: EntityModel): Exclude<MemberModel, FieldModel>[] =>
  membersInApi(entity).filter((member) => member.is !== 'field').filter((member) => !('target' in member) || readable(member.target))

/** Every row with all that filters and sorts look at. */
function rowsOf(entity: EntityModel): Promise<Told[]> {
  const fields = [...plainFields(entity).map(selected), ...relationsOf(entity).map((member) => (isToMany(member) ? `${member.name}Count` : selected(member)))]
  return everyItem(admin, entity, fields.join(' '), { filter: everyRow(entity) })
}

interface Question { readonly filter: Sample; readonly holds: (row: Told) => boolean }

/** An operand in the form of the API: exact numbers are texts there. */
function sent(field: FieldModel, operand: unknown): unknown {
  if (field.kind.name !== 'decimal' || typeof operand === 'boolean') return operand
  return Array.isArray(operand) ? operand.map(String) : String(operand)
}

function fieldQuestions(entity: EntityModel, rows: readonly Told[]): Question[] {
  return plainFields(entity).flatMap((field) => {
    const values = rows.map((row) => main(field, row[field.name]))
    const family = field.many ? 'list' : field.kind.filter
    return Object.keys(families[family]).flatMap((operator) => operandsFor(operator, values, main(field, sampleValue(field) ?? (field.kind.name === 'id' ? unknownId : undefined))).map((operand): Question => {
      const holds = meaning[operator]?.(operand) ?? (() => false)
      return { filter: { [field.name]: { [operator]: sent(field, operand) } }, holds: (row) => holds(main(field, row[field.name])) }
    }))
  })
}

function relationQuestions(entity: EntityModel, rows: readonly Told[]): Question[] {
  return relationsOf(entity).flatMap((member): Question[] => {
    const { name } = member
    if (isToMany(member)) {
      const count = (row: Told): number => Number(row[`${name}Count`])
      return [{ filter: { [name]: { some: {} } }, holds: (row) => count(row) > 0 }, { filter: { [name]: { none: {} } }, holds: (row) => count(row) === 0 }]
    }
    const id = rows.map((row) => at(row[name], 'id')).find((one) => one !== undefined)
    const presence: Question[] = [true, false].map((isEmpty) => ({ filter: { [name]: { isEmpty } }, holds: (row) => (row[name] === null) === isEmpty }))
    return id === undefined ? presence : [...presence, { filter: { [name]: member.is === 'anyOf' ? { id } : { id: { eq: id } } }, holds: (row) => at(row[name], 'id') === id }]
  })
}

/** Fifteen questions in one request: what it may hold. */
const AT_ONCE = 15
const numbers = Array.from({ length: AT_ONCE }, (_, index) => index)
const fifteen = ({ name, plural }: EntityModel): string => `query (${numbers.map((number) => `$f${number}: ${name}Filter`).join(', ')}) {
  ${numbers.map((number) => `a${number}: ${plural}(filter: $f${number}, sort: [{ id: ASC }], page: { size: 100 }) { total items { id } }`).join('\n')} }`

async function ask(entity: EntityModel, questions: readonly Question[]): Promise<(readonly string[])[]> {
  const answers: (readonly string[])[] = []
  for (let from = 0; from < questions.length; from += AT_ONCE) {
    const part = questions.slice(from, from + AT_ONCE)
    const variables = Object.fromEntries(numbers.map((number) => [`f${number}`, part[number] ? { ...everyRow(entity), and: [part[number].filter] } : { id: { in: [] } }]))
    const { data, errors } = await server.graphql<Readonly<Record<string, List>>>(fifteen(entity), variables, token)
    if (!data || errors) throw new Error(`${JSON.stringify(errors)} ${JSON.stringify(part.map(({ filter }) => filter))}`)
    answers.push(...part.map((_, number) => [String(data[`a${number}`]?.total), ...(data[`a${number}`]?.items ?? []).map(({ id }) => id)]))
  }
  return answers
}
let token: string
beforeAll(async () => { token = await server.signIn('admin@coulisses.test') })

/** What a row is sorted by: texts and titles without accents and case. */
function keyOf(member: MemberModel, row: Told): unknown {
  if (member.is !== 'field') {
    const title = at(row[member.name], '_label')
    return typeof title === 'string' ? fold(title) : null
  }
  const value = main(member, row[member.name])
  return member.kind.sort === 'folded' && typeof value === 'string' ? fold(value) : value
}

/** Empty ones last; equal ones by id. */
const ascending = (member: MemberModel) => (a: Told, b: Told): number => {
  const [one, other] = [keyOf(member, a), keyOf(member, b)]
  const empty = Number(one === null) - Number(other === null)
  return empty || (one === null ? 0 : compare(one, other)) || compare(a.id, b.id)
}

describe.each(entities)('$name', (entity) => {
  let rows: readonly Told[]
  beforeAll(async () => {
    const create = !entity.abstract && rights.of(entity.name, 'create').rows !== 'none'
    if (create) for (const whole of [true, false, true]) await newRecord(admin, entity, 'id', whole)
    else if (!entity.abstract) await insertRow(server, entity)
    rows = await rowsOf(entity)
  })

  test('is filtered by every field with every operator', async () => {
    expect(rows.length).toBeGreaterThan(0)
    const questions = [...fieldQuestions(entity, rows), ...relationQuestions(entity, rows)]
    const answers = await ask(entity, questions)
    const wanted = questions.map(({ holds }) => rows.filter(holds).map(({ id }) => id).toSorted(compare))
    for (const [index, { filter }] of questions.entries()) {
      const found = wanted[index] ?? []
      expect({ filter, found: answers[index] }).toEqual({ filter, found: [String(found.length), ...found.slice(0, 100)] })
    }
  })

  test('is filtered by conditions that are joined and turned round', async () => {
    const questions = fieldQuestions(entity, rows).slice(0, 20)
    const pairs = questions.slice(1).map((one, index) => [one, questions[index] ?? one] as const)
    const joined: Question[] = pairs.flatMap(([a, b]) => [
      { filter: { and: [a.filter, b.filter] }, holds: (row: Told) => a.holds(row) && b.holds(row) },
      { filter: { or: [a.filter, { not: b.filter }] }, holds: (row: Told) => a.holds(row) || !b.holds(row) },
    ])
    const answers = await ask(entity, joined)
    expect(answers.map(([total]) => total)).toEqual(joined.map(({ holds }) => String(rows.filter(holds).length)))
  })

  test('is sorted by every field in both directions', async () => {
    const sortable = membersInApi(entity).filter(isSortable).filter((member) => !('target' in member) || readable(member.target))
    for (const member of sortable) {
      const wanted = rows.toSorted(ascending(member)).map(({ id }) => id)
      for (const direction of ['ASC', 'DESC']) {
        const { items } = await admin.ask<List>(documents(entity).list('id'), { filter: everyRow(entity), sort: [{ [member.name]: direction }], page: { size: 100 } })
        const expected = direction === 'ASC' ? wanted : wanted.toReversed()
        expect({ [member.name]: direction, ids: items.map(({ id }) => id) }).toEqual({ [member.name]: direction, ids: expected.slice(0, 100) })
      }
    }
  })

  test('is read with all its relations, and theirs, in one statement, however many rows', async () => {
    const inner = (target: string): string => relationsOf(model.entities.get(target) ?? entity).filter((member) => !isToMany(member)).map(selected).join(' ')
    const relation = (member: Exclude<MemberModel, FieldModel>): string =>
      'target' in member ? `${member.name}${isToMany(member) ? '(limit: 3)' : ''} { id _label ${inner(member.target)} } ${isToMany(member) ? `${member.name}Count` : ''}` : selected(member)
    const fields = `_label ${plainFields(entity).map(selected).join(' ')} ${relationsOf(entity).map(relation).join(' ')}`
    const statements = async (run: () => Promise<unknown>): Promise<number> => {
      const before = server.statements()
      await run()
      return server.statements() - before
    }
    const signIn = await statements(() => server.graphql('{ __typename }', {}, token))
    for (const size of [1, 25]) {
      expect(await statements(() => admin.ask(documents(entity).list(fields), { page: { size } })) - signIn).toBe(1)
    }
    expect(await statements(() => admin.ask(documents(entity).one(fields), { id: rows[0]?.id })) - signIn).toBe(1)
    expect(await statements(() => admin.ask(documents(entity).byIds(fields), { ids: rows.slice(0, 10).map(({ id }) => id) })) - signIn).toBe(1)
  })
})
