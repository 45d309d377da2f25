import { createHash } from 'node:crypto'
import { get } from 'node:http'
import { Client, type Connection } from 'pg'
import type { Served, World } from '../frame/world.ts'
import { atLeast, atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'

const SECRET = `cou_${'b'.repeat(43)}`
const MEGABYTE = 1_000_000

/** A partner with a feed of everything, and his key. */
const partner = `
insert into role (key, name, standard) values ('partner', 'Partenaire', true) on conflict do nothing;
with o as (insert into party (kind, display_name, name) values ('ORGANISATION', 'Site partenaire', 'Site partenaire') returning id),
  p as (insert into diffusion_partner (site_name, site_url, organisation_id) select 'Site partenaire', 'https://exemple.test', id from o returning id),
  f as (insert into partner_feed (name, partner_id) select 'tout', id from p),
  u as (insert into "user" (full_name, email, acts_for_id) select 'Partenaire', 'partenaire@exemple.test', id from o returning id),
  r as (insert into user_roles select u.id, role.id from u, role where role.key = 'partner')
insert into api_key (name, prefix, token_hash, scopes, user_id, expires_at) select 'Banc', 'cou_bbbbbbbb', '${createHash('sha256').update(SECRET).digest('hex')}', array['DOCUMENTS_RUN'], id, now() + interval '1 day' from u`

/** The columns that a feed tells, by hand. */
const COPY = `copy (
  select o.id, o.reference, o.title, o.description, o.posts, o.starts_on, o.publish_from, o.publish_until, m.changed_at, c.company_name, p.name, d.name, k.name,
    (select json_agg(g.name order by g.name) from casting_offer_categories og join casting_category g on g.id = og.casting_category_id where og.casting_offer_id = o.id),
    a.city, a.postcode, r.name, a.country_code, a.position, a.position_longitude, q.display_name, q.email, q.phone
  from casting_offer o join client c on c.id = o.client_id join profession p on p.id = o.profession_id join profession_domain d on d.id = p.domain_id join contract_type k on k.id = o.contract_type_id
  join offer_change m on m.offer_id = o.id left join address a on a.id = o.address_id left join region r on r.id = a.region_id left join party q on q.id = o.contact_id and o.contact_public
  where o.state = 'PUBLISHED' and o.publish_from <= now() and (o.publish_until is null or o.publish_until > now()) order by o.id
) to stdout`

/** A feed of a hundred thousand offers against COPY of the same columns, and the memory it takes. */
export async function compareFeed(world: World, databaseUrl: string): Promise<Result[]> {
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query(partner)
  const server = await world.serve('coulisses', databaseUrl)
  const base = (await server.usage()).memory
  let highest = base
  const contenders = [
    { name: 'COPY', measure: () => perSecond(() => copied(database)) },
    { name: 'feed', measure: () => perSecond(() => fetched(server, (memory) => { highest = Math.max(highest, memory) })) },
  ]
  await rounds(contenders, 1)
  const series = await rounds(contenders, world.rounds)
  await database.end()
  await server.stop()
  return [
    atLeast('A feed of 100,000 offers against COPY of the same columns', 0.5, ratio(series, 'feed', 'COPY'), told(series, 'offers/s')),
    atMost('Memory of the feed over the base', 60, (highest - base) / MEGABYTE, `base ${(base / MEGABYTE).toFixed(0)} MB, highest ${(highest / MEGABYTE).toFixed(0)} MB`, 'MB'),
  ]
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const begun = performance.now()
  const offers = await work()
  return offers / ((performance.now() - begun) / 1_000)
}

/** COPY with nobody who looks at the rows: they are only counted. */
function copied(database: Client): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    const copy = {
      submit: (connection: Connection) => { connection.query(COPY) },
      handleCopyData: () => { rows += 1 }, handleCommandComplete: () => undefined, handleReadyForQuery: () => resolve(rows), handleError: reject,
    }
    database.query(copy as never)
  })
}

async function fetched(server: Served, note: (memory: number) => void): Promise<number> {
  const watch = setInterval(() => { server.usage().then(({ memory }) => note(memory), () => undefined) }, 50)
  try {
    return await new Promise<number>((resolve, reject) => {
      get(server.url.replace('/graphql', '/partner/feeds/tout.json'), { headers: { authorization: `Bearer ${SECRET}` } }, (answer) => {
        let offers = 0
        answer.on('data', (piece: Buffer) => { offers += occurrences(piece) }).on('end', () => (answer.statusCode === 200 ? resolve(offers) : reject(new Error(`status ${answer.statusCode}`)))).on('error', reject)
      }).on('error', reject)
    })
  } finally {
    clearInterval(watch)
  }
}

/** Items in a piece: one that is cut in two is missed, which is one in thousands. */
function occurrences(piece: Buffer): number {
  let found = 0
  for (let at = piece.indexOf('"content_html"'); at >= 0; at = piece.indexOf('"content_html"', at + 14)) found += 1
  return found
}
