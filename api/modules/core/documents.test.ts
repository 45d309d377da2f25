import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, faultAt, openDesk, PASSWORD, textAt, unique, uniqueEmail, type Desk } from '../casting/fixtures/desk.ts'
import type { Input } from '../../write/types.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const offers = (field = 'title'): string => `query Offers($page: PageInput) { castingOffers(page: $page) { items { id ${field} } } }`
const slug = (): string => unique('doc').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const create = (input: Input = {}, select = 'id alias hash operationName state') => desk.create('PersistedQuery', { name: slug(), client: 'SITE', document: `${offers()} # ${unique('text')}`, ...input }, select)
const argumentTypes: Readonly<Record<string, string>> = { reason: 'String!', sunsetAt: 'DateTime', successor: 'ID' }
const step = async (name: string, id: string, args: Input = {}, token = desk.admin): Promise<unknown> => {
  const given = Object.keys(args)
  const document = `mutation ($id: ID!${given.map((arg) => `, $${arg}: ${argumentTypes[arg]}`).join('')}) {
    answer: ${name}Document(id: $id${given.map((arg) => `, ${arg}: $${arg}`).join('')}) { id state reason sunsetAt deprecatedAt disclosed submittedBy { id } approvedBy { id } successor { id } } }`
  return at(await desk.ask(document, { id, ...args }, token), 'answer')
}
const submitted = async (input: Input = {}) => {
  const { id } = await create(input)
  await step('submit', id, {}, desk.employee)
  return id
}

