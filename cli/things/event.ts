import { clientLookup } from './client.ts'
import { contractLookup } from './contract.ts'
import { change, creation } from './requests.ts'
import { choice, dayOfInstant, record, words, yes } from './filters.ts'
import { personLookup } from './lookups.ts'
import type { Choice, Lookup, Thing } from './types.ts'

const kinds: readonly Choice[] = [
  { value: 'PARTY', label: { fr: 'fête', en: 'party' } },
  { value: 'BUSINESS_MEETING', label: { fr: 'réunion professionnelle', en: 'business meeting' } },
  { value: 'OFF_SITE', label: { fr: 'hors les murs', en: 'off-site' } },
]

export const eventLookup: Lookup = {
  plural: 'events', type: 'Event', numbered: true, names: ['title'], shows: ['number', 'title'],
  label: { fr: 'Événement', en: 'Event' }, within: { line: { eq: 'EPIC_EVENTS' } },
}

export const event: Thing = {
  ...eventLookup,
  name: 'event', one: 'event', many: { fr: 'Événements', en: 'Events' },
  about: { fr: 'Les événements et leur organisation', en: 'Events and how they are run' },
  fields: [
    { name: 'number', label: { fr: 'N°', en: 'No.' }, kind: 'count', read: 'number', sort: 'number' },
    { name: 'title', label: { fr: 'Titre', en: 'Title' }, kind: 'text', read: 'title', sort: 'title', input: 'title', required: true },
    { name: 'contract', label: { fr: 'Contrat', en: 'Contract' }, kind: 'record', read: 'contract.number', input: 'contract', only: 'create', target: contractLookup, required: true },
    { name: 'client', label: { fr: 'Client', en: 'Client' }, kind: 'record', read: 'client._label', sort: 'client' },
    { name: 'clientContact', label: { fr: 'Contact du client', en: 'Client contact' }, kind: 'record', read: 'clientContact.displayName', input: 'clientContact', target: personLookup },
    { name: 'contactName', label: { fr: 'Nouveau contact', en: 'New contact' }, kind: 'text', input: 'contactName', help: { fr: 'quelqu’un d’autre chez ce client : nom', en: 'somebody else of this client: name' } },
    { name: 'contactEmail', label: { fr: 'Son e-mail', en: 'Their e-mail' }, kind: 'email', input: 'contactEmail' },
    { name: 'contactPhone', label: { fr: 'Son téléphone', en: 'Their phone' }, kind: 'phone', input: 'contactPhone' },
    { name: 'clientContactEmail', label: { fr: 'E-mail du contact', en: 'Contact e-mail' }, kind: 'email', read: 'clientContact.email' },
    { name: 'clientContactPhone', label: { fr: 'Téléphone du contact', en: 'Contact phone' }, kind: 'phone', read: 'clientContact.phone.raw' },
    { name: 'kind', label: { fr: 'Genre', en: 'Kind' }, kind: 'choice', read: 'kind', sort: 'kind', input: 'kind', choices: kinds, required: true },
    { name: 'startAt', label: { fr: 'Début', en: 'Start' }, kind: 'zoned', read: 'startAt', sort: 'startAt', input: 'startAt', required: true },
    { name: 'endAt', label: { fr: 'Fin', en: 'End' }, kind: 'zoned', read: 'endAt', sort: 'endAt', input: 'endAt', required: true },
    { name: 'timeZone', label: { fr: 'Fuseau', en: 'Time zone' }, kind: 'zone', read: 'startAt.zone', input: 'timeZone', help: { fr: 'fuseau des dates données (sinon Europe/Paris)', en: 'time zone of the dates given (else Europe/Paris)' } },
    { name: 'supportContact', label: { fr: 'Support', en: 'Support contact' }, kind: 'record', read: 'supportContact.fullName' },
    { name: 'location', label: { fr: 'Lieu', en: 'Location' }, kind: 'text', read: 'locationText', input: 'locationText' },
    { name: 'attendees', label: { fr: 'Participants', en: 'Attendees' }, kind: 'count', read: 'expectedAttendees', sort: 'expectedAttendees', input: 'expectedAttendees' },
    { name: 'notes', label: { fr: 'Notes', en: 'Notes' }, kind: 'lines', read: 'notes', input: 'notes' },
  ],
  list: ['number', 'title', 'client', 'startAt', 'endAt', 'supportContact', 'location', 'attendees', 'contract'],
  filters: [
    words('q', { fr: 'mots, n’importe où', en: 'words, anywhere' }),
    yes('no-support', { fr: 'sans support', en: 'without a support contact' }, () => ({ supportContact: { isEmpty: true } })),
    yes('mine', { fr: 'ceux dont je suis le support', en: 'those whose support contact I am' }, (me) => ({ supportContact: { id: { eq: me } } })),
    yes('orphans', { fr: 'ceux dont le support est parti (gestion)', en: 'those whose support contact has left (management)' }, () => ({ supportContactActive: false })),
    record('client', { fr: 'de ce client', en: 'of this client' }, clientLookup, (id) => ({ client: { id: { eq: id } } })),
    record('contract', { fr: 'de ce contrat', en: 'of this contract' }, contractLookup, (id) => ({ contract: { id: { eq: id } } })),
    choice('kind', 'kind', { fr: 'de ce genre', en: 'of this kind' }, kinds.map(({ value }) => value)),
    dayOfInstant('from', { fr: 'qui commencent à partir du', en: 'that start from' }, 'startAt', 'gte'),
    dayOfInstant('to', { fr: 'qui commencent jusqu’au', en: 'that start until' }, 'startAt', 'lt'),
  ],
  sorted: 'startAt',
  create: creation('Event'), update: change('Event'),
  examples: {
    list: ['crm event list --no-support --from today', 'crm event list --mine', 'crm event list --client 12 --csv'],
    show: ['crm event show 109', 'crm event show "John Ouick Wedding"'],
    create: ['crm event create', 'crm event create --contract 652 --title "John Ouick Wedding" --kind PARTY --start-at "4 Jun 2023 @ 1PM" --end-at "5 Jun 2023 @ 2AM" --attendees 75'],
    update: ['crm event update 109 --attendees 80', 'crm event update 109'],
  },
}
