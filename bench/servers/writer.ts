import { Pool, type PoolClient } from 'pg'
import type { Draft, Revision } from '../questions/write.ts'

/** The same rows by hand: no document, no rights, no rules; one transaction each, its statements prepared. */
export class Writer {
  readonly #pool: Pool
  readonly #begin: string
  readonly #userId: string

  constructor(databaseUrl: string, max: number, userId: string) {
    this.#userId = userId
    this.#pool = new Pool({ connectionString: databaseUrl, max })
    // The triggers of the tables write the history row; the person at work travels in the transaction, as it does for the product.
    this.#begin = `begin; select set_config('coulisses.actor', '${JSON.stringify({ user: userId, origin: 'API' })}', true)`
  }

  create(offer: Draft): Promise<string> {
    return this.#transaction(async (client) => {
      const { rows } = await client.query<{ id: string }>({ name: 'create', text: CREATE, values: [
        offer.title, offer.client, offer.profession, offer.contractType, offer.address, offer.description, offer.posts,
        offer.startsOn, offer.publishFrom, offer.publishUntil, this.#userId,
      ] })
      const id = rows[0]?.id ?? ''
      await client.query({ name: 'pairs', text: PAIRS, values: [id, offer.categories] })
      return id
    })
  }

  update({ id, title, posts, publishUntil, categories }: Revision): Promise<void> {
    return this.#transaction(async (client) => {
      const { rowCount } = await client.query({ name: 'update', text: UPDATE, values: [id, title, posts, publishUntil] })
      if (rowCount !== 1) throw new Error('nothing was updated')
      await client.query({ name: 'unpair', text: UNPAIR, values: [id, categories] })
      await client.query({ name: 'pairs', text: PAIRS, values: [id, categories] })
    })
  }

  end(): Promise<void> {
    return this.#pool.end()
  }

  async #transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    try {
      await client.query(this.#begin)
      const answer = await work(client)
      await client.query('commit')
      return answer
    } finally {
      client.release()
    }
  }
}

const CREATE = `
insert into casting_offer (number, title, reference, client_id, profession_id, contract_type_id, address_id, description, posts, starts_on, publish_from, publish_until, author_id, created_by_id)
select drawn, $1, 'CAST-2026-' || lpad(drawn::text, greatest(4, length(drawn::text)), '0'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11
from nextval('casting_offer_number_seq') drawn
returning id`

const UPDATE = `
update casting_offer set title = $2, posts = $3, publish_until = $4, version = version + 1, updated_at = now()
where id = $1 and version = 1`

const PAIRS = 'insert into casting_offer_categories (casting_offer_id, casting_category_id) select $1, unnest($2::uuid[]) on conflict do nothing'
const UNPAIR = 'delete from casting_offer_categories where casting_offer_id = $1 and casting_category_id <> all ($2::uuid[])'
