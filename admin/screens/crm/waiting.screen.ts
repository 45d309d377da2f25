import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'crm/waiting', label: { fr: 'À traiter', en: 'To do' }, icon: 'task',
  menu: { module: 'crm', order: 1 }, needs: 'contracts', load: () => import('./waiting.tsx'),
})
