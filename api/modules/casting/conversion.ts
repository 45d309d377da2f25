import { Client } from '#schema/core/client.ts'
import { Organisation } from '#schema/core/organisation.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { Prospect } from '#schema/casting/prospect.ts'
import { AppError, notFound } from '../../model/errors.ts'
import type { Stored, Work } from '../../write/types.ts'
import { conflict, missing, today, within, wrong } from '../input.ts'
import { welcomeLogins } from './partnerLogins.ts'

/** The prospect, held until the conversion is done: two clicks give one client. */
async function held(work: Work, id: string): Promise<Stored<Prospect>> {
  const prospect = await work.row(Prospect, id, true)
  if (!prospect) throw notFound('id')
  return prospect
}

const alreadyClient = () => conflict('alreadyClient', { fr: 'Ce prospect est déjà client.', en: 'This prospect is already a client.' })
const alreadyPartner = () => conflict('alreadyPartner', { fr: 'Ce prospect est déjà partenaire de diffusion.', en: 'This prospect is already a partner.' })
const linked = (id: string | null | undefined) => (id == null ? undefined : { connect: id })
const same = (id: string | null | undefined) => (id == null ? { isEmpty: true } : { id: { eq: id } })

/** The client that the prospect is about: its own, or one that is known under the same names. */
async function knownClient(work: Work, prospect: Stored<Prospect>): Promise<Stored<Client> | undefined> {
  if (prospect.client != null) return work.row(Client, prospect.client, true)
  const [client] = await work.rows(Client, { organisation: same(prospect.organisation), contact: same(prospect.contact) }, 1)
  return client && work.row(Client, client.id, true)
}

/** Makes a client of a prospect, on the same organisation and contact; what was typed before is only activated (C-03). */
export async function makeClient(work: Work, prospectId: string): Promise<string> {
  const prospect = await held(work, prospectId)
  const known = await knownClient(work, prospect)
  const lines = known?.lines ?? []
  // What was typed on this very card may have become a client of another business meanwhile (C-01): that converts nothing yet.
  const typedHere = prospect.client != null && prospect.state === 'OPEN'
  if (known?.state === 'ACTIVE' && lines.includes('CASTING') && !typedHere) throw alreadyClient()
  const id = known?.id ?? await work.create(Client, {
    organisation: linked(prospect.organisation), contact: linked(prospect.contact), lines: ['CASTING'], firstContactOn: today(work),
  })
  if (known) await work.set(Client, id, { state: 'ACTIVE', lines: [...new Set([...lines, 'CASTING'])] })
  await work.set(Prospect, prospectId, { client: id, state: 'CONVERTED' })
  return id
}

async function knownPartner(work: Work, prospect: Stored<Prospect>): Promise<Stored<DiffusionPartner> | undefined> {
  if (prospect.diffusionPartner != null) return work.row(DiffusionPartner, prospect.diffusionPartner, true)
  const [partner] = await work.rows(DiffusionPartner, { organisation: same(prospect.organisation) }, 1)
  return partner && work.row(DiffusionPartner, partner.id, true)
}

/** A partner of which nothing was typed yet: its site is that of the organisation. */
async function newPartner(work: Work, organisationId: string, contact: string | null | undefined): Promise<string> {
  const organisation = await work.row(Organisation, organisationId)
  if (organisation?.website == null) throw new AppError('BAD_USER_INPUT', [missing('diffusionPartner.siteUrl')])
  return work.create(DiffusionPartner, {
    organisation: { connect: organisationId }, technicalContact: linked(contact),
    siteName: organisation.displayName, siteUrl: organisation.website, since: today(work),
  })
}

/** Makes a diffusion partner of a prospect, on the same organisation; its people's logins become a partner's. */
export async function makePartner(work: Work, prospectId: string): Promise<string> {
  const prospect = await held(work, prospectId)
  const { organisation } = prospect
  if (organisation == null) throw partnerIsOrganisation()
  const known = await knownPartner(work, prospect)
  if (known && known.state !== 'PROSPECTIVE') throw alreadyPartner()
  const id = known?.id ?? await newPartner(work, organisation, prospect.contact)
  if (known) await work.set(DiffusionPartner, id, { state: 'ACTIVE', since: known.since ?? today(work) })
  await work.set(Prospect, prospectId, { diffusionPartner: id, state: 'CONVERTED' })
  await welcomeLogins(work, organisation)
  return id
}

export const partnerIsOrganisation = () =>
  wrong('organisation', 'required', { fr: 'Un partenaire de diffusion est une organisation : indiquez-la.', en: 'A diffusion partner is an organisation: name it.' })

/** What the flags of the form ask for, in the same transaction as the form itself. */
export async function convertAsAsked(work: Work, prospect: { readonly id: string }, input: Readonly<Record<string, unknown>>): Promise<void> {
  if (input['becomeClient'] === true) await within('becomeClient', () => makeClient(work, prospect.id))
  if (input['becomePartner'] === true) await makePartner(work, prospect.id)
}
