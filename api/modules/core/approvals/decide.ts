import sql from 'sql-template-tag'
import type { Caller } from '../../../access/principal.ts'
import { AppError } from '../../../model/errors.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import type { Preview, Stored, Work } from '../../../write/types.ts'
import { conflict } from '../../input.ts'
import { refuseSamePerson } from './entitled.ts'

/**
 * Takes the decision before anything else looks at the request: of all who decide at the same moment
 * one gets the row, and the others find it decided. @throws AppError CONFLICT
 */
export async function take(work: Work, id: string, state: 'APPROVED' | 'REFUSED' | 'CANCELLED', reason: string | undefined): Promise<Stored<ApprovalRequest>> {
  const agreed = state === 'APPROVED'
  const { userId } = work.caller.principal
  const rows = await work.query(sql`update approval_request set
      level = level + ${agreed ? 1 : 0}, approver_id = ${userId}, decided_at = now(), reason = coalesce(${reason ?? null}, reason),
      agreed = case when ${agreed} then coalesce(agreed, '[]') || jsonb_build_array(jsonb_build_object('user', ${userId}::text, 'level', level + 1)) else agreed end,
      state = case when ${agreed} and level + 1 < levels_required then state else ${state} end
    where id = ${id} and state = 'PENDING' and expires_at > now() returning id`)
  const request = await work.row(ApprovalRequest, id)
  if (rows.length === 1 && request) return request
  const expired = request?.state === 'PENDING'
  throw expired
    ? conflict('expired', { fr: 'Cette demande a expiré : il faut la faire à nouveau.', en: 'This request has expired: it must be made again.' })
    : conflict('alreadyDecided', { fr: 'Cette demande est déjà décidée.', en: 'This request is decided already.' }, undefined, { state: request?.state })
}

/** Agrees; the last who must agree also has it done, in this transaction. */
export async function approve(work: Work, id: string, reason: string | undefined): Promise<void> {
  const before = await work.row(ApprovalRequest, id)
  await refuseSamePerson(work, String(before?.requestedBy))
  const request = await take(work, id, 'APPROVED', reason)
  refuseTwice(work, request)
  const operation = await work.decrypt(String(request.payload))
  const requester = await work.callerFor(String(request.requestedBy))
  if (!requester) throw conflict('requesterGone', { fr: 'Le compte de la personne qui demande n’est plus actif.', en: 'The account of whoever asks is not active any more.' })
  // Whoever agrees must be able to do it himself.
  await work.replay(operation, work.caller, false)
  const done = await replayed(work, operation, requester, request.state === 'APPROVED')
  if (done.mark !== request.mark) throw askAgain(work, id, done)
}

/** Of several agreements each is another person’s; his own is among them by now. */
function refuseTwice(work: Work, { agreed }: Stored<ApprovalRequest>): void {
  const own = (Array.isArray(agreed) ? agreed as readonly { user?: unknown }[] : []).filter(({ user }) => user === work.caller.principal.userId)
  if (own.length > 1) {
    throw new AppError('FORBIDDEN', [{ reason: 'agreedAlready', message: { fr: 'Vous avez déjà donné votre accord : une autre personne doit donner le suivant.', en: 'You have agreed already: somebody else must give the next agreement.' } }])
  }
}

async function replayed(work: Work, operation: string, requester: Caller, keep: boolean): Promise<Preview> {
  try {
    return await work.replay(operation, requester, keep)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FORBIDDEN') throw error
    throw conflict('requesterMayNot', { fr: 'La personne qui demande n’a plus le droit de faire cela.', en: 'Whoever asks may not do this any more.' })
  }
}

/** Something it touches is not as it was: nothing is done, and the request shows from now on what it would do today. */
function askAgain(work: Work, id: string, now: Preview): AppError {
  work.afterRefusal((later) => later.set(ApprovalRequest, id, {
    preview: now, mark: now.mark, level: 0, agreed: null,
    note: later.caller.principal.locale === 'en' ? 'The records changed after the request: look at the new effect and decide again.' : 'Les fiches ont changé depuis la demande : regardez le nouvel effet et décidez à nouveau.',
  }))
  return conflict('changedMeanwhile', {
    fr: 'Les fiches ont changé depuis la demande : rien n’est fait. Regardez le nouvel effet et décidez à nouveau.', en: 'The records changed after the request: nothing is done. Look at the new effect and decide again.',
  })
}
