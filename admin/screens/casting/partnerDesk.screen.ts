import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'partner', label: { fr: 'Lire nos flux', en: 'Reading our feeds' }, icon: 'integration_instructions',
  menu: { module: 'casting', order: 46 }, needs: 'readFeed', load: () => import('./partnerDesk.tsx'),
})
