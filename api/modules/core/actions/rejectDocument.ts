import { administrators } from '#schema/roles.ts'
import { documentStep } from '../documentLife.ts'

export default documentStep({
  name: 'rejectDocument', label: { fr: 'Refuser', en: 'Reject' }, access: administrators, from: ['SUBMITTED', 'APPROVED'], to: 'REJECTED', reasonRequired: true,
  writes: () => ({ approvedBy: null }),
})
