import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileRights, mayList, type Rights } from '../access/rights.ts'
import { isToMany } from '../emit/graphql/objects.ts'
import { membersInApi } from '../emit/graphql/registry.ts'
import { selected } from '../contract/records.ts'
import { entityOf, type EntityModel, type MemberModel, type Model } from '../model/model.ts'
import { at } from '../modules/casting/fixtures/desk.ts'
import { openDocuments, type Documents, type HttpAnswer } from './fixtures/documents.ts'

/**
 * A list that PostgreSQL writes as text is the list that the resolvers answer: documents of every shape, put together by
 * chance that is the same every time, asked at the public doors and at that of GraphQL.
 */
let documents: Documents
let key: string
beforeAll(async () => {
  documents = await openDocuments()
  key = await documents.partnerKey()
  // Whatever people write, and whatever JSON must write otherwise.
  const odd = [`"tout" \\ 'rien' / {"a":[1]}`, 'un\ttab\u000bet\u001f\u007f', 'œuvre ’ « été » 😀 \u2028 \u2029', '</script>&amp;', ' ']
  for (const [index, text] of odd.entries()) await documents.server.sql(`update casting_offer set title = $1::text, description = $1::text where id = (select id from casting_offer where state = 'PUBLISHED' order by id offset $2 limit 1)`, [text, index])
  await documents.server.sql(`update casting_category set name = $1 where id = (select id from casting_category order by id limit 1)`, [odd[0]])
})
afterAll(async () => { await documents.server.close() })

/** Numbers by chance, the same ones in each run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Draw { readonly pick: (below: number) => number; readonly rights: Rights; /** A document has fifteen at most. */ aliases: number }

/** Nearly always what may be read: one field that may not makes a document that the rules must be asked about. */
const asked = ({ pick, rights }: Draw, entity: EntityModel): MemberModel[] =>
  membersInApi(entity).filter((member) => !member.options.transient && pick(3) > 0 && (rights.of(entity.name, 'read').field(member.name) !== 'none' || (member.is === 'field' && pick(150) === 0)))

function selection(draw: Draw, entity: EntityModel, depth: number): string {
  const { pick } = draw
  const fields = asked(draw, entity).flatMap((member) => {
    const alias = pick(4) === 0 && draw.aliases-- > 0 ? `a${pick(90)}_${member.name}: ` : ''
    if (member.is === 'field') return [alias + selected(member)]
    if (member.is === 'anyOf') return pick(8) === 0 ? [alias + selected(member)] : []
    const count = isToMany(member) && pick(4) === 0 ? [`${member.name}Count`] : []
    const slice = isToMany(member) && pick(2) === 0 ? `(limit: ${1 + pick(4)}${pick(2) === 0 ? `, offset: ${pick(2)}` : ''})` : ''
    return depth === 0 || draw.rights.of(member.target, 'read').rows === 'none' ? count : [...count, `${alias}${member.name}${slice} ${selection(draw, entityOf(documents.server.model, member.target), depth - 1)}`]
  })
  const own = fields.length > 2 && pick(3) === 0 ? [...fields.slice(2), `... on ${entity.name} { ${fields.slice(0, 2).join(' ')} }`] : fields
  return `{ ${['id', ...own, ...(pick(3) === 0 ? ['__typename'] : []), ...(pick(3) === 0 ? ['_label'] : [])].join(' ')} }`
}

function documentFor(draw: Draw, entity: EntityModel): string {
  const { pick } = draw
  const rows = selection(draw, entity, 2)
  const page = ['total', 'pageInfo { hasNextPage hasPreviousPage endCursor }', 'pageInfo { next: hasNextPage __typename }', '__typename', 'all: total'].filter(() => pick(3) === 0)
  const lists = [`l: ${entity.plural}(page: { size: ${[1, 3, 20][pick(3)]}${pick(2) === 0 ? ', number: 2' : ''} }, sort: [{ id: ${pick(2) === 0 ? 'ASC' : 'DESC'} }]) { ${[...page, ...(pick(9) > 0 || page.length === 0 ? [`items ${rows}`] : [])].join(' ')} }`]
  if (pick(3) === 0) lists.push(`byId: ${entity.plural}ByIds(ids: $ids) ${selection(draw, entity, 1)}`)
  return `query ($ids: [ID!]!) { ${lists.join(' ')} ${lists.length > 1 ? '' : `unused: ${entity.plural}ByIds(ids: $ids) { id }`} }`
}

