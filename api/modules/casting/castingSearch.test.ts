import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, faultAt, openDesk, textAt, type Desk } from './fixtures/desk.ts'

let desk: Desk
/** A word that only the offers of this file hold. */
const mark = `zq${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

type Args = Readonly<Record<string, unknown>>
const DOCUMENT = `query Search($words: String, $domains: [ID!], $professions: [ID!], $contractTypes: [ID!], $regions: [ID!], $categories: [ID!], $town: String, $near: PositionInput, $km: SafeInt,
  $startsFrom: Date, $startsUntil: Date, $publishedSince: DateTime, $order: String, $first: SafeInt, $after: String) {
  castingSearch(words: $words, domains: $domains, professions: $professions, contractTypes: $contractTypes, regions: $regions, categories: $categories, town: $town, near: $near, km: $km,
    startsFrom: $startsFrom, startsUntil: $startsUntil, publishedSince: $publishedSince, order: $order, first: $first, after: $after) {
    items { offer { id title client { companyName } profession { name domain { name } } address { city } contact { displayName } } title snippet distance }
    total more
    facets { domains { id name count } professions { id name count } contractTypes { id name count } regions { id name count } categories { id name count } }
    place { name latitude longitude km }
    pageInfo { hasNextPage endCursor }
  }
}`
const search = async (args: Args): Promise<unknown> => at(await desk.public(DOCUMENT, args), 'castingSearch')
const titles = (answer: unknown): string[] => (at(answer, 'items') as unknown[]).map((item) => textAt(item, 'offer', 'title')).sort()
const count = (answer: unknown, facet: string, id: string): unknown => (at(answer, 'facets', facet) as { id: string; count: number }[]).find((value) => value.id === id)?.count

async function publishedOffer(more: Args = {}): Promise<string> {
  const offer = await anOffer(desk, more)
  await desk.run('publishCastingOffer', offer.id)
  return offer.id
}

const profession = async (input: Args): Promise<{ id: string; domain: string }> => {
  const domain = await desk.create('ProfessionDomain', { name: `Domaine ${randomUUID()}` })
  return { id: (await desk.create('Profession', { ...input, domain: { connect: domain.id } })).id, domain: domain.id }
}

describe('MC-50 words', () => {
  it('are found without accents, in any form, in either form of the trade, and in spite of a typing error', async () => {
    const actor = await profession({ name: `Acteur / Actrice ${mark}`, masculine: `Acteur ${mark}`, feminine: `Actrice ${mark}` })
    const title = `Comédien chanteur ${mark}`
    await publishedOffer({ title, profession: { connect: actor.id } })
    for (const words of ['comedien', 'COMÉDIENNE', 'comédiennes', 'chanteuse', 'actrice', 'acteurs', 'comedeinne', 'chanteuze', 'acetur', 'comédi']) {
      expect(titles(await search({ words: `${mark} ${words}` })), words).toEqual([title])
    }
    expect(titles(await search({ words: `${mark} funambule` }))).toEqual([])
  })

  it('find a danseuse for danseur and the reverse', async () => {
    await publishedOffer({ title: `Danseuse contemporaine ${mark}d` })
    expect(titles(await search({ words: `danseur ${mark}d` }))).toHaveLength(1)
    expect(titles(await search({ words: `danceuse ${mark}d` }))).toHaveLength(1)
  })

  it('that end in what is no word to an index ask for the others', async () => {
    const title = `Ingénieure du son ${mark}i`
    await publishedOffer({ title })
    for (const words of [`${mark}i ingénieur du son`, `${mark}i ingenieur son`, `ingénieurs ${mark}i du`]) expect(titles(await search({ words })), words).toEqual([title])
    expect(titles(await search({ words: `${mark}i ingénieur du cirque` }))).toEqual([])
  })

  it('of every trade of the lists are found by its other form', async () => {
    const forms = `select p.name, p.feminine, p.masculine from profession p where p.feminine is not null and p.masculine is not null`
    expect((await desk.server.sql(forms)).length).toBeGreaterThan(200)
    const lost = await desk.server.sql(`select * from (${forms}) p where not (to_tsvector('coulisses', p.masculine) @@ offer_words(p.feminine) and to_tsvector('coulisses', p.feminine) @@ offer_words(p.masculine))`)
    expect(lost).toEqual([])
  })

  it('with a letter too few, too many, or two of them the wrong way round find nine trades in ten, whatever the letter', async () => {
    const [row] = await desk.server.sql(`
      with word as (select word from (select distinct unnest(words_of(masculine)) as word from profession) w where length(word) between 7 and 15 and word ~ '^[a-z]+$'),
        place as (select word, n from word, generate_series(3, 6) n),
        typed as (select word, left(word, n - 1) || substr(word, n + 1) as typo from place union all select word, left(word, n) || substr(word, n) from place union all select word, left(word, n - 1) || substr(word, n + 1, 1) || substr(word, n, 1) || substr(word, n + 2) from place)
      select count(*)::int as typos, (count(*) filter (where to_tsvector('coulisses', word) @@ offer_words(typo)))::float8 / count(*) as found from typed`)
    expect(Number(row?.['typos'])).toBeGreaterThan(500)
    expect(Number(row?.['found'])).toBeGreaterThan(0.9)
  })

  it('stand before what is only written nearly so', async () => {
    const trade = await profession({ name: `Bruiteur${mark}` })
    await publishedOffer({ title: `Studio ${mark}b bruiteut${mark}` })
    await publishedOffer({ title: `Studio ${mark}b`, profession: { connect: trade.id } })
    const found = await search({ words: `${mark}b bruiteut${mark}` })
    expect((at(found, 'items') as unknown[]).map((item) => textAt(item, 'offer', 'title'))).toEqual([`Studio ${mark}b bruiteut${mark}`, `Studio ${mark}b`])
  })

  it('are marked, and nothing else in the answer is a tag', async () => {
    const id = await publishedOffer({ title: `Trapéziste <b>&</b> ${mark}m`, description: '<p>Un trapéziste &amp; sa <strong>partenaire</strong></p>' })
    await desk.server.sql(`update casting_offer set description = description || '<img src=x onerror=alert(1) ' where id = $1`, [id])
    const found = await search({ words: `trapeziste ${mark}m` })
    expect(at(found, 'items', 0, 'title')).toBe(`<mark>Trapéziste</mark> &#38; <mark>${mark}m</mark>`)
    const snippet = textAt(found, 'items', 0, 'snippet')
    expect(snippet).toContain('<mark>trapéziste</mark> &#38; sa')
    expect(snippet.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/)
  })

  it('of two letters, of stop words or of signs alone break nothing', async () => {
    for (const words of ['le', 'l’', '&|!():*', "'", '\\', 'à la', '   ', '<->', 'ab', 'é'.repeat(200)]) await expect(search({ words })).resolves.toBeTruthy()
    await expect(search({ words: 'a'.repeat(201) })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('words') })
  })
})

