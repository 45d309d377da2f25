import { createHash } from 'node:crypto'
import { buildClientSchema, getIntrospectionQuery, getNamedType, isCompositeType, isEnumType, isObjectType, type GraphQLField, type GraphQLSchema, type IntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { unconnected } from '../emit/graphql/engines.ts'
import { emitGraphql } from '../emit/graphql/index.ts'
import { operationNames } from '../emit/graphql/operations.ts'
import { shieldRules, withoutRule } from '../emit/shield/rules.ts'
import { buildModel } from '../model/build.ts'
import { entityOf, type EntityModel } from '../model/model.ts'
import { modules } from '../modules/index.ts'
import { operationsOf } from '../write/types.ts'
import type { Answer, TestServer } from './harness.ts'
import { fieldsOf, rootDocuments as documentsOf, type RootDocument } from './operations.ts'
import { at, close, everything, insertRow, unknownId } from './records.ts'
import { startTestServer } from './server.ts'

/** Who may what: everything is refused that no grant gives, and introspection tells each caller exactly what he may. */
const model = buildModel(declarations)
const added = operationsOf(modules)
const whole = emitGraphql(model, added, unconnected)
const entities = [...model.entities.values()]
const accounts = ['visitor', 'partner', 'employee', 'administrator'] as const
type Account = (typeof accounts)[number]

let server: TestServer
const tokens = new Map<Account, string>()
const shown = new Map<Account, GraphQLSchema>()
let counts: unknown

beforeAll(async () => {
  server = await startTestServer()
  for (const [account, login] of [['partner', 'partner'], ['employee', 'employee'], ['administrator', 'admin']] as const) tokens.set(account, await server.signIn(`${login}@coulisses.test`))
  for (const account of accounts) {
    const { data } = await server.graphql<IntrospectionQuery>(getIntrospectionQuery(), {}, tokens.get(account))
    if (!data) throw new Error('no introspection')
    shown.set(account, buildClientSchema(data))
  }
  await register([...visitorDocuments()])
  for (const login of ['partner', 'employee']) {
    await server.sql('update file_asset set created_by_id = (select id from "user" where email = $1) where id = $2', [`${login}@coulisses.test`, await insertRow(server, entityOf(model, 'FileAsset'))])
  }
  await server.sql(`insert into comment (subject_entity, subject_id, body, state, author_id) select 'Client', c.id, 'Vu.', 'VISIBLE', u.id from client c, "user" u
    where 'CASTING' = any(c.lines) and u.email = 'employee@coulisses.test' limit 1`)
  counts = await everything(server)
})
afterAll(() => close(server))

const schemaOf = (account: Account): GraphQLSchema => shown.get(account) ?? whole

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Visitors run registered documents only; the registry reads them all when it is first asked. */
async function register(texts: readonly string[]): Promise<void> {
  const values = texts.flatMap((text, index) => [`Document ${index}`, sha256(text), text])
  for (let from = 0; from < values.length; from += 3_000) {
    const part = values.slice(from, from + 3_000)
    const rows = Array.from({ length: part.length / 3 }, (_, index) => `($${index * 3 + 1}, $${index * 3 + 2}, $${index * 3 + 3}, 'SITE', 'ACTIVE')`)
    await server.sql(`insert into persisted_query (name, hash, document, client, state) values ${rows.join(', ')} on conflict do nothing`, part)
  }
}

async function run(account: Account, document: string, variables: object = {}): Promise<Answer<unknown>> {
  if (account !== 'visitor') return server.graphql<unknown>(document, { ...variables }, tokens.get(account))
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ documentId: `sha256:${sha256(document)}`, variables }) })
  return { status: response.status, ...(await response.json() as Pick<Answer<unknown>, 'data' | 'errors'>) }
}

const codes = ({ errors }: Answer<unknown>): unknown[] => [...new Set(errors?.map(({ extensions }) => extensions.code))]

/** A field with what must be asked of it: all that is shown of a value, the id of a record. */
function asked(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return field.name
  const isEntity = model.entities.has(type.name)
  const inner = isObjectType(type) && !isEntity ? Object.values(type.getFields()).map(asked) : ['__typename']
  const limit = field.args.some(({ name }) => name === 'limit') ? '(limit: 1)' : ''
  return `${field.name}${limit} { ${inner.join(' ')} }`
}

const rootNames = (schema: GraphQLSchema, kind: 'Query' | 'Mutation'): ReadonlySet<string> => new Set(fieldsOf(schema, kind).map(({ name }) => name))

/** Everything that an account is shown of an entity, in one document each for the list and the record. */
const listDocument = (account: Account, entity: EntityModel): string =>
  `{ answer: ${operationNames(entity).list}(page: { size: 2 }) { total items { ${fieldsOf(schemaOf(account), entity.name).map(asked).join(' ')} } pageInfo { hasNextPage } } }`
