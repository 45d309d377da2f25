import sql from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { AppError } from '../../model/errors.ts'
import type { Issue } from '../../model/issue.ts'
import type { Values } from '../../model/rule.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { conflict, missing, textAfter, today } from '../input.ts'

/**
 * The next number, and a reference made of it: CAST-2026-0042. The sequence gives no number twice, so
 * two who record at once never wait for each other; a reference that somebody typed is passed over.
 */
async function proposedReference(work: Work): Promise<Input> {
  const prefix = `CAST-${today(work).slice(0, 4)}-`
  for (;;) {
    const [drawn] = await work.query(sql`
      with next as (select nextval('casting_offer_number_seq') as number),
        proposed as (select number, ${prefix} || lpad(number::text, greatest(4, length(number::text)), '0') as reference from next)
      select number::int, reference, exists (select 1 from casting_offer o where lower(o.reference) = lower(proposed.reference)) as taken from proposed`)
    if (drawn && drawn['taken'] !== true) return { number: drawn['number'], reference: drawn['reference'] }
  }
}

async function prepare(work: Work, input: Input, current: Stored<CastingOffer> | undefined): Promise<Input> {
  if (current) return keptPublished(input, current)
  const { userId } = work.caller.principal
  const author = userId === undefined ? {} : { author: { connect: userId } }
  const reference = textAfter(input, 'reference', undefined) === '' ? await proposedReference(work) : {}
  return { ...author, ...input, ...reference }
}

/** A published offer keeps a beginning: without one, no rule would show it. */
function keptPublished(input: Input, current: Stored<CastingOffer>): Input {
  if (current.state === 'PUBLISHED' && input['publishFrom'] === null) throw new AppError('BAD_USER_INPUT', [missing('publishFrom')])
  return input
}

/** What the public needs to see of an offer. */
const shown = ['description', 'address'] as const

const past: Issue = {
  path: 'publishUntil', reason: 'past',
  message: { fr: 'La publication serait déjà terminée : changez cette date ou videz-la.', en: 'Publication would be over already: change this date, or empty it.' },
}

async function readyForPublic(work: Work, offer: Stored<CastingOffer>): Promise<Values<CastingOffer>> {
  const now = work.now.toISOString()
  const over = offer.publishUntil != null && offer.publishUntil <= now
  const issues = [...shown.filter((field) => offer[field] == null).map(missing), ...(over ? [past] : [])]
  if (issues.length > 0) throw new AppError('BAD_USER_INPUT', issues)
  const client = offer.client == null ? undefined : await work.row(Client, offer.client)
  if (client?.state !== 'ACTIVE') {
    throw conflict('clientNotActive', { fr: 'Le client de cette offre n’est pas actif.', en: 'The client of this offer is not active.' }, 'client')
  }
  return offer.publishFrom == null ? { publishFrom: now } : {}
}

export const offerReactions = [reactions(CastingOffer, { prepare, moving: { publish: readyForPublic } })]
