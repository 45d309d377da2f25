import { Client } from 'pg'
import { hashPassword } from '../../api/access/password.ts'
import { people } from './people.ts'
import { offers as offersSql, pairs } from './offers.ts'
import { reference } from './reference.ts'

/** The account that asks: a plain employee of the casting desk. */
export const employee = { email: 'bench@coulisses.test', password: 'a password for measuring' } as const

const bulky = `('casting_offer', 'casting_offer_categories', 'party', 'client', 'address', 'published_offer', 'offer_change')`

/**
 * Fills the tables by set. As superuser and without triggers: the history of a hundred thousand offers that
 * nobody wrote is not what is measured. Indexes of the large tables are made afterwards, which takes a tenth of the time.
 */
export async function fill(adminUrl: string, offers: number, published: boolean): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off; select setseed(0.42)`)
    await client.query(reference)
    await client.query(`insert into "user" (full_name, email, password_hash) values ('Banc d’essai', '${employee.email}', '${await hashPassword(employee.password)}');
      insert into user_roles select u.id, r.id from "user" u, role r where u.email = '${employee.email}' and r.key = 'employee'`)
    const again = await takeIndexes(client)
    // About twenty offers for each client and five for each place.
    await client.query(people(Math.max(50, Math.round(offers / 20)), Math.max(200, Math.round(offers / 5))))
    await client.query(offersSql(offers, published))
    await client.query(pairs)
    // What the triggers would have kept.
    await client.query('select learn_trade(name, feminine, masculine) from profession; select refresh_published_offers(null); select note_offers(null)')
    for (const definition of again) await client.query(definition)
    await client.query(`select setval(pg_get_serial_sequence('casting_offer', 'number'), ${offers}), setval(pg_get_serial_sequence('client', 'number'), (select max(number) from client))`)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

/** Drops the indexes that hold no constraint; answers what makes them again. */
async function takeIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any (array(select oid from pg_class where relnamespace = 'public'::regnamespace and relname in ${bulky})) and not i.indisunique`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
