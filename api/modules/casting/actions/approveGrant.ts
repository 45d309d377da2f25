import { twoPeople } from '../../core/documentLife.ts'
import { grantStep } from '../grantLife.ts'

export default grantStep({
  name: 'approveGrant', label: { fr: 'Approuver', en: 'Approve' }, from: ['PROPOSED'], to: 'ACTIVE',
  help: { fr: 'Le partenaire pourra aussitôt exécuter cette requête, dans ces limites.', en: 'The partner may run this document at once, within these limits.' },
  writes: async (work, grant) => ({ approvedBy: await twoPeople(work, [grant.proposedBy]) }),
})
