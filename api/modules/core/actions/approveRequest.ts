import { me } from '#model'
import { longText } from '../../../model/fields/longText.ts'
import { administrators } from '#schema/roles.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import { action } from '../../../write/types.ts'
import { approve } from '../approvals/decide.ts'

/** What was asked runs as it was shown, in the transaction of the decision; or, when the records changed, it is asked again. */
export default action<ApprovalRequest>({
  name: 'approveRequest',
  on: ApprovalRequest,
  label: { fr: 'Accepter', en: 'Approve' },
  confirm: { fr: 'L’opération sera faite aussitôt. Accepter ?', en: 'The operation is done at once. Approve?' },
  access: administrators,
  when: { state: { eq: 'PENDING' } },
  offered: { state: { eq: 'PENDING' }, not: { requestedBy: { id: { eq: me } } } },
  args: { reason: { kind: longText, options: { label: { fr: 'Commentaire', en: 'Comment' } } } },
  returns: ApprovalRequest,
  run: async (work, { id, reason }) => {
    await approve(work, id, typeof reason === 'string' ? reason : undefined)
    return id
  },
})
