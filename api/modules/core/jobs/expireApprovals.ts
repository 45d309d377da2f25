import { now } from '#model'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import { job } from '../../../write/types.ts'

/** Nobody can approve it any more by the clock alone; this makes its state say so. */
export default job({
  name: 'expireApprovals',
  schedule: '*/10 * * * *',
  run: async (work) => {
    const over = await work.rows(ApprovalRequest, { state: { eq: 'PENDING' }, expiresAt: { lte: now } }, 200)
    for (const request of over) await work.set(ApprovalRequest, request.id, { state: 'EXPIRED' })
  },
})