describe('MC-49 the rights of a visitor hold in the search', () => {
  it('finds nothing by what is not published: a note, a hidden contact, an author', async () => {
    const person = await desk.create('Person', { firstName: 'Xénophon', lastName: `Secret${mark}` })
    const id = await publishedOffer({ title: `Offre nuageuse${mark}`, internalNote: `confidentiel${mark}`, contact: { connect: person.id } })
    for (const words of [`confidentiel${mark}`, `Secret${mark}`]) expect(titles(await search({ words }))).toEqual([])
    expect(at(await search({ words: `nuageuse${mark}` }), 'items', 0, 'offer')).toMatchObject({ id, contact: null })
    expect(await desk.count('published_offer', `words::text ~ $1`, `(confidentiel|secret)${mark}`)).toBe(0)
  })

  it('forgets an offer that is withdrawn, expired, deleted, or not yet due', async () => {
    const offers = await Promise.all(['w', 'e', 'd', 'f'].map((letter) => publishedOffer({ title: `Partante ${mark}${letter}p`, description: `<p>${mark}partante</p>` })))
    const [withdrawn, expired, deleted, future] = offers as [string, string, string, string]
    expect(at(await search({ words: `${mark}partante` }), 'total')).toBe(4)
    await desk.run('withdrawCastingOffer', withdrawn)
    await desk.server.sql(`update casting_offer set publish_from = now() - interval '2 days', publish_until = now() - interval '1 second' where id = $1`, [expired])
    await desk.remove('CastingOffer', deleted)
    await desk.update('CastingOffer', future, { publishFrom: '2999-01-01T00:00:00Z' })
    expect(await search({ words: `${mark}partante` })).toMatchObject({ total: 0, items: [] })
  })

  it('follows what an offer shows: its trade, its client, its place, its categories', async () => {
    const dancer = await profession({ name: `Avaleur de sabres ${mark}` })
    const client = await desk.create('Client', { organisation: { create: { name: `Cirque ${mark}` } } })
    const category = await desk.create('CastingCategory', { name: `Cirque ${mark}` })
    const id = await publishedOffer({ title: `Numéro ${mark}s`, profession: { connect: dancer.id }, client: { connect: client.id } })
    await desk.update('Profession', dancer.id, { name: `Contorsionniste ${mark}` })
    await desk.update('CastingOffer', id, { categories: { connect: [category.id] }, address: { update: { city: `Ville${mark}` } } })
    expect(titles(await search({ words: `contorsionniste ville${mark}` }))).toHaveLength(1)
    expect(titles(await search({ words: `avaleur ${mark}s` }))).toHaveLength(0)
    expect(at(await search({ categories: [category.id] }), 'total')).toBe(1)
    expect(titles(await search({ words: `cirque ${mark}s` }))).toHaveLength(1)
  })
})

