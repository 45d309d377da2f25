import { change, creation } from './requests.ts'
import { day, words, yes } from './filters.ts'
import type { Lookup, Thing } from './types.ts'

export const clientLookup: Lookup = {
  plural: 'clients', type: 'Client', numbered: true, names: ['fullName', 'companyName'], shows: ['number', 'fullName', 'companyName'],
  label: { fr: 'Client', en: 'Client' }, within: { lines: { has: 'EPIC_EVENTS' } },
}

export const client: Thing = {
  ...clientLookup,
  name: 'client', one: 'client', many: { fr: 'Clients', en: 'Clients' },
  about: { fr: 'Les clients et leurs coordonnées', en: 'Clients and how to reach them' },
  fields: [
    { name: 'number', label: { fr: 'N°', en: 'No.' }, kind: 'count', read: 'number', sort: 'number' },
    { name: 'fullName', label: { fr: 'Nom', en: 'Name' }, kind: 'text', read: 'fullName', sort: 'fullName', input: 'fullName', required: true, help: { fr: 'nom complet', en: 'full name' } },
    { name: 'email', label: { fr: 'E-mail', en: 'E-mail' }, kind: 'email', read: 'email', input: 'email', required: true },
    { name: 'phone', label: { fr: 'Téléphone', en: 'Phone' }, kind: 'phone', read: 'phone.raw', input: 'phone' },
    { name: 'companyName', label: { fr: 'Société', en: 'Company' }, kind: 'text', read: 'companyName', sort: 'companyName', input: 'companyName' },
    { name: 'firstContactOn', label: { fr: 'Premier contact', en: 'First contact' }, kind: 'day', read: 'firstContactOn', sort: 'firstContactOn', input: 'firstContactOn' },
    { name: 'lastContactAt', label: { fr: 'Dernier contact', en: 'Last contact' }, kind: 'instant', read: 'lastContactAt', sort: 'lastContactAt', input: 'lastContactAt' },
    { name: 'salesContact', label: { fr: 'Commercial', en: 'Sales contact' }, kind: 'record', read: 'salesContact.fullName' },
    { name: 'createdAt', label: { fr: 'Créé le', en: 'Created' }, kind: 'instant', read: 'createdAt', sort: 'createdAt' },
    { name: 'updatedAt', label: { fr: 'Modifié le', en: 'Updated' }, kind: 'instant', read: 'updatedAt', sort: 'updatedAt' },
  ],
  list: ['number', 'fullName', 'companyName', 'email', 'phone', 'salesContact', 'lastContactAt'],
  filters: [
    words('q', { fr: 'mots, n’importe où', en: 'words, anywhere' }),
    { option: { name: 'name', value: { fr: 'TEXTE', en: 'TEXT' }, help: { fr: 'dont le nom contient', en: 'whose name contains' } }, where: (value) => ({ fullName: { contains: value } }) },
    { option: { name: 'company', value: { fr: 'TEXTE', en: 'TEXT' }, help: { fr: 'dont la société contient', en: 'whose company contains' } }, where: (value) => ({ companyName: { contains: value } }) },
    { option: { name: 'email', value: { fr: 'TEXTE', en: 'TEXT' }, help: { fr: 'dont l’adresse contient', en: 'whose address contains' } }, where: (value) => ({ email: { contains: value } }) },
    yes('mine', { fr: 'ceux dont je suis le commercial', en: 'those whose sales contact I am' }, (me) => ({ salesContact: { id: { eq: me } } })),
    yes('orphans', { fr: 'ceux dont le commercial est parti (gestion)', en: 'those whose sales contact has left (management)' }, () => ({ salesContactActive: false })),
    day('from', { fr: 'premier contact à partir du', en: 'first contact from' }, 'firstContactOn', 'gte'),
    day('to', { fr: 'premier contact jusqu’au', en: 'first contact until' }, 'firstContactOn', 'lte'),
  ],
  sorted: 'companyName',
  create: creation('Client'), update: change('Client'),
  examples: {
    list: ['crm client list --mine', 'crm client list --name casey --json', 'crm client list --all --csv > clients.csv'],
    show: ['crm client show 12', 'crm client show "Kevin Casey"'],
    create: ['crm client create', 'crm client create --full-name "Kevin Casey" --email kevin@startup.io --phone "+678 123 456 78" --company-name "Cool Startup LLC"'],
    update: ['crm client update 12 --phone "+33 1 23 45 67 89"', 'crm client update "Kevin Casey"'],
  },
}
