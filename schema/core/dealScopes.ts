import { granted, me, myDepartment, rowRule } from '#model'
import type { Contract } from './contract.ts'

const ofMyDepartment = { salesContact: { department: { id: { eq: myDepartment } } } } as const

/** What a permission on contracts can be limited to. */
export const contractScopes = {
  own: rowRule<Contract>('ownContract', { fr: 'contrats dont on est le commercial', en: 'contracts whose sales contact one is' }, { salesContact: { id: { eq: me } } }),
  department: rowRule<Contract>('contractOfDepartment', { fr: 'contrats de son département', en: 'contracts of one’s department' }, ofMyDepartment),
  project: rowRule<Contract>('grantedContract', { fr: 'contrats ouverts pour un temps', en: 'contracts opened for a time' }, { id: { in: granted } }),
}

/** An intern reads the contracts of his department and those opened to him, never those of employment, and changes none (C-47). */
export const contractLevels = {
  INTERN: {
    rows: rowRule<Contract>('contractForInterns', { fr: 'contrats de son département ou ouverts pour un temps, hors contrats de travail', en: 'contracts of one’s department or opened for a time, none of employment' }, {
      kind: { ne: 'EMPLOYMENT' }, or: [ofMyDepartment, { id: { in: granted } }],
    }),
    change: false as const,
  },
}
