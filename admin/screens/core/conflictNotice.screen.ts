import { screen } from '../screen.ts'

export default screen({ place: 'recordNotice', label: { fr: 'Conflit d’intérêts', en: 'Conflict of interest' }, needs: 'conflictsOn', load: () => import('./conflictNotice.tsx') })
