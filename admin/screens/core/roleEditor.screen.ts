import { screen } from '../screen.ts'

export default screen({ place: 'recordTab', on: ['Role'], label: { fr: 'Permissions', en: 'Permissions' }, needs: 'saveRolePermissions', load: () => import('./roleEditor.tsx') })