describe('a document', () => {
  it('is known by the hash of its text, to the last space, and by its name with its version', async () => {
    const document = offers()
    const [one, other] = [await create({ name: 'by-hash', document }), await create({ document: `${document} ` })]
    expect(one).toMatchObject({ alias: 'by-hash.v1', hash: createHash('sha256').update(document).digest('hex'), operationName: 'Offers', state: 'DRAFT' })
    expect(other).toMatchObject({ hash: createHash('sha256').update(`${document} `).digest('hex') })
    await expect(create({ document })).rejects.toMatchObject({ code: 'CONFLICT', fields: faultAt('hash') })
    await expect(create({ name: 'by-hash' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await create({ name: 'by-hash', revision: 2 })).toMatchObject({ alias: 'by-hash.v2' })
  })

  it.each([
    ['no GraphQL at all', 'select * from "user"'], ['what the schema does not have', '{ castingOffers { items { fee } } }'],
    ['two operations', 'query A { me { id } } query B { me { id } }'], ['no operation', 'fragment F on CastingOffer { id }'],
    ['a mutation', 'mutation { signOut }'], ['a question about the schema', '{ __schema { types { name } } }'],
    ['more levels than there may be', `{ castingOffers { items { ${'client { offers { '.repeat(8)} id ${'} }'.repeat(8)} } } }`],
    ['more than it may cost', '{ castingOffers(page: { size: 100 }) { items { client { offers(limit: 100) { categories(limit: 100) { id } } } } } }'],
    ['more words than there may be', `{ ${'me { id } '.repeat(400)} }`],
  ])('holding %s is refused with the place of the fault', async (_what, document) => {
    await expect(create({ document })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('document') })
  })

  it.each([
    ['a variable that it does not have', { nothing: { max: 3 } }, 'variables.nothing'], ['an empty range', { 'page.size': { min: 9, max: 3 } }, 'variables.page.size'],
    ['nothing', { page: {} }, 'variables.page'],
  ])('with a policy about %s is refused', async (_what, variables, path) => {
    await expect(create({ variables })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })

  it('whose default no policy lets through is refused', async () => {
    const document = (): string => `query Page($page: PageInput = { size: 60 }) { castingOffers(page: $page) { total } } # ${unique('text')}`
    await expect(create({ document: document(), variables: { 'page.size': { max: 50 } } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('variables.page.size') })
    expect(await create({ document: document(), variables: { 'page.size': { max: 60 } } })).toMatchObject({ state: 'DRAFT' })
  })

  it('costs what the widest permitted variables make it cost', async () => {
    const document = 'query Dear($page: PageInput) { castingOffers(page: $page) { items { client { offers(limit: 100) { id } } } } } #'
    await expect(create({ document })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('document') })
    expect(await create({ document, variables: { 'page.size': { max: 20 } } })).toMatchObject({ state: 'DRAFT' })
  })
})

describe('the life of a document', () => {
  it('goes from draft to active through two people, each step in its history with its reason', async () => {
    const id = await submitted()
    await step('approve', id, { reason: 'Nothing but published offers.' })
    expect(await step('activate', id)).toMatchObject({ state: 'ACTIVE', submittedBy: { id: expect.any(String) as string }, approvedBy: { id: expect.any(String) as string }, disclosed: { 'CastingOffer.title': { sensitivity: 'PUBLIC' } } })
    const history = at(await desk.ask('query ($id: ID!) { history(entity: "PersistedQuery", id: $id) { items { user { id } changes { field to } } } }', { id }, desk.admin), 'history', 'items')
    expect(history).toMatchObject([{}, { changes: expect.arrayContaining([{ field: 'state', to: 'APPROVED' }, { field: 'reason', to: 'Nothing but published offers.' }]) as unknown }, {}, {}])
  })

  it('is not approved by whoever submitted it, nor by another account of the same person', async () => {
    const { id } = await create()
    await step('submit', id, {}, desk.admin)
    await expect(step('approve', id)).rejects.toMatchObject({ code: 'CONFLICT', extensions: { reason: 'fourEyes' } })
    const email = uniqueEmail()
    const second = await desk.create('User', { email, password: PASSWORD, person: { create: { firstName: 'MATHILDE', lastName: 'Lormeau' } } })
    await desk.server.sql(`update "user" set is_administrator = true, state = 'ACTIVE' where id = $1`, [second.id])
    await expect(step('approve', id, {}, await desk.server.signIn(email, PASSWORD))).rejects.toMatchObject({ code: 'CONFLICT', extensions: { reason: 'fourEyes' } })
  })

  it('lets the desk submit and administrators decide', async () => {
    const id = await submitted()
    for (const name of ['approve', 'reject']) await expect(step(name, id, { reason: 'x' }, desk.employee)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(step('submit', id, {}, desk.partner)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) as unknown })
  })

  it('takes no step that does not follow from the one before', async () => {
    const id = await submitted()
    for (const name of ['activate', 'deprecate', 'retire', 'resume']) await expect(step(name, id, { reason: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(step('suspend', id, { reason: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await step('reject', id, { reason: 'It discloses too much.' })).toMatchObject({ state: 'REJECTED', reason: 'It discloses too much.' })
    expect(await step('submit', id, {}, desk.employee)).toMatchObject({ state: 'SUBMITTED', reason: null })
  })

  it('says why it rejects and suspends', async () => {
    const id = await submitted()
    for (const reason of ['', '   ']) await expect(step('reject', id, { reason })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('reason') })
  })

  it('ends 180 days after it is deprecated, or sooner for a reason', async () => {
    const id = await submitted()
    await step('approve', id)
    await step('activate', id)
    const { id: successor } = await create()
    const soon = new Date(Date.now() + 86_400_000).toISOString()
    await expect(step('deprecate', id, { sunsetAt: soon })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('reason') })
    const answer = await step('deprecate', id, { successor })
    expect(answer).toMatchObject({ state: 'DEPRECATED', successor: { id: successor } })
    expect(Date.parse(textAt(answer, 'sunsetAt')) - Date.parse(textAt(answer, 'deprecatedAt'))).toBe(180 * 86_400_000)
    expect(await step('suspend', id, { reason: 'Somebody reads too much.' })).toMatchObject({ state: 'SUSPENDED' })
    expect(await step('resume', id)).toMatchObject({ state: 'DEPRECATED' })
    expect(await step('retire', id)).toMatchObject({ state: 'RETIRED' })
  })

  it('keeps what was submitted, and the terms that were approved', async () => {
    const id = await submitted()
    await expect(desk.update('PersistedQuery', id, { variables: { 'page.size': { max: 3 } } })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(desk.update('PersistedQuery', id, { document: '{ me { id } }' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(desk.remove('PersistedQuery', id, desk.admin)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
