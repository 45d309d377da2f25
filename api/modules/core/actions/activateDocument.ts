import { administrators } from '#schema/roles.ts'
import { documentStep } from '../documentLife.ts'

export default documentStep({
  name: 'activateDocument', label: { fr: 'Mettre en service', en: 'Put into service' }, access: administrators, from: ['APPROVED'], to: 'ACTIVE',
})