/** Puts a document in service without the steps of a review. */
async function serve(text: string, client: 'SITE' | 'PARTNER'): Promise<string> {
  const hash = createHash('sha256').update(text).digest('hex')
  const [made] = await documents.server.sql(`insert into persisted_query (name, revision, alias, hash, document, client, state) values ($1::text, 1, $1::text || '.v1', $2, $3, $4, 'ACTIVE') on conflict (hash) do nothing returning id`, [`d-${hash.slice(0, 12)}`, hash, text, client])
  if (made && client === 'PARTNER') await documents.server.sql(`insert into document_grant (partner_id, document_id, state) select p.id, $1, 'ACTIVE' from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`, [made['id']])
  return `sha256:${hash}`
}

/** At the public door, and whether PostgreSQL wrote the rows. */
async function atDoor(text: string, variables: object, client: 'SITE' | 'PARTNER'): Promise<Pick<HttpAnswer, 'json' | 'text'> & { readonly verbatim: boolean }> {
  const id = await serve(text, client)
  const headers: Record<string, string> = client === 'PARTNER' ? { authorization: key } : {}
  const ask = () => documents.at(`/${client.toLowerCase()}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ documentId: id, variables }) })
  for (;;) {
    const { status, json, text: answer } = await ask()
    // The door hears of new documents a moment later.
    if (status !== 404) return { json, text: answer, verbatim: documents.server.lastStatement().includes(' as found') }
  }
}

async function atGraphql(text: string, variables: object, client: 'SITE' | 'PARTNER'): Promise<HttpAnswer['json']> {
  const body = client === 'SITE' ? { documentId: await serve(text, client), variables } : { query: text, variables }
  const { json } = await documents.at('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...(client === 'PARTNER' ? { authorization: `Bearer ${documents.partner}` } : {}) }, body: JSON.stringify(body) })
  return json
}

const codes = ({ errors = [] }: HttpAnswer['json']): string[] => errors.map(({ path, extensions }) => `${String(extensions['code'])} ${JSON.stringify(path)} ${JSON.stringify(extensions['fields'])}`).toSorted()

async function compare(text: string, variables: object, client: 'SITE' | 'PARTNER'): Promise<boolean> {
  const [door, graphql] = [await atDoor(text, variables, client), await atGraphql(text, variables, client)]
  expect({ text, data: JSON.stringify(door.json.data), errors: codes(door.json) }).toEqual({ text, data: JSON.stringify(graphql.data), errors: codes(graphql) })
  // Byte for byte.
  if (!graphql.errors) expect(door.text).toContain(`{"data":${JSON.stringify(graphql.data)},"extensions":`)
  return door.verbatim
}

/** At his own door a partner is no member (MC-52): compared is what that makes no difference to, a relation to something else left out. */
function alikeAtBothDoors(model: Model): Rights {
  const [door, graphql] = [['visitor', 'partner'], ['visitor', 'partner', 'member']].map((roles) => compileRights(model, new Set(roles)))
  if (!door || !graphql) throw new Error('no rights')
  const told = (rights: Rights, entity: EntityModel): string => JSON.stringify([rights.of(entity.name, 'read').rows, ...[...entity.members.keys()].map((name) => rights.of(entity.name, 'read').field(name))])
  const alike = new Set([...model.entities.values()].filter((entity) => told(door, entity) === told(graphql, entity)).map(({ name }) => name))
  const targetOf = (entity: string, name: string): string => { const member = entityOf(model, entity).members.get(name); return member && 'target' in member ? member.target : entity }
  return { ...door, of: (entity, verb) => ({ rows: alike.has(entity) ? door.of(entity, verb).rows : 'none', byThemselves: alike.has(entity) ? door.of(entity, verb).byThemselves : 'none', field: (name) => (alike.has(entity) && alike.has(targetOf(entity, name)) ? door.of(entity, verb).field(name) : 'none') }) }
}

describe.each([['SITE', 'visitor', 40], ['PARTNER', 'partner', 40]] as const)('lists that PostgreSQL writes, at the door %s', (client, role, fewest) => {
  it('are those of the resolvers, whatever is asked of whichever entity', async () => {
    const { model } = documents.server
    const rights = role === 'visitor' ? compileRights(model, new Set(['visitor'])) : alikeAtBothDoors(model)
    const pick = chance(7)
    const entities = [...model.entities.values()].filter(({ name }) => mayList(rights, name))
    let written = 0
    for (const entity of entities) {
      const ids = (await documents.server.sql(`select id from "${entity.table}" order by id limit 5`)).map((row) => row['id'])
      for (let turn = 0; turn < 9; turn++) written += Number(await compare(documentFor({ pick, rights, aliases: 8 }, entity), { ids }, client))
    }
    expect(written).toBeGreaterThan(fewest)
  }, 120_000)
})

describe('the documents of the site', () => {
  it('answer the same pages, by cursors and numbers, filtered and sorted', async () => {
    const [search, articles] = (await documents.server.sql(`select document from persisted_query where alias in ('casting-search.v1', 'articles.v1') order by alias desc`)).map((row) => String(row['document']))
    for (const page of [{ size: 3 }, { size: 2, number: 2 }, { size: 100 }, { size: 1, number: 9_000 }]) {
      for (const filter of [{}, { title: { contains: 'e' } }, { categories: { some: {} } }, { posts: { lt: 0 } }]) expect([page, filter, await compare(search ?? '', { page, filter, sort: [{ title: 'ASC' }] }, 'SITE')]).toEqual([page, filter, true])
      expect(await compare(articles ?? '', { page }, 'SITE')).toBe(true)
    }
    const first = await atDoor(search ?? '', { page: { size: 2 } }, 'SITE')
    const after = at(first.json.data, 'castingOffers', 'pageInfo', 'endCursor')
    expect(await compare(search ?? '', { page: { size: 2, after } }, 'SITE')).toBe(true)
  })

  it('refuse in the same place what is wrong in a page, a filter, a limit, a list of ids', async () => {
    const text = 'query ($page: PageInput, $filter: CastingOfferFilter, $limit: Int, $ids: [ID!]!) { one: castingOffers(page: $page, filter: $filter) { items { id categories(limit: $limit) { id } } } castingOffersByIds(ids: $ids) { id } }'
    for (const wrong of [{ page: { size: 0 } }, { page: { after: 'x' } }, { filter: { title: { eq: null } } }, { limit: 1_000 }, { ids: ['x'] }, {}]) {
      await compare(text, { ids: [], limit: 5, ...wrong }, 'SITE')
    }
  })

  it('know a variable among several values, and one of several uses', async () => {
    const [offer] = await documents.server.sql(`select id, title from casting_offer where state = 'PUBLISHED' order by id limit 1`)
    const used = ['title: { in: [$title] }', 'title: { notIn: [$title, "x"] }', 'id: { in: [$id] }', 'title: { eq: $title, in: [$title] }', 'and: [{ id: { eq: $id } }, { id: { in: [$id] } }]', 'or: [{ title: { contains: $title } }, { not: { id: { notIn: [$id] } } }]']
    for (const filter of used) {
      const text = `query ($title: String!, $id: ID!) { castingOffers(filter: { ${filter} }, sort: [{ id: ASC }]) { total items { id title } } used: castingOffersByIds(ids: [$id]) { id title } other: castingOffers(filter: { title: { eq: $title } }) { items { id } } }`
      for (const variables of [{ title: offer?.['title'], id: offer?.['id'] }, { title: 'x', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }]) expect([filter, await compare(text, variables, 'SITE')]).toEqual([filter, true])
    }
  })

  it('fill the variables of kept statements anew each time, with what each may be', async () => {
    const text = `query ($from: DateTime, $never: DateTime, $title: String, $inside: String, $posts: SafeInt, $profession: ID, $day: Date, $yes: Boolean, $size: Int) {
      castingOffers(sort: [{ id: ASC }], page: { size: $size }, filter: { publishFrom: { lte: $from, ne: $never }, and: [
        { or: [{ title: { eq: $title } }, { title: { contains: $inside } }, { not: { posts: { gt: $posts } } }] },
        { profession: { id: { ne: $profession } } }, { startsOn: { gte: $day } }, { address: { isEmpty: $yes } }
      ] }) { total items { id title } }
    }`
    const [offer] = await documents.server.sql(`select title, profession_id as profession from casting_offer where state = 'PUBLISHED' order by id limit 1`)
    const usual = { from: new Date().toISOString(), never: '2000-01-01T00:00:00Z', title: offer?.['title'], inside: 'e', posts: 2, profession: offer?.['profession'], day: '2000-01-01', yes: false, size: 3 }
    const others = [
      {}, { size: 5 }, { from: '2026-02-31T00:00:00Z' }, { from: '2020-01-01T00:00:00+05:00' }, { from: null }, { from: undefined }, { title: undefined, inside: undefined }, { posts: undefined, yes: undefined, profession: undefined }, { title: '%' }, { title: '' }, { inside: '_' }, { inside: `x' or true --` }, { inside: 'a'.repeat(500) },
      { posts: 1e15 }, { posts: 'x' }, { profession: 'x' }, { profession: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }, { day: '2026-13-01' }, { day: '9999-12-31' }, { yes: true }, { yes: null }, { size: 101 }, {},
    ]
    const written = []
    for (const other of others) written.push(await compare(text, { ...usual, ...other }, 'SITE'))
    expect(written.filter(Boolean).length).toBeGreaterThan(10)
  })
})
