import { screen } from '../screen.ts'

export default screen({ place: 'bar', label: { fr: 'Notifications', en: 'Notifications' }, needs: 'readNotifications', load: () => import('./notifications.tsx') })
