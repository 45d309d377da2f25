import { screen } from '../screen.ts'

export default screen({
  place: 'recordTab', on: ['PersistedQuery'], label: { fr: 'À vérifier', en: 'To review' }, needs: 'documentFacts', load: () => import('./documentFacts.tsx'),
})
