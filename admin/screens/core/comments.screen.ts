import { screen } from '../screen.ts'

export default screen({ place: 'recordTab', label: { fr: 'Commentaires', en: 'Comments' }, needs: 'comments', about: { entity: 'Comment', field: 'subject' }, load: () => import('./comments.tsx') })
