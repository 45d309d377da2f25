import { me } from '#model'
import { longText } from '../../../model/fields/longText.ts'
import { administrators } from '#schema/roles.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import { action } from '../../../write/types.ts'
import { take } from '../approvals/decide.ts'
import { refuseSamePerson } from '../approvals/entitled.ts'
import { tellRequester } from '../approvals/tell.ts'

export default action<ApprovalRequest>({
  name: 'refuseRequest',
  on: ApprovalRequest,
  label: { fr: 'Refuser', en: 'Refuse' },
  access: administrators,
  when: { state: { eq: 'PENDING' } },
  offered: { state: { eq: 'PENDING' }, not: { requestedBy: { id: { eq: me } } } },
  args: { reason: { kind: longText, options: { required: true, label: { fr: 'Motif', en: 'Reason' } } } },
  returns: ApprovalRequest,
  run: async (work, { id, reason }) => {
    await refuseSamePerson(work, String((await work.row(ApprovalRequest, id))?.requestedBy))
    const request = await take(work, id, 'REFUSED', String(reason))
    await tellRequester(work, request)
    return id
  },
})
