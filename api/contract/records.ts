import { expect } from 'vitest'
import { choicesOf, isInput, storedOf, type EntityModel, type FieldModel, type MemberModel, type Model } from '../model/model.ts'
import type { Rights } from '../access/rights.ts'
import { isToMany } from '../emit/graphql/objects.ts'
import { operationNames } from '../emit/graphql/operations.ts'
import { membersInApi } from '../emit/graphql/registry.ts'
import type { AnsweredError, TestServer } from './harness.ts'
import { unforeseen } from './server.ts'
import { entity as entityNamed, next, sampleInput, sampleValue, type Sample } from './sample.ts'

/** A record as it was answered. */
export type Told = Readonly<Record<string, unknown>> & { readonly id: string }
export interface List { readonly total: number; readonly items: readonly Told[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null } }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What an answer holds at a path. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((here, key) => (isRecord(here) ? here[key] : undefined), value)

export const unknownId = '01890000-0000-7000-8000-000000000000'

/** One account at the API of a model. */
export interface Client {
  readonly server: TestServer
  readonly model: Model
  /** The answer under `answer`, where nothing was refused. */
  ask<T>(document: string, variables?: Sample): Promise<T>
  /** The one error that a request is answered with. */
  refused(document: string, variables?: Sample): Promise<AnsweredError>
}

export async function signedIn(server: TestServer, name: string): Promise<Client> {
  const token = await server.signIn(`${name}@coulisses.test`)
  return {
    server, model: server.model,
    ask: async <T>(document: string, variables: Sample = {}) => {
      const { data, errors } = await server.graphql<{ answer: T }>(document, variables, token)
      if (errors || !data) throw new Error(`${document}\n${JSON.stringify(variables)}\n${JSON.stringify(errors)}`)
      return data.answer
    },
    refused: async (document, variables = {}) => {
      const { errors, data } = await server.graphql<unknown>(document, variables, token)
      const [error] = errors ?? []
      if (!error) throw new Error(`not refused: ${document}\n${JSON.stringify(variables)}\n${JSON.stringify(data)}`)
      return error
    },
  }
}

/** Whether every deletion of an entity asks a second person, whatever the row. */
export const deletesWithSecond = ({ options: { critical } }: EntityModel): boolean => critical?.delete === true && critical.where === undefined

/** Asks for something critical, which is refused, and has a second administrator agree; then it is done. */
export async function askWithSecond(client: Client, document: string, variables: Sample): Promise<void> {
  const { extensions } = await client.refused(document, variables)
  expect(extensions.code).toBe('APPROVAL_REQUIRED')
  const second = await signedIn(client.server, 'director')
  await second.ask('mutation ($id: ID!) { answer: approveRequest(id: $id) { state } }', { id: extensions['approvalRequest'] })
}

/** For tests about what rights do: one administrator changes them alone, as a house may settle. How two do, `approvals.test.ts` tells. */
export const rightsByOne = (server: TestServer): Promise<unknown> =>
  server.sql(`insert into module_setting (module_id, key, value) select id, 'secondForRights', 'false' from module where key = 'core'`)

/** Fields that an answer can hold, relations aside. */
export const plainFields = (entity: EntityModel): FieldModel[] =>
  membersInApi(entity).filter((member): member is FieldModel => member.is === 'field' && !member.options.transient)

/** Fields whose values people give. */
export const givenFields = (entity: EntityModel): FieldModel[] => plainFields(entity).filter(isInput)

const inside: Readonly<Record<string, string>> = { Money: ' { amount currency }', Phone: ' { raw e164 }', Position: ' { latitude longitude }', ZonedInstant: ' { at zone }' }

export const selected = (member: MemberModel): string => {
  if (member.is === 'field') return member.name + (inside[member.kind.graphql] ?? '')
  if (member.is === 'anyOf') return `${member.name} { entity id label }`
  return isToMany(member) ? `${member.name}(limit: 3) { id _label }` : `${member.name} { id _label }`
}
export const allFields = (entity: EntityModel): string => plainFields(entity).map(selected).join(' ')

/** A value in the form in which what was given and what is answered are the same. */
export function plain(field: FieldModel, value: unknown): unknown {
  switch (field.kind.name) {
    case 'phone': return isRecord(value) ? value['raw'] : value
    case 'decimal': return value === null ? null : Number(value)
    default: return value
  }
}

