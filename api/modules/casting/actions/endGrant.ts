import { grantStep } from '../grantLife.ts'

export default grantStep({
  name: 'endGrant', label: { fr: 'Terminer', en: 'End' }, from: ['PROPOSED', 'ACTIVE', 'SUSPENDED'], to: 'ENDED',
  help: { fr: 'Pour toujours ; une autre autorisation peut être proposée ensuite.', en: 'For ever; another grant may be proposed afterwards.' },
})
