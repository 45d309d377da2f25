import { screen } from '../screen.ts'

export default screen({ place: 'recordNotice', label: { fr: 'Autorisation du flux', en: 'Grant of the feed' }, on: ['PartnerFeed'], needs: 'documentGrants', load: () => import('./feedGrant.tsx') })
