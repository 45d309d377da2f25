import sql, { type Sql } from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { Person } from '#schema/core/person.ts'
import type { Input, Stored, Work } from '../../write/types.ts'

/** Who is meant, by a card or as it was typed. */
export interface Meant {
  readonly person: { readonly id: string } | { readonly fullName: string; readonly email: string } | undefined
  /** `anyOrNone`: nobody said which one. */
  readonly company: { readonly id: string } | { readonly name: string } | 'none' | 'anyOrNone'
}

/** Of this name, and of this address or, where none is known, of this company: an address alone may be that of a whole office. */
function isPerson(person: Meant['person'], company: Meant['company']): Sql {
  if (person === undefined) return sql`c.contact_id is null`
  if ('id' in person) return sql`c.contact_id = ${person.id}`
  const byCompany = typeof company === 'string' ? sql`false` : sql`p.email is null`
  return sql`p.state = 'ACTIVE' and fold(p.display_name) = fold(${person.fullName}) and (lower(p.email) = lower(${person.email}) or ${byCompany})`
}

function isCompany(company: Meant['company']): Sql {
  if (company === 'anyOrNone') return sql`true`
  if (company === 'none') return sql`c.organisation_id is null`
  return 'id' in company ? sql`c.organisation_id = ${company.id}` : sql`fold(o.display_name) = fold(${company.name})`
}

/**
 * The client of another line of business who is meant, held until the transaction ends; undefined where there is none,
 * or where he is one of this line as well: then there is nothing to join, and a second one is refused as such.
 */
async function clientMeant(work: Work, meant: Meant, line: string): Promise<Stored<Client> | undefined> {
  const rows = await work.query(sql`select c.id from client c left join party p on p.id = c.contact_id left join party o on o.id = c.organisation_id
    where ${isPerson(meant.person, meant.company)} and ${isCompany(meant.company)} order by c.organisation_id is not null, c.created_at, c.id limit 1`)
  const client = rows[0] && await work.row(Client, String(rows[0]['id']), true)
  return client?.lines?.includes(line) ? undefined : client
}

/** What the card lacks is taken from what was typed; what stands there is left as it is (C-01). */
async function fillCard(work: Work, { contact }: Stored<Client>, typed: Input): Promise<void> {
  const person = contact == null ? undefined : await work.row(Person, contact)
  if (!person) return
  const missing = {
    ...(person.email == null && typed['email'] != null ? { email: typed['email'] } : {}),
    ...(person.phone == null && typed['phone'] != null ? { phone: typed['phone'] } : {}),
  }
  if (Object.keys(missing).length > 0) await work.asHouse().update(Person, person.id, missing)
}

/**
 * A client whom another line of business has already is one client of both: the line is added to the one that there is,
 * and nothing of it is overwritten. Answers his id; undefined where a new client is to be made.
 */
export async function joinClient(work: Work, meant: Meant, line: string, typed: Input, more: Input = {}): Promise<string | undefined> {
  const client = await clientMeant(work, meant, line)
  if (!client) return undefined
  await fillCard(work, client, typed)
  const first = client.firstContactOn == null && typed['firstContactOn'] != null ? { firstContactOn: typed['firstContactOn'] } : {}
  await work.asHouse().update(Client, client.id, { lines: [...client.lines ?? [], line], ...first, ...more })
  if (client.state !== 'ACTIVE') await work.set(Client, client.id, { state: 'ACTIVE' })
  return client.id
}
