import { me } from '#model'
import { members } from '#schema/roles.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import { ownRequest } from '#schema/core/approvalRules.ts'
import { action } from '../../../write/types.ts'
import { take } from '../approvals/decide.ts'

/** Whoever asked may take it back while it waits. */
export default action<ApprovalRequest>({
  name: 'cancelRequest',
  on: ApprovalRequest,
  label: { fr: 'Retirer ma demande', en: 'Take my request back' },
  access: members.where(ownRequest),
  when: { state: { eq: 'PENDING' } },
  offered: { state: { eq: 'PENDING' }, requestedBy: { id: { eq: me } } },
  returns: ApprovalRequest,
  run: async (work, { id }) => {
    await take(work, id, 'CANCELLED', undefined)
    return id
  },
})
