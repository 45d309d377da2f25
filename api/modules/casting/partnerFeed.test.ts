import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, faultAt, openDesk, textAt, unique, type Desk, type Made } from './fixtures/desk.ts'
import { partnerProgram, type FeedPage, type PartnerProgram } from './fixtures/partnerProgram.ts'
import { unrest } from './fixtures/unrest.ts'

let desk: Desk
let partnerId: string
beforeAll(async () => {
  desk = await openDesk()
  const [row] = await desk.server.sql(`select p.id from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`)
  partnerId = String(row?.['id'])
})
afterAll(async () => { await desk.server.close() })

type Args = Readonly<Record<string, unknown>>
const FIELDS = 'id reference title description posts startsOn publishFrom publishUntil client { companyName } profession { name domain { name } } contractType { name } categories { name } address { city postcode region { name } } contact { displayName email }'
const DOCUMENT = `query Feed($feed: String!, $since: String, $first: SafeInt, $after: String) {
  partnerFeed: readFeed(feed: $feed, since: $since, first: $first, after: $after) { items { ${FIELDS} } gone complete nextSince hasNextPage endCursor }
}`
const read = async (args: Args, token: string = desk.partner): Promise<FeedPage> => at(await desk.ask(DOCUMENT, args, token), 'partnerFeed') as FeedPage

/** A trade of its own, a feed of the partner that holds it alone, and what makes offers of it. */
async function aFeed(more: Args = {}): Promise<{ id: string; professionId: string; publish: (offer?: Args) => Promise<Made>; program: PartnerProgram }> {
  const domain = await desk.create('ProfessionDomain', { name: unique('Domaine') })
  const profession = await desk.create('Profession', { name: unique('Métier'), domain: { connect: domain.id } })
  const { id } = await desk.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partnerId }, professions: { connect: [profession.id] }, ...more })
  const publish = async (offer: Args = {}): Promise<Made> => {
    const made = await anOffer(desk, { profession: { connect: profession.id }, ...offer })
    await desk.run('publishCastingOffer', made.id)
    return made
  }
  return { id, professionId: profession.id, publish, program: partnerProgram((since, after) => read({ feed: id, since, after })) }
}

