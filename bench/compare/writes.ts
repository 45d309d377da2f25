import { deepStrictEqual } from 'node:assert'
import { Client } from 'pg'
import { atLeast, told, type Result } from '../frame/result.ts'
import { piecesPerSecond } from '../frame/loops.ts'
import { CONNECTIONS, once } from '../frame/load.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import { POOL, type Served, type World } from '../frame/world.ts'
import { createInput, createOffer, draft, revision, updateInput, updateOffer, type Draft, type Ground } from '../questions/write.ts'
import { Writer } from '../servers/writer.ts'

/** Somebody who writes offers: the product, or a hand. */
interface Author {
  readonly name: string
  create(offer: Draft): Promise<string>
  update(id: string, offer: Draft): Promise<void>
  /** Offers that were written and not yet changed. */
  readonly written: (readonly [id: string, offer: Draft])[]
}

/** Offers written and changed through GraphQL, and the same rows by SQL straight from a pool. */
export async function compareWrites(world: World, databaseUrl: string): Promise<Result[]> {
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  const ground = await groundOf(database)
  const server = await world.signedIn(databaseUrl)
  const writer = new Writer(databaseUrl, POOL, await employeeOf(database))
  const authors = [throughGraphql(server, ground), byHand(writer, ground)]
  try {
    await sameRows(database, authors, ground)
    world.say('writes: both leave the same rows, pairs and history')
    const creating = authors.map((author) => ({ name: author.name, measure: () => piecesPerSecond(() => create(author, ground), { workers: CONNECTIONS, seconds: world.seconds }) }))
    const updating = authors.map((author) => ({ name: author.name, measure: () => piecesPerSecond(() => update(author, ground), { workers: CONNECTIONS, seconds: world.seconds / 2 }) }))
    await rounds(creating, 1)
    const created = await rounds(creating, world.rounds)
    await rounds(updating, 1)
    const updated = await rounds(updating, world.rounds)
    const names = authors.map(({ name }) => name) as [string, string]
    return [
      atLeast('Creating an offer with two categories, rules and history against SQL by hand', 0.35, ratio(created, ...names), `${CONNECTIONS} at once: ${told(created, '/s')}`),
      atLeast('Updating it against SQL by hand', 0.35, ratio(updated, ...names), `${CONNECTIONS} at once: ${told(updated, '/s')}`),
    ]
  } finally {
    await Promise.all([server.stop(), writer.end(), database.end()])
  }
}

function throughGraphql(server: Served, ground: Ground): Author {
  return {
    name: 'GraphQL', written: [],
    create: async (offer) => (await once<{ createCastingOffer: { id: string } }>(server, { query: createOffer, variables: { input: createInput(offer) } })).createCastingOffer.id,
    update: async (id, offer) => { await once(server, { query: updateOffer, variables: { id, input: updateInput(revision(id, offer, ground)) } }) },
  }
}

function byHand(writer: Writer, ground: Ground): Author {
  return { name: 'SQL by hand', written: [], create: (offer) => writer.create(offer), update: (id, offer) => writer.update(revision(id, offer, ground)) }
}

async function create(author: Author, ground: Ground): Promise<void> {
  const offer = draft(ground)
  author.written.push([await author.create(offer), offer])
}

async function update(author: Author, ground: Ground): Promise<void> {
  const next = author.written.pop()
  if (!next) return await create(author, ground)
  await author.update(...next)
}

/** Each writes the same offer and changes it; rows, pairs and history are compared, but for what differs by nature. */
async function sameRows(database: Client, authors: readonly Author[], ground: Ground): Promise<void> {
  const offer = draft(ground)
  const [left, right] = await Promise.all(authors.map(async (author) => {
    const id = await author.create(offer)
    await author.update(id, offer)
    return await rowsOf(database, id)
  }))
  deepStrictEqual(left, right)
}

const ROWS = `
select to_jsonb(o) - array['id', 'number', 'reference', 'created_at', 'updated_at', 'search'] as row, o.reference = 'CAST-2026-' || o.number as named,
  (select jsonb_agg(casting_category_id order by 1) from casting_offer_categories where casting_offer_id = o.id) as pairs,
  (select jsonb_agg(jsonb_build_object('action', action, 'version', version, 'user', user_id, 'origin', origin, 'changes', changes - array['number', 'reference']) order by version, changes::text)
    from audit_entry where entity_type = 'CastingOffer' and entity_id = o.id) as history
from casting_offer o where o.id = $1`

const rowsOf = async (database: Client, id: string): Promise<unknown> => (await database.query<Record<string, unknown>>(ROWS, [id])).rows[0]

export async function groundOf(database: Client): Promise<Ground> {
  const ids = async (table: string): Promise<string[]> => (await database.query<{ id: string }>(`select id from ${table} order by id limit 1000`)).rows.map(({ id }) => id)
  return { clients: await ids('client'), professions: await ids('profession'), contractTypes: await ids('contract_type'), addresses: await ids('address'), categories: await ids('casting_category') }
}

async function employeeOf(database: Client): Promise<string> {
  return (await database.query<{ id: string }>('select u.id from "user" u order by created_at limit 1')).rows[0]?.id ?? ''
}
