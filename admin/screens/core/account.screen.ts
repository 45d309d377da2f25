import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'account', label: { fr: 'Mon compte', en: 'My account' }, icon: 'person', menu: 'account', needs: 'mySessions', load: () => import('./account.tsx'),
})