describe('MC-53 a feed', () => {
  it('answers all its offers, then only what has changed and what is gone', async () => {
    const { id, publish } = await aFeed()
    const [kept, withdrawn] = [await publish(), await publish()]
    await anOffer(desk)
    const all = await read({ feed: id })
    expect(all).toMatchObject({ complete: true, gone: [], hasNextPage: false })
    expect(all.items.map((item) => item.id).sort()).toEqual([kept.id, withdrawn.id].sort())
    expect(await read({ feed: id, since: all.nextSince })).toMatchObject({ items: [], gone: [], complete: false })
    expect(at(await desk.one('PartnerFeed', id, 'lastFetchedAt'), 'lastFetchedAt')).not.toBeNull()
    await desk.run('withdrawCastingOffer', withdrawn.id)
    await desk.update('CastingOffer', kept.id, { title: 'Un autre titre' })
    const next = await read({ feed: id, since: all.nextSince })
    expect(next).toMatchObject({ items: [{ id: kept.id, title: 'Un autre titre' }], gone: [withdrawn.id], complete: false })
    expect(await read({ feed: id, since: next.nextSince })).toMatchObject({ items: [], gone: [] })
  })

  it.each<[string, (offer: Made, feed: { professionId: string }) => Promise<unknown>]>([
    ['deleted', (offer) => desk.remove('CastingOffer', offer.id)],
    ['of another trade', async (offer) => desk.update('CastingOffer', offer.id, { profession: { connect: at(await anOffer(desk, {}), 'profession', 'id') } })],
    ['over by the clock alone', (offer) => desk.server.sql(`update casting_offer set publish_from = now() - interval '1 day', publish_until = clock_timestamp() + interval '30 milliseconds' where id = $1`, [offer.id])],
  ])('tells an offer that is %s', async (_why, leave) => {
    const { id, publish, program, professionId } = await aFeed()
    const offer = await publish()
    await program.poll()
    await leave(offer, { professionId })
    await desk.server.sql('select pg_sleep(0.05)')
    await program.poll()
    expect(program.copy()).toBe('[]')
    expect(program.told.gone).toBe(1)
    expect((await read({ feed: id })).items).toEqual([])
  })

  it('tells an offer whose time comes', async () => {
    const { publish, program } = await aFeed()
    const offer = await publish()
    await desk.server.sql(`update casting_offer set publish_from = clock_timestamp() + interval '40 milliseconds' where id = $1`, [offer.id])
    await program.poll()
    await desk.server.sql('select pg_sleep(0.05)')
    await program.poll()
    expect(program.copy()).toContain(offer.id)
  })

  it('tells what an offer shows of others: its client, trade, place, categories and public contact', async () => {
    const { id, publish, program, professionId } = await aFeed()
    const contact = await desk.create('Person', { firstName: 'Ada', lastName: 'Martin' })
    const offer = await publish({ contact: { connect: contact.id }, contactPublic: true })
    await program.poll()
    const changes: [string, () => Promise<unknown>][] = [
      ['Autre métier', () => desk.update('Profession', professionId, { name: unique('Autre métier') })],
      ['Autre domaine', () => desk.update('ProfessionDomain', textAt(offer, 'profession', 'domain', 'id'), { name: unique('Autre domaine') }).then(async () => desk.server.sql(`update profession_domain set name = 'Autre domaine ' || new_id() where id = (select domain_id from profession where id = $1)`, [professionId]))],
      ['Autre contrat', () => desk.update('ContractType', textAt(offer, 'contractType', 'id'), { name: unique('Autre contrat') })],
      ['Autre catégorie', () => desk.update('CastingCategory', textAt(offer, 'categories', 0, 'id'), { name: unique('Autre catégorie') })],
      ['Autre ville', () => desk.update('CastingOffer', offer.id, { address: { update: { city: 'Autre ville' } } })],
      ['Lovelace', () => desk.update('Person', contact.id, { lastName: 'Lovelace' })],
      ['Autre troupe', () => desk.server.sql(`update client set company_name = 'Autre troupe' where id = $1`, [textAt(offer, 'client', 'id')])],
    ]
    for (const [text, change] of changes) {
      await change()
      await program.poll()
      expect(program.copy(), text).toContain(text)
    }
    expect(program.copy()).toBe(JSON.stringify((await read({ feed: id })).items))
  })

  it('says nothing of an internal note, nor of an offer that was never published', async () => {
    const { id, publish, professionId } = await aFeed()
    const offer = await publish()
    const { nextSince } = await read({ feed: id })
    await desk.update('CastingOffer', offer.id, { internalNote: 'Ne pas rappeler.' })
    await anOffer(desk, { profession: { connect: professionId } })
    expect(await read({ feed: id, since: nextSince })).toMatchObject({ items: [], gone: [] })
  })

  it('begins anew when it is limited otherwise', async () => {
    const { id, publish, program } = await aFeed()
    await publish()
    await program.poll()
    const other = await desk.create('Profession', { name: unique('Autre'), domain: { create: { name: unique('Domaine') } } })
    await desk.update('PartnerFeed', id, { professions: { set: [other.id] } })
    await program.poll()
    expect(program.copy()).toBe('[]')
    expect(program.told.complete).toBe(2)
  })

  it('is its partner’s alone, while the partnership is active', async () => {
    const { id } = await aFeed()
    const organisation = await desk.create('Organisation', { name: unique('Autre site'), addresses: { create: [{ city: 'Nantes', countryCode: 'FR' }] } })
    const other = await desk.create('DiffusionPartner', { siteName: unique('Autre site'), siteUrl: 'https://example.test', organisation: { connect: organisation.id } })
    const foreign = await desk.create('PartnerFeed', { name: unique('Flux'), partner: { connect: other.id } })
    for (const feed of [foreign.id, '01890000-0000-7000-8000-000000000000', 'nothing']) await expect(read({ feed })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await desk.run('deactivatePartnerFeed', id)
    await expect(read({ feed: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.run('activatePartnerFeed', id)
    await desk.run('deactivateDiffusionPartner', partnerId)
    await expect(read({ feed: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.run('activateDiffusionPartner', partnerId)
    expect((await read({ feed: id })).complete).toBe(true)
  })

  it.each([
    ['since', { since: 'yesterday' }], ['since', { since: '2999-01-01T00:00:00Z' }], ['since', { since: '2026-02-30' }], ['since', { since: Buffer.from('["x","y","1:0:","2026-01-01T00:00:00.000000Z"]').toString('base64url') }],
    ['first', { first: 51 }], ['first', { first: 0 }], ['first', { first: 100_000 }], ['after', { after: 'x' }],
  ])('refuses a faulty %s: %j', async (path, args) => {
    const { id } = await aFeed({ pageSize: 50 })
    await expect(read({ feed: id, ...args })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })

  it('takes a time for since: before all time it answers everything, later what has changed', async () => {
    const { id, publish } = await aFeed()
    const early = await publish()
    for (const since of ['0001-01-01', '1970-01-01T00:00:00Z']) expect(await read({ feed: id, since })).toMatchObject({ complete: true, items: [{ id: early.id }] })
    await desk.server.sql('insert into feed_snapshot (at, taken) values (clock_timestamp(), pg_current_snapshot())')
    const [row] = await desk.server.sql(`select to_char((clock_timestamp() + interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`)
    const since = String(row?.['now'])
    const late = await publish()
    expect(await read({ feed: id, since })).toMatchObject({ complete: false, items: [{ id: late.id }], gone: [] })
  })

  it('begins anew for a position of another database', async () => {
    const { id } = await aFeed()
    const { nextSince } = await read({ feed: id })
    const [epoch, filter, snapshot, time] = JSON.parse(Buffer.from(nextSince, 'base64url').toString()) as string[]
    const as = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
    expect((await read({ feed: id, since: nextSince })).complete).toBe(false)
    expect((await read({ feed: id, since: as('01890000-0000-7000-8000-000000000000', filter, snapshot, time) })).complete).toBe(true)
    expect((await read({ feed: id, since: as(epoch, filter, '900000000000:900000000000:', time) })).complete).toBe(true)
    expect((await read({ feed: id, since: as(epoch, filter, snapshot, '2001-01-01T00:00:00.000000Z') })).complete).toBe(true)
  })

  it('a change that is committed late is not lost', async () => {
    const { publish, program } = await aFeed()
    const [slow, quick] = [await publish(), await publish()]
    const { Client } = await import('pg')
    const late = new Client({ connectionString: desk.server.databaseUrl })
    await late.connect()
    await program.poll()
    await late.query('begin')
    await late.query(`update casting_offer set title = 'Tardif' where id = $1`, [slow.id])
    await desk.update('CastingOffer', quick.id, { title: 'Prompt' })
    await program.poll()
    expect(program.copy()).not.toContain('Tardif')
    await late.query('commit')
    await late.end()
    await program.poll()
    expect(program.copy()).toContain('Tardif')
    expect(program.copy()).toContain('Prompt')
  })
})

describe('MC-53 a partner that polls', { timeout: 180_000 }, () => {
  it('holds what the database holds after ten thousand changes', async () => {
    const made = await Promise.all([1, 2, 3].map(async () => (await anOffer(desk, {}))))
    const professions = made.map((offer) => textAt(offer, 'profession', 'id'))
    const [inside, outside] = (await desk.server.sql(`select id from region order by id limit 2`)).map((row) => String(row['id']))
    const addresses = (await desk.server.sql(`insert into address (city, region_id, country_code) select 'Ville', case when n % 2 = 0 then $1::uuid else $2::uuid end, 'FR' from generate_series(1, 6) n returning id`, [inside, outside])).map((row) => String(row['id']))
    const ground = { professions, addresses, categories: made.map((offer) => textAt(offer, 'categories', 0, 'id')), clients: made.map((offer) => textAt(offer, 'client', 'id')) }
    const { id } = await desk.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partnerId }, pageSize: 17, professions: { connect: professions.slice(0, 2) }, regions: { connect: [inside] } })
    const program = partnerProgram((since, after) => read({ feed: id, since, after }))

    const work = { done: false }
    const desks = Promise.all([11, 12, 13, 14].map((seed) => unrest(desk.server.databaseUrl, seed, 2_500, ground))).finally(() => { work.done = true })
    while (!work.done) await program.poll()
    const changes = (await desks).reduce((sum, one) => sum + one, 0)
    // What passes by the clock passes within a fifth of a second.
    await desk.server.sql('select pg_sleep(0.2)')
    await program.poll()

    const anew = partnerProgram((since, after) => read({ feed: id, since, after }))
    await anew.poll()
    expect(changes).toBeGreaterThanOrEqual(10_000)
    expect(program.copy()).toBe(anew.copy())
    const [row] = await desk.server.sql(`select coalesce(json_agg(o.id order by o.id), '[]') as ids from casting_offer o join address a on a.id = o.address_id
      where o.state = 'PUBLISHED' and o.publish_from <= now() and (o.publish_until is null or o.publish_until > now()) and o.profession_id = any($1) and a.region_id = $2`, [professions.slice(0, 2), inside])
    expect((JSON.parse(program.copy()) as { id: string }[]).map((item) => item.id)).toEqual(row?.['ids'])
    // Each of these would be nothing if the program had not read while the desks worked.
    expect(program.told).toMatchObject({ twice: 0, complete: expect.any(Number) as unknown })
    expect(Math.min(program.told.polls, program.told.gone, program.told.items)).toBeGreaterThan(20)
  })
})
