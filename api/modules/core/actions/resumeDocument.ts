import { administrators } from '#schema/roles.ts'
import { documentStep } from '../documentLife.ts'

export default documentStep({
  name: 'resumeDocument', label: { fr: 'Reprendre', en: 'Resume' }, access: administrators, from: ['SUSPENDED'],
  to: ({ deprecatedAt }) => (deprecatedAt == null ? 'ACTIVE' : 'DEPRECATED'),
})
