import { screen } from '../screen.ts'

export default screen({ place: 'recordTab', on: ['Role'], label: { fr: 'Droits', en: 'Rights' }, needs: 'saveRolePermissions', load: () => import('./roleEditor.tsx') })