describe('MC-50 criteria and facets', () => {
  it('narrow; each facet is counted without its own', async () => {
    const [dance, song] = await Promise.all([profession({ name: `Danse ${mark}f` }), profession({ name: `Chant ${mark}f` })])
    const contractType = await desk.create('ContractType', { name: `Contrat ${mark}` })
    await Promise.all([0, 1, 2].map((n) => publishedOffer({ title: `Facette ${mark}f ${n}`, profession: { connect: dance.id }, ...(n === 0 ? { contractType: { connect: contractType.id } } : {}) })))
    await publishedOffer({ title: `Facette ${mark}f chant`, profession: { connect: song.id } })
    const found = await search({ words: `facette ${mark}f`, domains: [dance.domain] })
    expect(found).toMatchObject({ total: 3, more: false })
    expect([count(found, 'domains', dance.domain), count(found, 'domains', song.domain)]).toEqual([3, 1])
    expect([count(found, 'professions', dance.id), count(found, 'professions', song.id)]).toEqual([3, undefined])
    const both = await search({ words: `facette ${mark}f`, domains: [dance.domain], contractTypes: [contractType.id] })
    expect(both).toMatchObject({ total: 1 })
    expect([count(both, 'domains', dance.domain), count(both, 'domains', song.domain), count(both, 'contractTypes', contractType.id)]).toEqual([1, undefined, 1])
  })

  it('know the distance from a town, its postcode or a position', async () => {
    const [near, far] = [{ latitude: 47.2, longitude: -1.6 }, { latitude: 48.11, longitude: -1.68 }]
    for (const [name, position] of Object.entries({ near, far })) await publishedOffer({ title: `Lieu ${mark}g ${name}`, address: { create: { city: 'Quelque part', position } } })
    const around = await search({ words: `${mark}g`, town: 'nantes' })
    expect(around).toMatchObject({ place: { name: 'Nantes', km: 30 }, items: [{ offer: { title: `Lieu ${mark}g near` }, distance: expect.closeTo(5.4, 0) as unknown }] })
    expect(at(await search({ words: `${mark}g`, town: '44000', km: 110 }), 'total')).toBe(2)
    expect(titles(await search({ words: `${mark}g`, near: far, km: 5 }))).toEqual([`Lieu ${mark}g far`])
    expect(at(await search({ town: 'ST ETIENNE' }), 'place', 'name')).toBe('Saint-Étienne')
    expect(at(await search({ near: { latitude: -18, longitude: 179.9 }, km: 300 }), 'total')).toBe(0)
  })

  it('know dates', async () => {
    await publishedOffer({ title: `Jour ${mark}j`, startsOn: '2031-05-01' })
    expect(at(await search({ words: `${mark}j`, startsFrom: '2031-05-01', startsUntil: '2031-05-01' }), 'total')).toBe(1)
    expect(at(await search({ words: `${mark}j`, startsFrom: '2031-05-02' }), 'total')).toBe(0)
    expect(at(await search({ words: `${mark}j`, publishedSince: '2999-01-01T00:00:00Z' }), 'total')).toBe(0)
  })

  it.each([
    ['first', { first: 100_000 }], ['first', { first: 0 }], ['after', { after: 'nonsense' }], ['order', { order: 'PRICE' }], ['town', { town: 'Nulle-Part-sur-Mer' }], ['km', { km: 10 }],
    ['near', { near: { latitude: 91, longitude: 0 } }], ['near', { town: 'Nantes', near: { latitude: 1, longitude: 0 } }], ['domains.0', { domains: ['x'] }], ['startsFrom', { startsFrom: 'soon' }],
    ['regions', { regions: Array.from({ length: 51 }, () => randomUUID()) }],
  ])('refuse a faulty %s at its path', async (path, args) => {
    await expect(search(args)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })
})

describe('MC-50 pages', () => {
  it.each(['DATE', 'RELEVANCE'])('by %s hold every offer once, whatever is published meanwhile', async (order) => {
    const word = `${mark}page${order.toLowerCase()}`
    const made = await Promise.all(Array.from({ length: 7 }, (_, n) => publishedOffer({ title: `Page ${word} ${n % 2 ? 'page' : ''}` })))
    const seen: string[] = []
    let after: string | undefined
    for (let page = 0; page < 5; page += 1) {
      const found = await search({ words: `page ${word}`, order, first: 3, ...(after ? { after } : {}) })
      seen.push(...(at(found, 'items') as unknown[]).map((item) => textAt(item, 'offer', 'id')))
      if (at(found, 'pageInfo', 'hasNextPage') !== true) break
      after = textAt(found, 'pageInfo', 'endCursor')
      await publishedOffer({ title: `Page ${word} page page` })
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.sort()).toEqual(made.sort())
  })

  it('refuse the cursor of another search', async () => {
    await publishedOffer({ title: `Curseur ${mark}c` })
    const after = textAt(await search({ words: `${mark}c` }), 'pageInfo', 'endCursor')
    await expect(search({ words: 'autre', after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('after') })
  })

  it('cost two statements, however many offers and facets: one that looks at the newest, and one that answers', async () => {
    await search({ words: 'danseur' })
    const before = desk.server.statements()
    await search({ words: 'danseur' })
    // The registry may look for new documents once a second.
    expect(desk.server.statements() - before).toBeLessThanOrEqual(4)
  })
})
