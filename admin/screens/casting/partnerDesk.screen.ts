import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'partner', label: { fr: 'Lire nos offres', en: 'Reading our offers' }, icon: 'integration_instructions',
  menu: { module: 'casting', order: 46 }, needs: 'partnerDocuments', load: () => import('./partnerDesk.tsx'),
})
