import { me } from '#model'
import type { Labels } from '../../../model/labels.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import { User } from '#schema/core/user.ts'
import type { Stored, Work } from '../../../write/types.ts'
import { mailTo } from '../mail.ts'

const MOST = 50

/** Tells those who may decide. Whether a decision of one of them counts is asked when he makes it. */
export async function tellDeciders(work: Work, id: string): Promise<void> {
  const request = await work.row(ApprovalRequest, id)
  const deciders = await work.rows(User, { isAdministrator: { eq: true }, state: { eq: 'ACTIVE' }, not: { id: { eq: me } } }, MOST)
  const text = { fr: `Une demande attend votre accord : ${request?.title}.`, en: `A request waits for your agreement: ${request?.title}.` }
  for (const decider of deciders) await mail(work, decider, { fr: 'Une demande d’accord', en: 'An approval request' }, text, `approval ${id} ${decider.id}`)
}

export async function tellRequester(work: Work, request: Stored<ApprovalRequest>): Promise<void> {
  const requester = await work.row(User, String(request.requestedBy))
  if (!requester) return
  const text = {
    fr: `Votre demande « ${request.title} » a été refusée : ${request.reason ?? ''}`, en: `Your request “${request.title}” was refused: ${request.reason ?? ''}`,
  }
  await mail(work, requester, { fr: 'Votre demande est refusée', en: 'Your request is refused' }, text, `approval refused ${request.id}`)
}

async function mail(work: Work, { email, locale }: Stored<User>, subject: Labels, text: Labels, key: string): Promise<void> {
  if (email == null) return
  const language = locale === 'en' ? 'en' : 'fr'
  await mailTo(work, { to: email, subject: subject[language], text: text[language], key })
}
