import { changeByArguments, creationByArguments } from './requests.ts'
import { contains, record, words } from './filters.ts'
import { collaboratorLookup, departmentLookup } from './lookups.ts'
import type { Thing } from './types.ts'

const given = { fullName: 'String', email: 'String', department: 'ID', password: 'String' } as const

export const collaborator: Thing = {
  ...collaboratorLookup,
  name: 'collaborator', one: 'user', many: { fr: 'Collaborateurs', en: 'Collaborators' },
  about: { fr: 'Les collaborateurs des trois départements', en: 'The people of the three departments' },
  fields: [
    { name: 'fullName', label: { fr: 'Nom', en: 'Name' }, kind: 'text', read: 'fullName', sort: 'fullName', input: 'fullName', required: true },
    { name: 'email', label: { fr: 'E-mail', en: 'E-mail' }, kind: 'email', read: 'email', sort: 'email', input: 'email', required: true },
    { name: 'department', label: { fr: 'Département', en: 'Department' }, kind: 'record', read: 'department.name', sort: 'department', input: 'department', target: departmentLookup, plainId: true, required: true },
    { name: 'password', label: { fr: 'Premier mot de passe', en: 'First password' }, kind: 'secret', input: 'password', only: 'create', required: true },
    { name: 'state', label: { fr: 'État', en: 'State' }, kind: 'text', read: 'state', sort: 'state' },
    { name: 'lastSignInAt', label: { fr: 'Dernière connexion', en: 'Last sign-in' }, kind: 'instant', read: 'lastSignInAt', sort: 'lastSignInAt' },
  ],
  list: ['fullName', 'department', 'email', 'state', 'lastSignInAt'],
  filters: [
    words('q', { fr: 'mots, n’importe où', en: 'words, anywhere' }),
    contains('name', 'fullName', { fr: 'dont le nom contient', en: 'whose name contains' }),
    record('department', { fr: 'de ce département', en: 'of this department' }, departmentLookup, (id) => ({ department: { id: { eq: id } } })),
  ],
  sorted: 'fullName',
  create: creationByArguments('createCollaborator', given, ['fullName', 'email', 'department']), update: changeByArguments('updateCollaborator', given),
  examples: {
    list: ['crm collaborator list --department support'],
    show: ['crm collaborator show "Kate Hastroff"'],
    create: ['crm collaborator create', 'crm collaborator create --full-name "Kate Hastroff" --email kate@example.org --department support --password-stdin < password.txt'],
    update: ['crm collaborator update kate@example.org --department sales'],
  },
}
