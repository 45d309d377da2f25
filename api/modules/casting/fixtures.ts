import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { AnsweredError, FieldFault, TestServer } from '../../contract/harness.ts'
import { startTestServer } from '../../contract/server.ts'
import { lowerFirst } from '../../model/names.ts'
import type { Input } from '../../write/types.ts'

/** What the API answered instead of data. */
export class Refused extends Error {
  readonly code: string
  readonly fields: readonly FieldFault[]
  readonly extensions: AnsweredError['extensions']

  constructor(error: AnsweredError) {
    super(`${error.extensions.code}: ${error.message}`)
    this.code = error.extensions.code
    this.fields = error.extensions.fields ?? []
    this.extensions = error.extensions
  }
}

/** A name that no other test uses. */
export const unique = (name: string): string => `${name} ${randomUUID().slice(0, 8)}`
export const uniqueEmail = (): string => `login.${randomUUID().slice(0, 8)}@example.test`
export const unknownId = '01890000-0000-7000-8000-000000000000'
export const PASSWORD = 'une longue phrase de passe'

/** A record as it was answered. */
export type Made = Readonly<Record<string, unknown>> & { readonly id: string }

/** What an answer holds at a path. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((here, key) => (typeof here === 'object' && here !== null ? (here as Readonly<Record<string | number, unknown>>)[key] : undefined), value)
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string => String(at(value, ...path))

/** Among the faults of a refusal is one of this element. */
export const faultAt = (path: string): unknown => expect.arrayContaining([expect.objectContaining({ path })])

export interface Desk {
  readonly server: TestServer
  readonly employee: string
  readonly admin: string
  readonly partner: string
  /** Runs a document as the employee unless another token, or none (null), is given. @throws Refused */
  ask(document: string, variables?: Input, token?: string | null): Promise<unknown>
  create(entity: string, input: Input, select?: string, token?: string): Promise<Made>
  update(entity: string, id: string, input: Input, select?: string, token?: string): Promise<Made>
  remove(entity: string, id: string, token?: string): Promise<boolean>
  /** A move or an action on one record. */
  run(operation: string, id: string, select?: string, token?: string): Promise<Made>
  one(entity: string, id: string, select: string, token?: string): Promise<Made>
  list(plural: string, filter: Input, select: string, token?: string): Promise<unknown>
  /** Rows of a table, by SQL of its own. */
  count(table: string, where: string, ...values: readonly unknown[]): Promise<number>
  /** What anybody may ask, by a document that is registered first. */
  public(document: string, variables?: Input): Promise<unknown>
}

export async function openDesk(): Promise<Desk> {
  const server = await startTestServer()
  const [employee, admin, partner] = await Promise.all(['employee', 'admin', 'partner'].map((name) => server.signIn(`${name}@coulisses.test`)))
  if (!employee || !admin || !partner) throw new Error('the demonstration accounts do not sign in')
  const ask: Desk['ask'] = async (document, variables = {}, token = employee) => {
    const answer = await server.graphql<unknown>(document, variables, token ?? undefined)
    const [error] = answer.errors ?? []
    if (error) throw new Refused(error)
    if (!answer.data) throw new Error(`no data, status ${answer.status}`)
    return answer.data
  }
  return { server, employee, admin, partner, ask, ...operations(ask), count: counter(server), public: publicly(server, ask, admin) }
}

function operations(ask: Desk['ask']): Pick<Desk, 'create' | 'update' | 'remove' | 'run' | 'one' | 'list'> {
  // Which record it is, the document says.
  const answer = async (document: string, variables: Input, token?: string): Promise<Made> => at(await ask(document, variables, token), 'answer') as Made
  return {
    create: (entity, input, select = 'id', token) => answer(`mutation ($input: ${entity}CreateInput!) { answer: create${entity}(input: $input) { ${select} } }`, { input }, token),
    update: (entity, id, input, select = 'id', token) => answer(`mutation ($id: ID!, $input: ${entity}UpdateInput!) { answer: update${entity}(id: $id, input: $input) { ${select} } }`, { id, input }, token),
    remove: async (entity, id, token) => Boolean(await answer(`mutation ($id: ID!) { answer: delete${entity}(id: $id) }`, { id }, token)),
    run: (operation, id, select = 'id', token) => answer(`mutation ($id: ID!) { answer: ${operation}(id: $id) { ${select} } }`, { id }, token),
    one: (entity, id, select, token) => answer(`query ($id: ID!) { answer: ${lowerFirst(entity)}(id: $id) { ${select} } }`, { id }, token),
    list: (plural, filter, select, token) => {
      const type = `${plural}Filter`
      return answer(`query ($filter: ${filterTypes[plural] ?? type}) { answer: ${plural}(filter: $filter) { total items { ${select} } } }`, { filter }, token)
    },
  }
}

