import sql from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { Organisation } from '#schema/core/organisation.ts'
import { Person } from '#schema/core/person.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { linkedId, linkOf, textAfter, within, wrong } from '../input.ts'
import { waitForTwins } from './duplicates.ts'
import { nameThrough, personName } from './names.ts'

type Current = Stored<Client> | undefined

const FIRST_NAME = 100
const LAST_NAME = 140

/** A full name as a card has it: the first word, and the rest. What does not fit so is a last name. */
export function namesOf(fullName: string): { readonly firstName: string | null; readonly lastName: string | null } {
  const space = fullName.indexOf(' ')
  const [firstName, lastName] = space > 0 && space <= FIRST_NAME ? [fullName.slice(0, space), fullName.slice(space + 1)] : [null, fullName]
  if (lastName.length > LAST_NAME) throw wrong('fullName', 'tooLong', { fr: 'Ce nom est trop long.', en: 'This name is too long.' })
  return { firstName, lastName }
}

/** The oldest company of this name, accents and case aside. */
async function companyKnown(work: Work, name: string): Promise<string | undefined> {
  const [known] = await work.query(sql`select id from party where kind = 'ORGANISATION' and state = 'ACTIVE' and fold(display_name) = fold(${name}) order by created_at, id limit 1`)
  return known && String(known['id'])
}

/** The company of this name: the one that is known, else a new one. Only who makes it waits for those who make it at the same moment. */
async function companyNamed(work: Work, name: string): Promise<Stored<Organisation> | undefined> {
  const known = await companyKnown(work, name)
  if (known !== undefined) return work.row(Organisation, known)
  await waitForTwins(work, name)
  const id = (await companyKnown(work, name)) ?? await within('companyName', () => work.asHouse().create(Organisation, { name }))
  return work.row(Organisation, id)
}

/** A company that is named is a link to its card; without a name there is none: a private person. A card that is given says its name itself. */
async function withCompany(work: Work, input: Input, current: Current): Promise<Input> {
  const throughCard = await nameThrough(work, input, 'organisation', Organisation)
  if (throughCard !== undefined) return { ...input, companyName: throughCard }
  if (!('companyName' in input)) return input
  const name = textAfter(input, 'companyName', undefined)
  if (name === '') return { ...input, organisation: { disconnect: true } }
  if (name === current?.companyName) return input
  const company = await companyNamed(work, name)
  return { ...input, companyName: company?.displayName ?? name, organisation: { connect: company?.id } }
}

const typed = ['fullName', 'email', 'phone'] as const
const isTyped = (input: Input): boolean => typed.some((name) => name in input)

/** What the card of a contact shows here. */
async function shownOf(work: Work, input: Input): Promise<Input> {
  const link = linkOf(input, 'contact')
  if (link?.create) return { fullName: personName(link.create, undefined), email: link.create['email'] ?? null, phone: link.create['phone'] ?? null }
  const person = link?.connect === undefined ? undefined : await work.row(Person, link.connect)
  return { fullName: person?.displayName ?? null, email: person?.email ?? null, phone: person?.phone?.raw ?? null }
}

/** Somebody of this name and address, whom the house knows already. */
async function personKnown(work: Work, fullName: string, email: string): Promise<Stored<Person> | undefined> {
  const [known] = await work.query(sql`select id from party
    where kind = 'PERSON' and state = 'ACTIVE' and lower(email) = lower(${email}) and fold(display_name) = fold(${fullName}) order by created_at, id limit 1`)
  return known && work.row(Person, String(known['id']))
}

/** What the card of somebody known shows: what it lacked is taken from what was typed, the rest stays as it is. */
async function cardFilled(work: Work, known: Stored<Person>, { phone }: Input): Promise<Input> {
  // Whoever only tries is answered what he typed: of what the card holds he would learn without a trace.
  if (work.caller.principal.trial) return {}
  if (known.phone == null && phone != null) await work.asHouse().update(Person, known.id, { phone })
  return { fullName: known.displayName, email: known.email, phone: known.phone?.raw ?? phone ?? null }
}

/** The card of a new contact: who is known already is not written down twice (C-01). */
async function withContact(work: Work, input: Input, current: Current): Promise<Input> {
  if (linkOf(input, 'contact')) return { ...input, ...(await shownOf(work, input)) }
  const fullName = textAfter(input, 'fullName', current)
  if (!isTyped(input) || current?.contact != null || fullName === '') return input
  const email = textAfter(input, 'email', current)
  const known = email === '' ? undefined : await personKnown(work, fullName, email)
  if (known) return { ...input, contact: { connect: known.id }, ...await cardFilled(work, known, input) }
  const organisation = linkedId(input, 'organisation', current)
  const person = await work.asHouse().create(Person, {
    ...namesOf(fullName), email: email === '' ? null : email, phone: input['phone'] ?? null,
    ...(organisation === undefined ? {} : { employers: { connect: [organisation] } }),
  })
  return { ...input, contact: { connect: person } }
}

/** What was typed goes to the card, and so to every other client of this contact. */
async function writeCard(work: Work, client: Stored<Client>, input: Input): Promise<void> {
  if (client.contact == null || !isTyped(input) || linkOf(input, 'contact')) return
  await work.asHouse().update(Person, client.contact, {
    ...(typeof input['fullName'] === 'string' ? namesOf(client.fullName ?? '') : {}),
    ...('email' in input ? { email: client.email ?? null } : {}), ...('phone' in input ? { phone: client.phone?.raw ?? null } : {}),
  })
}

const clientsFollow = (work: Work, personId: string) => work.query(sql`
  update client c set full_name = p.display_name, email = p.email, phone = p.phone, phone_e164 = p.phone_e164
  from party p where p.id = ${personId} and c.contact_id = p.id and (c.full_name, c.email, c.phone) is distinct from (p.display_name, p.email, p.phone)`)

export const clientReactions = [
  reactions(Client, {
    prepare: async (work, input, current) => withContact(work, await withCompany(work, input, current), current),
    created: writeCard,
    updated: (work, client, _, input) => writeCard(work, client, input),
  }),
  reactions(Person, { updated: async (work, person) => { await clientsFollow(work, person.id) } }),
]
