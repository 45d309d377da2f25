import { Client } from '#schema/core/client.ts'
import { Organisation } from '#schema/core/organisation.ts'
import { Person } from '#schema/core/person.ts'
import { User } from '#schema/core/user.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { Prospect } from '#schema/casting/prospect.ts'
import { AppError } from '../../model/errors.ts'
import type { EntityClass } from '../../model/record.ts'
import type { Values } from '../../model/rule.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { connectedIn, createdIn, isInput, linkedId, linkOf, wrong } from '../input.ts'
import { convertAsAsked, partnerIsOrganisation } from './conversion.ts'

type Current = Stored<Prospect> | undefined

/** Writes the new row behind a relation first, so that the others of the same form can point to it. */
async function settled<T extends object>(work: Work, input: Input, relation: string, entity: EntityClass<T>, extra: Input = {}, values?: Values<T>): Promise<Input> {
  const create = linkOf(input, relation)?.create
  if (!create) return input
  const id = await work.at(relation).create(entity, { ...create, ...extra }, values)
  return { ...input, [relation]: { connect: id } }
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

/** A new contact speaks for the organisation of the same form, unless the form says for whom. */
const speaksFor = (input: Input, organisation: string | undefined): Input =>
  organisation === undefined || linkOf(input, 'contact')?.create?.['employers'] !== undefined ? {} : { employers: { connect: [organisation] } }

async function prepare(work: Work, given: Input, current: Current): Promise<Input> {
  let input = current ? given : { ...to('responsible', work.caller.principal.userId), ...given }
  input = await settled(work, input, 'organisation', Organisation)
  const organisation = linkedId(input, 'organisation', current)
  input = await settled(work, input, 'contact', Person, speaksFor(input, organisation))
  const contact = linkedId(input, 'contact', current)
  if (linkOf(input, 'diffusionPartner')?.create && organisation === undefined) throw partnerIsOrganisation()
  // What is typed about the client or the partner is about them too (C-03): nothing is typed twice.
  input = await settled(work, input, 'client', Client, { lines: ['CASTING'], ...to('organisation', organisation), ...to('contact', contact) }, { state: 'PROSPECTIVE' })
  input = await settled(work, input, 'diffusionPartner', DiffusionPartner, to('organisation', organisation), { state: 'PROSPECTIVE' })
  return loginsOf(work, input, organisation)
}

const link = (id: string | null | undefined): Input => (id == null ? { disconnect: true } : { connect: id })

/** Until it is converted, the client and the partner are about whom the prospect is about. */
async function follow(work: Work, prospect: Stored<Prospect>, before: Stored<Prospect>): Promise<void> {
  const { organisation, contact } = prospect
  if (organisation === before.organisation && contact === before.contact) return
  const client = prospect.client == null ? undefined : await work.row(Client, prospect.client)
  if (client?.state === 'PROSPECTIVE') await work.asHouse().update(Client, client.id, { organisation: link(organisation), contact: link(contact) })
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
