import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'access', label: { fr: 'Qui peut quoi', en: 'Who may what' }, icon: 'security', menu: { module: 'core', order: 52 },
  needs: 'accessChart', load: () => import('./accessChart.tsx'),
})
