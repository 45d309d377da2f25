import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'documents/usage', label: { fr: 'Usage des requêtes', en: 'Use of documents' }, icon: 'insight',
  menu: { module: 'casting', order: 48 }, needs: 'documentUse', load: () => import('./documentUse.tsx'),
})
