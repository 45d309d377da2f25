import { granted, me, myDepartment, rowRule } from '#model'
import type { Contract } from './contract.ts'
import { ofGrantedProject } from './projectRules.ts'

const ofMyDepartment = { salesContact: { department: { id: { eq: myDepartment } } } } as const

/** What a permission on contracts can be limited to. */
export const contractScopes = {
  own: rowRule<Contract>('ownContract', { fr: 'contrats dont on est le commercial', en: 'contracts whose sales contact one is' }, { salesContact: { id: { eq: me } } }),
  department: rowRule<Contract>('contractOfDepartment', { fr: 'contrats de son département', en: 'contracts of one’s department' }, ofMyDepartment),
  project: rowRule<Contract>('grantedContract', { fr: 'contrats ouverts pour un temps, ou d’un projet qui l’est', en: 'contracts opened for a time, or of a project that is' }, { or: [{ id: { in: granted } }, ofGrantedProject] }),
}

/** An intern reads the contracts of his department and those opened to him, never those of employment, and changes none (C-47). */
export const contractLevels = {
  INTERN: {
    rows: rowRule<Contract>('contractForInterns', { fr: 'contrats de son département ou ouverts pour un temps, hors contrats de travail', en: 'contracts of one’s department or opened for a time, none of employment' }, {
      kind: { ne: 'EMPLOYMENT' }, or: [ofMyDepartment, { id: { in: granted } }, ofGrantedProject],
    }),
    change: false as const,
  },
}
