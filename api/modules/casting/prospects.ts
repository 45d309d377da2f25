import { Client } from '#schema/core/client.ts'
import { Organisation } from '#schema/core/organisation.ts'
import { Person } from '#schema/core/person.ts'
import { User } from '#schema/core/user.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { Prospect } from '#schema/casting/prospect.ts'
import { AppError } from '../../model/errors.ts'
import type { EntityClass } from '../../model/record.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { connectedIn, createdIn, isInput, linkedId, linkOf, within, wrong } from '../input.ts'
import { convertAsAsked, partnerIsOrganisation } from './conversion.ts'

type Current = Stored<Prospect> | undefined

/** Writes the new row behind a relation first, so that the others of the same form can point to it. */
async function settled(work: Work, input: Input, relation: string, entity: EntityClass, extra: Input = {}): Promise<Input> {
  const create = linkOf(input, relation)?.create
  if (!create) return input
  const id = await within(relation, () => work.create(entity, { ...extra, ...create }))
  return { ...input, [relation]: { connect: id } }
}

/** Completes what is typed about the client or the partner with whom it is about (C-03): nothing is typed twice. */
function completed(input: Input, relation: string, links: Input): Input {
  const create = linkOf(input, relation)?.create
  return create ? { ...input, [relation]: { create: { state: 'PROSPECTIVE', ...create, ...links } } } : input
}

const to = (name: string, id: string | undefined): Input => (id === undefined ? {} : { [name]: { connect: id } })

/** Logins of the prospect's people act for its organisation, and never with the rights of an employee (MC-09). */
async function loginsOf(work: Work, input: Input, organisation: string | undefined): Promise<Input> {
  const created = createdIn(input, 'users')
  const connected = connectedIn(input, 'users')
  if (created.length + connected.length === 0) return input
  if (organisation === undefined) throw wrong('organisation', 'required', { fr: 'Un compte agit pour une organisation : indiquez-la.', en: 'A login acts for an organisation: name it.' })
  const outside = created.flatMap((login, place) => ['roles', 'department'].filter((right) => login[right] !== undefined).map((right) => `users.${place}.${right}`))
  if (outside.length > 0) throw new AppError('BAD_USER_INPUT', outside.map((path) => ({ path, reason: 'employeeRight', message: employeeRight })))
  for (const id of connected) {
    if ((await work.row(User, id))?.actsFor !== organisation) throw wrong('users', 'employeeRight', employeeRight)
  }
  const asked = isInput(input['users']) ? input['users'] : {}
  return { ...input, users: { ...asked, create: created.map((login) => ({ ...login, ...to('actsFor', organisation) })) } }
}
const employeeRight = { fr: 'Seuls des comptes de cette organisation, sans droit d’employé, vont ici.', en: 'Only logins of this organisation, without employee rights, go here.' }

async function prepare(work: Work, given: Input, current: Current): Promise<Input> {
  let input = current ? given : { ...to('responsible', work.caller.principal.userId), ...given }
  input = await settled(work, input, 'organisation', Organisation)
  const organisation = linkedId(input, 'organisation', current)
  input = await settled(work, input, 'contact', Person, organisation === undefined ? {} : { employers: { connect: [organisation] } })
  const contact = linkedId(input, 'contact', current)
  if (linkOf(input, 'diffusionPartner')?.create && organisation === undefined) throw partnerIsOrganisation()
  input = completed(input, 'client', { lines: ['CASTING'], ...to('organisation', organisation), ...to('contact', contact) })
  input = completed(input, 'diffusionPartner', to('organisation', organisation))
  return loginsOf(work, input, organisation)
}

/** Until it is converted, the client and the partner are about whom the prospect is about. */
async function follow(work: Work, prospect: Stored<Prospect>, before: Stored<Prospect>): Promise<void> {
  const { organisation, contact } = prospect
  if (organisation === before.organisation && contact === before.contact) return
  const client = prospect.client == null ? undefined : await work.row(Client, prospect.client)
  if (client?.state === 'PROSPECTIVE') await work.set(Client, client.id, { organisation, contact })
  const partner = prospect.diffusionPartner == null ? undefined : await work.row(DiffusionPartner, prospect.diffusionPartner)
  if (partner?.state === 'PROSPECTIVE' && organisation != null) await work.set(DiffusionPartner, partner.id, { organisation })
}

/** What was only typed about a client or a partner goes with the card; who became one stays (MC-16). */
async function forgetTyped(work: Work, prospect: Stored<Prospect>): Promise<void> {
  const house = work.asHouse()
  const client = prospect.client == null ? undefined : await work.row(Client, prospect.client)
  const partner = prospect.diffusionPartner == null ? undefined : await work.row(DiffusionPartner, prospect.diffusionPartner)
  if (client?.state === 'PROSPECTIVE') await house.remove(Client, client.id)
  if (partner?.state === 'PROSPECTIVE') await house.remove(DiffusionPartner, partner.id)
}

export const prospectReactions = [
  reactions(Prospect, {
    prepare,
    created: convertAsAsked,
    updated: async (work, prospect, before, input) => {
      await follow(work, prospect, before)
      await convertAsAsked(work, prospect, input)
    },
    deleted: forgetTyped,
  }),
]
