import { screen } from '../screen.ts'

export default screen({ place: 'banner', label: { fr: 'Vue d’un rôle', en: 'View of a role' }, needs: 'adminMeta', load: () => import('./viewAsBanner.tsx') })