const oneDocument = (account: Account, entity: EntityModel): string =>
  `query ($id: ID!) { answer: ${operationNames(entity).one}(id: $id) { ${fieldsOf(schemaOf(account), entity.name).map(asked).join(' ')} } }`
const byIdsDocument = (entity: EntityModel): string => `query ($ids: [ID!]!) { answer: ${operationNames(entity).byIds}(ids: $ids) { __typename } }`
/** One document for each field that he is not shown. */
const hiddenDocuments = (account: Account, entity: EntityModel): string[] => {
  const seen = new Set(fieldsOf(schemaOf(account), entity.name).map(({ name }) => name))
  return fieldsOf(whole, entity.name).filter(({ name }) => !seen.has(name)).map((field) => `{ answer: ${operationNames(entity).list}(page: { size: 1 }) { items { id ${asked(field)} } } }`)
}
const rootDocuments = (entity: EntityModel): readonly RootDocument[] => documentsOf(whole, added, entity)

function* visitorDocuments(): Generator<string> {
  for (const entity of entities) {
    yield* rootDocuments(entity).map(([, , document]) => document)
    if (fieldsOf(schemaOf('visitor'), entity.name).length === 0) continue
    yield listDocument('visitor', entity)
    yield oneDocument('visitor', entity)
    yield byIdsDocument(entity)
    yield* hiddenDocuments('visitor', entity)
  }
}

const idsIn = (answer: unknown): string[] => {
  const items = at(answer, 'answer', 'items')
  return Array.isArray(items) ? items.map((item) => String(at(item, 'id'))) : []
}

const META = '{ adminMeta { resources { name operations { one list byIds create update delete updateMany deleteMany } fields { name read filter sort create update } } } }'

const flagged = (resource: unknown, key: string): string[] => {
  const fields = at(resource, 'fields')
  return Array.isArray(fields) ? fields.filter((field) => at(field, key) === true).map((field) => String(at(field, 'name'))).toSorted() : []
}

/** Members of an entity that a type of a schema has. */
function membersIn(schema: GraphQLSchema, entity: EntityModel, type: string): string[] {
  const found = schema.getType(type)
  return found && 'getFields' in found ? Object.keys(found.getFields()).filter((name) => entity.members.has(name)).toSorted() : []
}

test('every coordinate of the schema has a rule', () => {
  expect(withoutRule(whole, shieldRules(model, added, whole))).toEqual([])
})

describe.each(entities)('$name', (entity) => {
  test('is refused, root field by root field, to whoever is not signed in and writes his own document', async () => {
    for (const [, , document] of rootDocuments(entity)) {
      const answer = await server.graphql(document)
      expect({ document, status: answer.status, codes: codes(answer) }).toEqual({ document, status: 401, codes: ['UNAUTHENTICATED'] })
      expect(answer.errors).toHaveLength(1)
      expect(answer.data ?? null).toBeNull()
    }
  })

  test.each(accounts)('offers %s the root fields that he is shown, and refuses the others', async (account) => {
    for (const [kind, field, document] of rootDocuments(entity)) {
      const may = rootNames(schemaOf(account), kind).has(field)
      const refused = account === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      const told = codes(await run(account, document))
      if (!may) expect({ document, told }).toEqual({ document, told: [refused] })
      else expect({ document, told: told.filter((code) => code === refused || code === 'INTERNAL_SERVER_ERROR') }).toEqual({ document, told: [] })
    }
  })

  test.each(accounts)('answers %s every field that he is shown, and refuses the others', async (account) => {
    if (!rootNames(schemaOf(account), 'Query').has(operationNames(entity).list)) return
    const list = await run(account, listDocument(account, entity))
    expect({ entity: entity.name, errors: list.errors }).toEqual({ entity: entity.name, errors: undefined })
    const [id] = idsIn(list.data)
    const one = await run(account, oneDocument(account, entity), { id: id ?? unknownId })
    expect(codes(one)).toEqual(id === undefined ? ['NOT_FOUND'] : [])
    expect((await run(account, byIdsDocument(entity), { ids: id === undefined ? [] : [id] })).errors).toBeUndefined()
    for (const document of hiddenDocuments(account, entity)) {
      const answer = await run(account, document)
      // Without a row there is nothing of which the field could be refused.
      expect({ document, codes: codes(answer) }).toEqual({ document, codes: idsIn(answer.data).length === 0 && !answer.errors ? [] : [account === 'visitor' ? 'UNAUTHENTICATED' : 'FORBIDDEN'] })
    }
  })

  test.each(accounts)('shows in the back office of %s as far as it does in his schema', async (account) => {
    const { data, errors } = await server.graphql<unknown>(META, {}, tokens.get(account))
    expect(errors).toBeUndefined()
    const resources = at(data, 'adminMeta', 'resources')
    const found: unknown = Array.isArray(resources) ? resources.find((one) => at(one, 'name') === entity.name) : undefined
    const may = (name: string): boolean => rootNames(schemaOf(account), 'Query').has(name) || rootNames(schemaOf(account), 'Mutation').has(name)
    const names = operationNames(entity)
    expect(found !== undefined).toBe(may(names.list))
    if (found === undefined) return
    const offered = { one: names.one, list: names.list, byIds: names.byIds, create: names.create, update: names.update, delete: names.remove, updateMany: names.updateMany, deleteMany: names.removeMany }
    expect(at(found, 'operations')).toEqual(Object.fromEntries(Object.entries(offered).map(([key, name]) => [key, may(name) ? name : null])))
    for (const [key, type] of [['read', entity.name], ['filter', `${entity.name}Filter`], ['sort', `${entity.name}Sort`], ['create', `${entity.name}CreateInput`], ['update', `${entity.name}UpdateInput`]] as const) {
      if ((key === 'create' || key === 'update') && !may(offered[key])) continue
      expect({ key, fields: flagged(found, key) }).toEqual({ key, fields: membersIn(schemaOf(account), entity, type) })
    }
  })

  test('is as it was', async () => {
    expect(await everything(server)).toEqual(counts)
  })
})

