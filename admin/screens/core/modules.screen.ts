import { screen } from '../screen.ts'

export default screen({
  place: 'page', path: 'settings/modules', label: { fr: 'Modules et réglages', en: 'Modules and settings' }, icon: 'tune',
  menu: { module: 'core', order: 70 }, needs: 'moduleSwitches', load: () => import('./modules.tsx'),
})
