import { grantStep } from '../grantLife.ts'

export default grantStep({
  name: 'suspendGrant', label: { fr: 'Suspendre', en: 'Suspend' }, from: ['ACTIVE'], to: 'SUSPENDED', reasonRequired: true,
  help: { fr: 'Le partenaire n’obtient plus de réponse, jusqu’à la reprise.', en: 'The partner gets no answer until it is resumed.' },
})
