import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../modules/casting/fixtures/desk.ts'
import { openDocuments, slug, type Documents } from './fixtures/documents.ts'

let documents: Documents
beforeAll(async () => { documents = await openDocuments() })
afterAll(async () => { await documents.server.close() })

const FACTS = `query ($id: ID!) { documentFacts(id: $id) { operationName variables disclosed { sensitivity fields } previous added removed worstCost mostCost statements { sql plan } sample } }`
const facts = async (id: string, token?: string) => at(await documents.ask(FACTS, { id }, token), 'documentFacts')

describe('what whoever approves a document is told', () => {
  it('is what it discloses by how sensitive that is, what it costs at worst, its statements and plans, and an answer that is masked', async () => {
    const { id } = await documents.create('PersistedQuery', { name: slug(), client: 'SITE', document: 'query Contacts($page: PageInput) { castingOffers(page: $page) { items { title contact { email phone { raw } } internalNote } total } }', variables: { 'page.size': { max: 40 } } })
    const told = await facts(id)
    expect(told).toMatchObject({ operationName: 'Contacts', variables: { page: 'PageInput' }, previous: null, worstCost: 16, mostCost: 1_000 })
    const of = (sensitivity: string) => (at(told, 'disclosed') as { sensitivity: string; fields: string[] }[]).find((one) => one.sensitivity === sensitivity)?.fields
    expect(of('PERSONAL')).toEqual(['CastingOffer.contact', 'Person.email', 'Person.phone'])
    expect(of('INTERNAL')).toEqual(['CastingOffer.internalNote'])
    expect(of('PUBLIC')).toContain('CastingOffer.title')
    expect(at(told, 'statements', 0, 'sql')).toContain('casting_offer')
    expect(at(told, 'statements', 0, 'plan')).toMatch(/Scan|Aggregate|Result/)
  })

  it('shows of an answer no value that is not public', async () => {
    const { id } = await documents.create('PersistedQuery', { name: slug(), client: 'SITE', document: '{ castingOffers(page: { size: 100 }, filter: { contact: { isEmpty: false } }) { items { title contact { email displayName phone { raw e164 } } } } }' })
    const sample = JSON.stringify(at(await facts(id), 'sample'))
    expect(sample).toContain('•••')
    expect(sample).toMatch(/"title":"[^•]/)
    expect(sample).not.toMatch(/@|\+33/)
  })

  it('is the difference to the version before', async () => {
    const name = slug()
    const first = await documents.inService('query One { castingOffers { items { title posts } } }', { name })
    const { id } = await documents.create('PersistedQuery', { name, revision: 2, client: 'SITE', document: 'query One { castingOffers { items { title reference } } }' })
    expect(await facts(id)).toMatchObject({ previous: first['alias'], added: ['CastingOffer.reference'], removed: ['CastingOffer.posts'] })
  })

  it('is not told to partners and visitors', async () => {
    const { id } = await documents.create('PersistedQuery', { name: slug(), client: 'SITE', document: `query { me { id } } # ${slug()}` })
    await expect(facts(id, documents.partner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