describe.each(['partner', 'employee'] as const)('of inputs, filters and sorts %s', (account) => {
  const inputs = (type: string): ReadonlySet<string> => {
    const found = schemaOf(account).getType(type)
    return new Set(found && 'getFields' in found ? Object.keys(found.getFields()) : [])
  }
  const missing = (type: string): string[] => {
    const found = whole.getType(type)
    return found && 'getFields' in found ? Object.keys(found.getFields()).filter((name) => !inputs(type).has(name)) : []
  }
  const seen = (): EntityModel[] => entities.filter((entity) => rootNames(schemaOf(account), 'Query').has(operationNames(entity).list))

  test('uses none that he is not shown', async () => {
    for (const entity of seen()) {
      for (const name of missing(`${entity.name}Filter`)) {
        const family = String(fieldType(`${entity.name}Filter`, name))
        const operand = family === 'Boolean' ? true : family.endsWith('ListFilter') ? { some: {} } : { isEmpty: true }
        const document = `query ($filter: ${entity.name}Filter) { answer: ${entity.plural}(filter: $filter) { total } }`
        expect({ name, codes: codes(await run(account, document, { filter: { [name]: operand } })) }).toEqual({ name, codes: ['FORBIDDEN'] })
      }
      for (const name of missing(`${entity.name}Sort`)) {
        const document = `{ answer: ${entity.plural}(sort: [{ ${name}: ASC }]) { items { id } } }`
        expect({ document, codes: codes(await run(account, document)) }).toEqual({ document, codes: ['FORBIDDEN'] })
      }
    }
  })

  test('gives none that he is not shown', async () => {
    for (const entity of seen()) {
      for (const verb of ['Create', 'Update'] as const) {
        const type = `${entity.name}${verb}Input`
        if (!rootNames(schemaOf(account), 'Mutation').has(`${verb.toLowerCase()}${entity.name}`)) continue
        for (const name of missing(type)) {
          const head = verb === 'Create' ? `createX(input: $input)` : `updateX(id: "${await aRecordOf(entity)}", input: $input)`
          const answer = await run(account, `mutation ($input: ${type}!) { answer: ${head.replace('X', entity.name)} { id } }`, { input: { [name]: givenFor(type, name) } })
          expect({ type, name, codes: codes(answer), path: at(answer.errors, 0, 'extensions', 'fields', 0, 'path') }).toEqual({ type, name, codes: ['FORBIDDEN'], path: name })
        }
      }
    }
    expect(await everything(server)).toEqual(counts)
  })

  const fieldType = (type: string, name: string): unknown => {
    const found = whole.getType(type)
    return found && 'getFields' in found ? at(found.getFields(), name, 'type') : undefined
  }
  /** His own account, a record that he made, or any. */
  const aRecordOf = async (entity: EntityModel): Promise<string> => {
    const [row] = await server.sql(
      `select r.id from "${entity.table}" r, "user" u where u.email = $1 ${entity.kind ? `and r.kind = '${entity.kind}'` : ''} order by coalesce(r.id = u.id or r.created_by_id = u.id, false) desc limit 1`,
      [`${account}@coulisses.test`],
    )
    return String(row?.['id'] ?? unknownId)
  }
  const givenFor = (type: string, name: string): unknown => {
    const of = String(fieldType(type, name))
    const enumeration = whole.getType(of)
    if (isEnumType(enumeration)) return enumeration.getValues()[0]?.name
    return of.endsWith('OneInput') ? { connect: unknownId } : of.endsWith('ManyInput') ? { connect: [unknownId] } : of === 'Boolean' ? true : 'x'
  }
})
