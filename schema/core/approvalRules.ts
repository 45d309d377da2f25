import { me, rowRule } from '#model'
import type { ApprovalRequest } from './approvalRequest.ts'
import type { ExportPermit } from './exportPermit.ts'

export const ownRequest = rowRule<ApprovalRequest>('ownRequest', { fr: 'ses propres demandes', en: 'one’s own requests' }, { requestedBy: { id: { eq: me } } })

export const waiting = rowRule<ApprovalRequest>('waiting', { fr: 'demandes en attente', en: 'requests that wait' }, { state: { eq: 'PENDING' } })

export const ownPermit = rowRule<ExportPermit>('ownPermit', { fr: 'ses propres autorisations', en: 'one’s own permits' }, { requestedBy: { id: { eq: me } } })