/** One of an entity's operations as a document, with its answer under `answer`. */
export const documents = (entity: EntityModel) => {
  const names = operationNames(entity)
  const bulk = '{ done failed rows { id ok code message fields { path reason } } }'
  return {
    one: (fields = allFields(entity)) => `query ($id: ID!) { answer: ${names.one}(id: $id) { ${fields} } }`,
    list: (fields = 'id') => `query ($filter: ${entity.name}Filter, $sort: [${entity.name}Sort!], $page: PageInput) { answer: ${names.list}(filter: $filter, sort: $sort, page: $page) { total items { ${fields} } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    byIds: (fields = 'id') => `query ($ids: [ID!]!) { answer: ${names.byIds}(ids: $ids) { ${fields} } }`,
    create: (fields = 'id version') => `mutation ($input: ${entity.name}CreateInput!) { answer: ${names.create}(input: $input) { ${fields} } }`,
    update: (fields = 'id version') => `mutation ($id: ID!, $input: ${entity.name}UpdateInput!, $expectedVersion: Int) { answer: ${names.update}(id: $id, input: $input, expectedVersion: $expectedVersion) { ${fields} } }`,
    remove: `mutation ($id: ID!) { answer: ${names.remove}(id: $id) }`,
    updateMany: `mutation ($ids: [ID!]!, $input: ${entity.name}UpdateInput!, $errorPolicy: ErrorPolicy) { answer: ${names.updateMany}(ids: $ids, input: $input, errorPolicy: $errorPolicy) ${bulk} }`,
    removeMany: `mutation ($ids: [ID!]!, $errorPolicy: ErrorPolicy) { answer: ${names.removeMany}(ids: $ids, errorPolicy: $errorPolicy) ${bulk} }`,
  }
}

/** A filter that names what the list leaves out unless it is asked. */
export const everyRow = (entity: EntityModel): Sample =>
  Object.fromEntries(Object.keys(entity.listed?.where ?? {}).map((name) => [name, { isEmpty: false }]))

const oneOf = async (client: Client, plural: string, filter: string): Promise<unknown> => at(await client.ask(`{ answer: ${plural}(filter: ${filter}, page: { size: 1 }) { items { id } } }`), 'items', 0, 'id')

/** Records that must be of a certain making for a new one to be about them. */
const about: Readonly<Record<string, (client: Client) => Promise<Sample>>> = {
  Event: async (client) => ({ contract: { connect: await oneOf(client, 'contracts', '{ state: { eq: SIGNED } }') } }),
  Contract: async (client) => ({ client: { connect: await oneOf(client, 'clients', '{ lines: { has: EPIC_EVENTS } }') } }),
  Comment: async (client) => ({ subject: { entity: 'Client', id: await oneOf(client, 'clients', '{ lines: { has: EPIC_EVENTS } }') } }),
}

/** An input for a new record, with those that it cannot do without. */
export async function newInput(client: Client, entity: EntityModel, whole = true): Promise<Sample> {
  const input = { ...sampleInput(client.model, entity, whole), ...(await about[entity.name]?.(client)) }
  for (const member of entity.members.values()) {
    if (member.is !== 'belongsTo' || !member.options.required || input[member.name] !== undefined || !isInput(member)) continue
    const target = entityNamed(client.model, member.target)
    input[member.name] = { connect: (await newRecord(client, target.abstract ? entityNamed(client.model, target.kinds[0] ?? '') : target)).id }
  }
  return input
}

/** Of what people may only remove some: such as he may. */
export const removable: Readonly<Record<string, Sample>> = { Contract: { kind: 'BOOKING', client: undefined }, Event: { line: 'MUSIC', contract: undefined } }

export async function newRecord(client: Client, entity: EntityModel, fields = 'id version', whole = true, more: Sample = {}): Promise<Told> {
  return await client.ask<Told>(documents(entity).create(fields), { input: { ...await newInput(client, entity, whole), ...more } })
}

/** The fields that these rights may change, each with another value. */
export const changeable = (entity: EntityModel, rights: Rights): readonly (readonly [FieldModel, unknown])[] =>
  givenFields(entity).filter((field) => !field.options.immutable && rights.of(entity.name, 'update').field(field.name) !== 'none')
    .map((field) => [field, otherValue(entity, field)] as const).filter(([field, value]) => value !== undefined && !(value === null && field.options.required))

/** Another value for a field than `sampleValue` gave, in the order in which they are declared. */
export function otherValue(entity: EntityModel, field: FieldModel): unknown {
  const own = others[entity.name]?.[field.name]
  if (own !== undefined) return own
  const number = next()
  switch (field.kind.name) {
    case 'boolean': return false
    case 'choice': return choicesOf(field).many ? Object.keys(choicesOf(field).values).slice(0, 2) : Object.keys(choicesOf(field).values).at(-1)
    case 'integer': case 'duration': return at(field.options, 'min') ?? 0
    case 'decimal': return '2.5'
    case 'percentage': return 25
    case 'date': return new Date(Date.UTC(2027, 0, number)).toISOString().slice(0, 10)
    case 'encrypted': return at(field.options, 'day') ? new Date(Date.UTC(1990, 0, number)).toISOString().slice(0, 10) : sampleValue(field)
    case 'instant': return new Date(Date.UTC(2027, 0, 1, 0, number)).toISOString()
    case 'zonedInstant': return { at: new Date(Date.UTC(2027, 0, 1, 0, number)).toISOString(), zone: 'Indian/Reunion' }
    case 'phone': return '01 99 00 43 21'
    case 'country': return 'BE'
    case 'language': return 'en'
    case 'currency': return 'CHF'
    case 'position': return { latitude: 43.5, longitude: 5.25 }
    case 'json': return null
    default: return sampleValue(field)
  }
}

/** What the rules of single entities let a sample become. `null`: nothing else than it is. */
const others: Readonly<Record<string, Sample>> = {
  AccessGrant: { fromAt: '2026-05-18T10:30:00.000Z', untilAt: '2026-07-17T10:30:00.000Z' },
  CastingOffer: { contactPublic: null },
  Client: { firstContactOn: '2026-01-16' },
  Contract: { totalAmount: { amount: 600_000, currency: 'EUR' }, amountDue: { amount: 200_000, currency: 'EUR' }, startsOn: '2026-02-01', endsOn: '2026-11-30' },
  Project: { startsOn: '2026-02-01', endsOn: '2026-11-30' },
  Event: { startAt: { at: '2026-05-17T11:30:00.000Z', zone: 'Indian/Reunion' }, visibility: null },
  PartyRole: { since: '2026-02-01', until: '2026-11-30' },
}

/** A row that only the house writes, by SQL: samples of its fields, and any row where a relation is required. */
export async function insertRow(server: TestServer, entity: EntityModel): Promise<string> {
  const columns: string[] = []
  const values: unknown[] = []
  for (const member of storedOf(entity).filter(({ name }) => !['id', 'version', 'createdAt', 'updatedAt', 'createdBy'].includes(name))) {
    const parts = await partsOf(server, member)
    for (const column of member.columns.filter(({ part }) => parts[part] !== undefined)) {
      columns.push(`"${column.name}"`)
      values.push(parts[column.part])
    }
  }
  const [row] = await server.sql(`insert into "${entity.table}" (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning id`, values)
  return String(row?.['id'])
}

async function partsOf(server: TestServer, member: MemberModel): Promise<Readonly<Record<string, unknown>>> {
  if (member.is === 'belongsTo' && member.options.required) {
    const target = entityNamed(server.model, member.target)
    const [row] = await server.sql(`select id from "${target.table}" order by id limit 1`)
    return { '': row?.['id'] ?? (await newRecord(await signedIn(server, 'admin'), target)).id }
  }
  if (member.is === 'anyOf') return { '': unknownId, entity: member.entities[0] }
  if (member.is !== 'field') return {}
  if (member.kind.name === 'id') return { '': member.many ? [unknownId] : unknownId }
  const parsed = member.kind.parse(member.kind.name === 'text' && member.options.hidden ? `hidden ${next()}` : sampleValue(member), member)
  return parsed.ok ? parsed.values : {}
}

/** A page of a list, and the number of the whole. */
export const listed = (client: Client, entity: EntityModel, variables: Sample = {}, fields = 'id'): Promise<List> =>
  client.ask<List>(documents(entity).list(fields), variables)

/** Every row of a list, by cursor. */
export async function everyItem(client: Client, entity: EntityModel, fields: string, variables: Sample = {}, size = 100): Promise<Told[]> {
  const items: Told[] = []
  for (let after: string | null = null; ;) {
    const page: List = await listed(client, entity, { ...variables, page: { size, after } }, fields)
    items.push(...page.items)
    if (!page.pageInfo.hasNextPage) return items
    after = page.pageInfo.endCursor
    expect(after).toEqual(expect.any(String))
  }
}

/** How much is written down, and how often it was changed: refused calls leave all of it as it is. That they were refused is on record. */
export function everything({ model, sql }: TestServer): Promise<unknown> {
  const tables = new Set([...model.entities.values()].map(({ table }) => table).filter((table) => table !== 'session'))
  return sql([...tables].map((table) => `select '${table}' as name, count(*)::int as rows, coalesce(sum(version), 0)::int as versions from "${table}"${table === 'audit_entry' ? ' where changes is not null' : ''}`).join(' union all '))
}

/** Ends a file of tests: what the API could not explain, it has reported, and that is a fault of ours. */
export async function close(server: TestServer): Promise<void> {
  await server.close()
  if (unforeseen.length > 0) throw new AggregateError(unforeseen, `unforeseen errors: ${unforeseen.map(String).join('; ')}`)
}
