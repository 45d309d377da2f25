import { administrators } from '#schema/roles.ts'
import { documentStep } from '../documentLife.ts'

export default documentStep({
  name: 'retireDocument', label: { fr: 'Retirer', en: 'Retire' }, access: administrators, from: ['APPROVED', 'ACTIVE', 'DEPRECATED', 'SUSPENDED'], to: 'RETIRED',
  help: { fr: 'Elle ne répondra plus, pour toujours.', en: 'It will not answer any more, for ever.' },
})
