import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import type { Stored, Work } from '../../../write/types.ts'
import { notify } from '../notify.ts'

const subject = (id: string) => ({ entity: 'ApprovalRequest', id })

/** Tells those who may decide. Whether a decision of one of them counts is asked when he makes it. */
export async function tellDeciders(work: Work, id: string, deciders: readonly string[]): Promise<void> {
  const title = String((await work.row(ApprovalRequest, id))?.title)
  await notify(work, deciders, {
    kind: 'approvalAsked', subject: subject(id), title: { fr: `Votre accord est demandé : ${title}`, en: `Your agreement is asked for: ${title}` },
  })
}

export async function tellRequester(work: Work, { id, title, reason, requestedBy }: Stored<ApprovalRequest>): Promise<void> {
  await notify(work, [String(requestedBy)], {
    kind: 'approvalRefused', subject: subject(id), title: { fr: `Demande refusée : ${title}`, en: `Request refused: ${title}` }, body: { fr: String(reason), en: String(reason) },
  })
}
