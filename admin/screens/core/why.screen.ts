import { screen } from '../screen.ts'

export default screen({ place: 'recordTool', label: { fr: 'Pourquoi ?', en: 'Why?' }, needs: 'explainAccess', load: () => import('./why.tsx') })