/** Names of lists follow from no rule, so neither do the types of their filters. */
const filterTypes: Readonly<Record<string, string>> = {
  articles: 'ArticleFilter', castingCategories: 'CastingCategoryFilter', castingOffers: 'CastingOfferFilter', clients: 'ClientFilter', contractTypes: 'ContractTypeFilter',
  diffusionPartners: 'DiffusionPartnerFilter', legalStatuses: 'LegalStatusFilter', organisations: 'OrganisationFilter', people: 'PersonFilter',
  professionDomains: 'ProfessionDomainFilter', professions: 'ProfessionFilter', prospects: 'ProspectFilter', users: 'UserFilter',
}

const counter = (server: TestServer): Desk['count'] => async (table, where, ...values) => {
  const [row] = await server.sql(`select count(*)::int as n from ${table} where ${where}`, values)
  return Number(row?.['n'])
}

/** Visitors run registered documents only: each is registered first, then asked for by its id, without a token. */
const publicly = (server: TestServer, ask: Desk['ask'], admin: string): Desk['public'] => {
  const register = async (document: string): Promise<string> => textAt(await ask(
    'mutation ($input: PersistedQueryCreateInput!) { answer: createPersistedQuery(input: $input) { hash } }',
    { input: { name: unique('document'), client: 'SITE', document } }, admin,
  ), 'answer', 'hash')
  const registered = new Map<string, Promise<string>>()
  return async (document, variables = {}) => {
    const hash = registered.get(document) ?? register(document)
    registered.set(document, hash)
    // The registry learns of a new document within a second.
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await askRegistered(server, await hash, variables)
      } catch (error) {
        if (attempt === 30 || !(error instanceof Refused && error.fields[0]?.path === 'documentId')) throw error
        await pause(100)
      }
    }
  }
}

async function askRegistered(server: TestServer, hash: string, variables: Input): Promise<unknown> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ documentId: `sha256:${hash}`, variables }),
  })
  const answer = (await response.json()) as { data?: unknown; errors?: AnsweredError[] }
  const [error] = answer.errors ?? []
  if (error) throw new Refused(error)
  if (!answer.data) throw new Error(`no data, status ${response.status}`)
  return answer.data
}

/** An organisation in a town, as the form gives it. */
export const organisation = (name: string, city = 'Nantes'): Input => ({
  name, website: 'https://example.test', addresses: { create: [{ line1: '1 rue du Théâtre', postcode: '44000', city, countryCode: 'FR' }] },
})

/** A client with an offer for it that only waits to be published. */
export async function anOffer(desk: Desk, more: Input = {}): Promise<Made> {
  const client = await desk.create('Client', { organisation: { create: organisation(unique('Théâtre')) } })
  const domain = await desk.create('ProfessionDomain', { name: unique('Danse') })
  const profession = await desk.create('Profession', { name: unique('Danseur / Danseuse'), domain: { connect: domain.id } })
  const contractType = await desk.create('ContractType', { name: unique('Intermittent') })
  const category = await desk.create('CastingCategory', { name: unique('Comédie musicale') })
  return desk.create('CastingOffer', {
    title: unique('Danseuse pour une comédie musicale'), description: '<p>Deux mois de répétitions.</p>',
    client: { connect: client.id }, profession: { connect: profession.id }, contractType: { connect: contractType.id },
    categories: { connect: [category.id] }, address: { create: { city: 'Nantes', countryCode: 'FR' } }, ...more,
  }, 'id version state reference client { id } profession { id domain { id } } contractType { id } categories { id }')
}
