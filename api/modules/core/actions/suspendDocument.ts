import { administrators } from '#schema/roles.ts'
import { documentStep } from '../documentLife.ts'

/** The kill switch: it acts within a moment, on every instance. */
export default documentStep({
  name: 'suspendDocument', label: { fr: 'Suspendre', en: 'Suspend' }, access: administrators, from: ['ACTIVE', 'DEPRECATED'], to: 'SUSPENDED', reasonRequired: true,
  help: { fr: 'Elle cesse aussitôt de répondre, jusqu’à sa reprise.', en: 'It stops answering at once, until it is resumed.' },
})
