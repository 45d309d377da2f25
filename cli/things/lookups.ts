import type { Lookup } from './types.ts'

/** Colleagues, by name or e-mail address. */
export const collaboratorLookup: Lookup = {
  plural: 'users', type: 'User', numbered: false, names: ['fullName', 'email'], shows: ['fullName', 'department.name'],
  label: { fr: 'Collaborateur', en: 'Collaborator' }, within: { department: { line: { eq: 'EPIC_EVENTS' } } },
}

export const departmentLookup: Lookup = {
  plural: 'departments', type: 'Department', numbered: false, names: ['key', 'name'], shows: ['name'],
  label: { fr: 'Département', en: 'Department' }, within: { line: { eq: 'EPIC_EVENTS' } },
}

export const personLookup: Lookup = {
  plural: 'people', type: 'Person', numbered: false, names: ['displayName', 'email'], shows: ['displayName', 'email'],
  label: { fr: 'Personne', en: 'Person' },
}
