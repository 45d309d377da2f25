import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, openDesk, textAt, type Desk } from './fixtures/desk.ts'

let desk: Desk
const mark = `zq${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`
const place = { latitude: 45.1, longitude: 3.2 }
/** Last bytes of ids, one in each slice of the index of words. */
const lastBytes = ['00', '1f', '7f', 'ff']
const titles = lastBytes.map((byte) => `Offre ${mark} ${byte}`)
let domain: string

/** Offers as many as there may be around one place, published after all others; nobody may read them, for there is no offer behind them. */
const crowd = (sign: string): string => `insert into published_offer (offer_id, published_from, profession_id, domain_id, contract_type_id, latitude, longitude, category_ids, words)
  select gen_random_uuid(), now() - interval '1 minute', p.profession_id, p.domain_id, p.contract_type_id, ${place.latitude}, ${place.longitude}, '{}', to_tsvector('coulisses', '${sign} foule')
  from generate_series(1, 6000), (select * from published_offer limit 1) p`

async function publishedIn(slice: string, title: string): Promise<void> {
  const draft = await anOffer(desk, { title, address: { create: { city: 'Quelque part', position: place } }, categories: { set: [] } })
  const [row] = await desk.server.sql(`update casting_offer set id = (left(id::text, 34) || $2)::uuid where id = $1 returning id, profession_id`, [draft.id, slice])
  await desk.run('publishCastingOffer', String(row?.['id']))
  await desk.server.sql(`update casting_offer set publish_from = now() - interval '2 days' where id = $1`, [row?.['id']])
  domain = String((await desk.server.sql('select domain_id from profession where id = $1', [row?.['profession_id']]))[0]?.['domain_id'])
}

beforeAll(async () => {
  desk = await openDesk()
  for (const [index, byte] of lastBytes.entries()) await publishedIn(byte, titles[index] ?? '')
  await desk.server.sql(crowd('vacarme'))
  await desk.server.sql('analyze published_offer')
})
afterAll(async () => { await desk.server.close() })

type Args = Readonly<Record<string, unknown>>
const DOCUMENT = `query Search($words: String, $domains: [ID!], $near: PositionInput, $km: SafeInt, $order: String, $first: SafeInt, $after: String) {
  castingSearch(words: $words, domains: $domains, near: $near, km: $km, order: $order, first: $first, after: $after) { items { offer { title } } total more facets { domains { id count } } pageInfo { hasNextPage endCursor } }
}`
const search = async (args: Args): Promise<unknown> => at(await desk.public(DOCUMENT, args), 'castingSearch')
const found = (answer: unknown): string[] => (at(answer, 'items') as unknown[]).map((item) => textAt(item, 'offer', 'title')).sort()

describe('MC-50 among more offers than are looked through', () => {
  it('those of this test stand in four slices, behind thousands around the same place', async () => {
    expect(await desk.server.sql(`select slice from published_offer p join casting_offer o on o.id = p.offer_id where o.title like $1 order by slice`, [`Offre ${mark}%`])).toEqual([0, 1, 2, 3].map((slice) => ({ slice })))
  })

  it.each([
    ['words alone', {}], ['words and a place', { near: place, km: 20 }], ['words and a wide circle', { near: place, km: 500 }],
  ])('%s find each once, in either order', async (_, args) => {
    for (const order of ['RELEVANCE', 'DATE']) {
      const answer = await search({ words: mark, order, ...args })
      expect(found(answer), order).toEqual(titles)
      expect(answer).toMatchObject({ total: 4, more: false })
    }
  })

  it('the facets count each once, narrowed or not', async () => {
    const one = { id: domain, count: 1 }
    for (const args of [{}, { domains: [domain] }]) expect(at(await search({ words: mark, near: place, km: 20, ...args }), 'facets', 'domains')).toContainEqual(one)
  })

  it.each(['RELEVANCE', 'DATE'])('pages by %s hold each once', async (order) => {
    const seen: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const answer = await search({ words: mark, near: place, km: 20, order, first: 1, ...(after ? { after } : {}) })
      seen.push(...found(answer))
      more = at(answer, 'pageInfo', 'hasNextPage') === true
      after = textAt(answer, 'pageInfo', 'endCursor')
    }
    expect(seen.sort()).toEqual(titles)
  })

  it.each([
    ['words alone', {}], ['words and a place', { near: place, km: 20 }], ['words and a wide circle', { near: place, km: 500 }],
  ])('%s that thousands have count a thousand for whoever may read all, and none for the public, who may not read these', async (_, args) => {
    for (const order of ['RELEVANCE', 'DATE']) {
      expect(at(await desk.ask(DOCUMENT, { words: 'vacarme', order, ...args }), 'castingSearch'), order).toMatchObject({ total: 1000, more: true, items: [] })
      expect(await search({ words: 'vacarme', order, ...args }), order).toMatchObject({ total: 0, items: [] })
    }
  })

  it('a place elsewhere finds none of them', async () => {
    expect(await search({ words: mark, near: { latitude: 48.1, longitude: 3.2 }, km: 20 })).toMatchObject({ total: 0, items: [] })
    expect(await search({ words: mark, near: { ...place, longitude: 4 }, km: 20 })).toMatchObject({ total: 0, items: [] })
  })
})

describe('MC-50 an unfinished word', () => {
  it('is found as what it may become as soon as an offer says so, however many words begin in this way', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `${mark}abc${String.fromCharCode(97 + index % 26)}${index}`)
    const offers = await Promise.all(many.map((word) => anOffer(desk, { title: `Mot ${word}` })))
    for (const [index, { id }] of offers.entries()) {
      await desk.run('publishCastingOffer', id)
      if (index % 15 === 0) expect(at(await search({ words: `mot ${mark}abc` }), 'total')).toBe(index + 1)
    }
    expect(at(await search({ words: `mot ${mark}abc` }), 'total')).toBe(30)
    expect(found(await search({ words: `mot ${mark}abca` }))).toEqual([`Mot ${mark}abca0`, `Mot ${mark}abca26`])
    expect(at(await search({ words: `mot ${mark}abd` }), 'total')).toBe(0)
  })

  it('says the same to an index when it is spelt out', async () => {
    const lost = await desk.server.sql(`with typed as (select distinct offer_words(left(word, 4)) as words from trade_word where length(word) > 4 limit 200),
      asked as materialized (select words, spelt_out(words) as spelt from typed)
      select a.words, p.offer_id from asked a, published_offer p join casting_offer o on o.id = p.offer_id where (p.words @@ a.words) <> (p.words @@ a.spelt)`)
    expect(lost).toEqual([])
  })
})
