import { screen } from '../screen.ts'

export default screen({
  place: 'recordNotice', on: ['ApprovalRequest'], label: { fr: 'Ce qui se passerait', en: 'What would happen' }, needs: 'approvalPreview', load: () => import('./approvalEffect.tsx'),
})
