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

/** As its creation left it, by whoever asks now: what anybody has worked on since is no slip any more. */
async function untouched(work: Work, id: string): Promise<Stored<Client>> {
  const client = await work.row(Client, id, true)
  const { createdBy, version } = client ?? {}
  if (!client || createdBy !== work.caller.principal.userId) throw conflict('notYours', { fr: 'Ce client n’a pas été créé par vous.', en: 'This client was not created by you.' })
  const talked = await work.query(sql`select 1 from comment where subject_entity = 'Client' and subject_id = ${id} limit 1`)
  if (version !== FIRST_VERSION || talked.length > 0) throw conflict('touched', { fr: 'Ce client a été modifié ou commenté depuis sa création.', en: 'This client was changed or commented on since it was created.' })
  return client
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
    for (const [index, id] of ids.entries()) {
      await within(`clients.${index}`, async () => {
        const client = await untouched(work, id)
        await work.asHouse().remove(Client, id)
        await removeCard(work, Person, client.contact, client)
        await removeCard(work, Organisation, client.organisation, client)
      })
    }
    return true
  },
})
