import sql from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { Organisation } from '#schema/core/organisation.ts'
import { Person } from '#schema/core/person.ts'
import { administrators, salesTeam } from '#schema/roles.ts'
import type { EntityClass } from '../../../model/record.ts'
import { action, type Stored, type Work } from '../../../write/types.ts'
import { isShownElsewhere } from '../../core/uses.ts'
import { conflict, within } from '../../input.ts'

const FIRST_VERSION = 1
const touched = () => conflict('touched', { fr: 'Ce client a été modifié ou commenté depuis sa création.', en: 'This client was changed or commented on since it was created.' })
const notYours = () => conflict('notYours', { fr: 'Ce client n’a pas été créé par vous.', en: 'This client was not created by you.' })
const inUse = () => conflict('inUse', { fr: 'Ce client a déjà un contrat ou un événement.', en: 'This client has a contract or an event already.' })

interface Joined { readonly at: unknown; readonly request: string }

/** The moment at which whoever asks added the line to somebody else's client (C-01), if nothing happened to it since. */
async function joinedAt(work: Work, { id }: Stored<Client>): Promise<Joined | undefined> {
  const [joined] = await work.query(sql`select j.at, j.request_id as request from audit_entry j
    where j.entity_type = 'Client' and j.entity_id = ${id} and j.action = 'UPDATE' and j.user_id = ${work.caller.principal.userId}
      and j.changes -> 'lines' -> 'to' ? 'EPIC_EVENTS' and not j.changes -> 'lines' -> 'from' ? 'EPIC_EVENTS'
      and not exists (select 1 from audit_entry l where l.entity_type = 'Client' and l.entity_id = ${id} and l.version > j.version and l.request_id is distinct from j.request_id)
    order by j.version desc limit 1`)
  return joined && { at: joined['at'], request: String(joined['request']) }
}

/** As whoever asks left it when he entered it: what anybody has worked on since is no slip any more. */
async function entered(work: Work, id: string): Promise<{ readonly client: Stored<Client>; readonly joined: Joined | undefined }> {
  const client = await work.row(Client, id, true)
  if (!client) throw notYours()
  const joined = await joinedAt(work, client)
  if (joined === undefined && client.createdBy !== work.caller.principal.userId) throw notYours()
  const since = joined?.at ?? client.createdAt
  const talked = await work.query(sql`select 1 from comment where subject_entity = 'Client' and subject_id = ${id} and created_at > ${since}::timestamptz limit 1`)
  if (talked.length > 0 || (joined === undefined && client.version !== FIRST_VERSION)) throw touched()
  return { client, joined }
}

/** A client who is also one of another line stays there. */
async function leaveLine(work: Work, client: Stored<Client>, joined: Joined): Promise<void> {
  const used = await work.query(sql`select 1 from contract where client_id = ${client.id} and kind = 'EVENT_SALE' union all select 1 from event where client_id = ${client.id} and line = 'EPIC_EVENTS' limit 1`)
  if (used.length > 0) throw inUse()
  await work.asHouse().update(Client, client.id, { lines: client.lines?.filter((line) => line !== 'EPIC_EVENTS'), salesContact: { disconnect: true } })
  await emptyCard(work, client.contact, joined)
}

/** What the card lacked and took from the entry goes with it, unless somebody changed it since. */
async function emptyCard(work: Work, card: unknown, { request }: Joined): Promise<void> {
  if (typeof card !== 'string') return
  const filled = await work.query(sql`select f.field from audit_entry j, unnest(array['email', 'phone']) f(field)
    where j.entity_type = 'Person' and j.entity_id = ${card} and j.action = 'UPDATE' and j.request_id = ${request}
      and j.changes ? f.field and j.changes -> f.field -> 'from' = 'null'
      and not exists (select 1 from audit_entry l where l.entity_type = 'Person' and l.entity_id = ${card} and l.version > j.version and l.changes ? f.field)`)
  if (filled.length > 0) await work.asHouse().update(Person, card, Object.fromEntries(filled.map(({ field }) => [String(field), null])))
}

async function withdraw(work: Work, id: string): Promise<void> {
  const { client, joined } = await entered(work, id)
  if (joined) return leaveLine(work, client, joined)
  await work.asHouse().remove(Client, id)
  await removeCard(work, Person, client.contact, client)
  await removeCard(work, Organisation, client.organisation, client)
}

/** A card that came with the client, and that nobody else needs, goes with it. */
async function removeCard(work: Work, card: EntityClass<Person | Organisation>, id: unknown, client: Stored<Client>): Promise<void> {
  if (typeof id !== 'string') return
  const row = await work.row(card, id)
  if (row?.createdAt !== client.createdAt || (await isShownElsewhere(work, card, id))) return
  await work.asHouse().remove(card, id)
}

/**
 * Takes back clients that were entered by mistake, such as a whole import: all of them, or none. Nobody
 * deletes clients in the event company; this is only for what is still as it was entered.
 */
export default action<Client>({
  name: 'withdrawClients',
  on: Client,
  scope: 'entity',
  label: { fr: 'Retirer des clients saisis par erreur', en: 'Take back clients entered by mistake' },
  help: { fr: 'Ceux que l’on a créés soi-même, et que rien ni personne n’a touchés depuis.', en: 'Those that one created oneself, and that nothing and nobody has touched since.' },
  access: [administrators, salesTeam],
  args: { clients: { kind: 'record', entity: () => Client, many: true, options: { required: true, label: { fr: 'Clients', en: 'Clients' } } } },
  returns: 'Boolean',
  run: async (work, { clients }) => {
    const ids = Array.isArray(clients) ? clients.map(String) : []
    for (const [index, id] of ids.entries()) await within(`clients.${index}`, () => withdraw(work, id))
    return true
  },
})
