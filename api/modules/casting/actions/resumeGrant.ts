import { grantStep } from '../grantLife.ts'

export default grantStep({ name: 'resumeGrant', label: { fr: 'Reprendre', en: 'Resume' }, from: ['SUSPENDED'], to: 'ACTIVE' })
