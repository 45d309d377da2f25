import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prettySql } from '../read/fixtures/prettySql.ts'
import type { Answer, TestServer } from './harness.ts'
import { close, signedIn, type Client, type Told } from './records.ts'
import type { Sample } from './sample.ts'
import { startTestServer } from './server.ts'

/**
 * The main questions as documents, with the statement that each becomes and its answer, checked in:
 * what a change makes of them is seen in review. `UPDATE_GOLDEN=1` writes them anew.
 */
const folder = new URL('golden/', import.meta.url)
const documents = readdirSync(folder).filter((name) => name.endsWith('.graphql')).map((name) => name.replace('.graphql', ''))
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
/** The first lines of a document say who asks, with which variables, and which record. */
const header = (text: string, name: string): string | undefined => new RegExp(`^# ${name}: (.*)$`, 'm').exec(text)?.[1]

let server: TestServer
let employee: Client
beforeAll(async () => {
  server = await startTestServer()
  employee = await signedIn(server, 'employee')
  await fill()
  const registered = documents.map((name) => textOf(`${name}.graphql`)).filter((text) => header(text, 'as') === 'visitor')
  for (const [index, text] of registered.entries()) {
    await server.sql(`insert into persisted_query (name, hash, document, client, state) values ($1, $2, $3, 'SITE', 'ACTIVE')`, [`Golden ${index}`, sha256(text), text])
  }
})
afterAll(() => close(server))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const create = (entity: string, input: Sample): Promise<Told> => employee.ask<Told>(`mutation ($input: ${entity}CreateInput!) { answer: create${entity}(input: $input) { id } }`, { input })

/** Records of our own: those of the demonstration follow the calendar. */
async function fill(): Promise<void> {
  const city = (name: string): Sample => ({ create: { city: name, countryCode: 'FR' } })
  const person = await create('Person', { firstName: 'Zoé', lastName: 'Fil', email: 'zoe.fil@example.test', phone: '01 99 00 12 34', jobTitle: 'Directrice' })
  const organisation = await create('Organisation', { name: 'Cirque doré', email: 'cirque@example.test', addresses: { create: [{ city: 'Nantes' }, { city: 'Brest' }] } })
  await employee.ask('mutation ($id: ID!, $input: OrganisationUpdateInput!) { answer: updateOrganisation(id: $id, input: $input) { id } }', { id: organisation.id, input: { members: { connect: [person.id] } } })
  const client = await create('Client', { organisation: { connect: organisation.id }, firstContactOn: '2025-01-15' })
  await create('Prospect', { organisation: { connect: organisation.id }, contact: { connect: person.id }, client: { connect: client.id }, note: 'Rappeler en mai.' })
  const domain = await create('ProfessionDomain', { name: 'Cirque aérien' })
  const profession = await create('Profession', { name: 'Funambule dorée', feminine: 'Funambule', masculine: 'Funambule', domain: { connect: domain.id } })
  const contractType = await create('ContractType', { name: 'Contrat du cirque' })
  const categories = [await create('CastingCategory', { name: 'Cabaret volant' }), await create('CastingCategory', { name: 'Piste' })].map(({ id }) => id)
  const offer = (number: number, more: Sample): Promise<Told> => create('CastingOffer', {
    reference: `GOLD-${number}`, title: `Funambule ${number}`, description: '<p>Sur un fil, à Nantes.</p>', client: { connect: client.id }, profession: { connect: profession.id },
    contractType: { connect: contractType.id }, categories: { connect: categories }, address: city('Nantes'), publishFrom: `2025-0${number + 2}-01T08:00:00.000Z`, ...more,
  })
  const [first] = [await offer(1, { contact: { connect: person.id }, contactPublic: true }), await offer(2, {}), await offer(3, { publishFrom: '2025-02-01T08:00:00.000Z' })]
  await employee.ask('mutation ($id: ID!, $input: CastingOfferUpdateInput!) { answer: updateCastingOffer(id: $id, input: $input) { id } }', { id: first.id, input: { internalNote: 'Urgent', categories: { disconnect: [categories[1]] } } })
  await employee.ask('mutation ($id: ID!) { answer: publishCastingOffer(id: $id) { id } }', { id: first.id })
}

async function run(text: string): Promise<Answer<unknown>> {
  const idSql = header(text, 'id')
  const [row] = idSql ? await server.sql(idSql) : []
  const variables: Sample = { ...(JSON.parse(header(text, 'variables') ?? '{}') as Sample), ...(row ? { id: row['id'] } : {}) }
  if (header(text, 'as') !== 'visitor') return server.graphql<unknown>(text, variables, await server.signIn(`${header(text, 'as')}@coulisses.test`))
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ documentId: `sha256:${sha256(text)}`, variables }) })
  return await response.json() as Answer<unknown>
}

/** Ids and instants of this run by the order in which they appear; those of 2025 are ours and stay. */
function steady(answer: unknown): string {
  const ids = new Map<string, string>()
  return `${JSON.stringify(answer, null, 2)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? (ids.set(id, `<id ${ids.size + 1}>`), ids.get(id)) ?? '')
    .replaceAll(/(?!2025)\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')}\n`
}

function compare(file: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(new URL(file, folder), text)
  expect(text).toBe(textOf(file))
}

describe('golden', () => {
  test.each(documents)('%s becomes the same statement, and has the same answer', async (name) => {
    const { data, errors } = await run(textOf(`${name}.graphql`))
    expect(errors).toBeUndefined()
    const statement = server.lastStatement()
    compare(`${name}.sql`, `${prettySql(statement)}\n`)
    compare(`${name}.json`, steady(data))
  })
})
