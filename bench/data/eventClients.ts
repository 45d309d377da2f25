import { Client } from 'pg'
import { hashPassword } from '../../api/access/password.ts'

/** The account that asks: a sales representative of the event company. */
export const salesRep = { email: 'sales@coulisses.test', password: 'a password for measuring' } as const

/** Clients of the event company with their contacts, by set and without the history that nobody wrote. */
export async function fillEventClients(databaseUrl: string, clients: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`set synchronous_commit = off; alter table party disable trigger user; alter table client disable trigger user`)
    await client.query(`
      insert into role (key, name, standard) values ('sales', 'Commercial', true) on conflict do nothing;
      insert into department (key, name, line, default_role_id) select 'sales', 'Commercial', 'EPIC_EVENTS', id from role where key = 'sales' on conflict do nothing;
      insert into "user" (full_name, email, password_hash, department_id) select 'Bill Boquet', '${salesRep.email}', '${await hashPassword(salesRep.password)}', id from department where key = 'sales'`)
    await client.query(`
      with contact as (
        insert into party (kind, display_name, first_name, last_name, email, phone)
        select 'PERSON', 'Camille Bénard ' || n, 'Camille', 'Bénard ' || n, 'camille' || n || '@exemple.test', '+33 1 ' || lpad(n::text, 8, '0') from generate_series(1, ${clients}) n
        returning id, display_name, email, phone
      )
      insert into client (company_name, full_name, email, phone, contact_id, lines, first_contact_on, last_contact_at, sales_contact_id)
      select 'Maison ' || md5(display_name), display_name, email, phone, id, array['EPIC_EVENTS'], current_date - 100, now(), (select id from "user" where email = '${salesRep.email}') from contact`)
    await client.query(`alter table party enable trigger user; alter table client enable trigger user`)
    await client.query('vacuum analyze party, client')
  } finally {
    await client.end()
  }
}
