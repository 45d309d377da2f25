import { clientLookup } from './client.ts'
import { change, creation } from './requests.ts'
import { dayOfInstant, record, words, yes } from './filters.ts'
import type { Lookup, Thing } from './types.ts'

export const contractLookup: Lookup = {
  plural: 'contracts', type: 'Contract', numbered: true, names: ['title'], shows: ['number', 'title'],
  label: { fr: 'Contrat', en: 'Contract' }, within: { kind: { eq: 'EVENT_SALE' } },
}

export const contract: Thing = {
  ...contractLookup,
  name: 'contract', one: 'contract', many: { fr: 'Contrats', en: 'Contracts' },
  about: { fr: 'Les contrats, leur signature et leurs paiements', en: 'Contracts, their signature and their payments' },
  fields: [
    { name: 'number', label: { fr: 'N°', en: 'No.' }, kind: 'count', read: 'number', sort: 'number' },
    { name: 'title', label: { fr: 'Objet', en: 'Title' }, kind: 'text', read: 'title', sort: 'title', input: 'title' },
    { name: 'client', label: { fr: 'Client', en: 'Client' }, kind: 'record', read: 'client._label', sort: 'client', input: 'client', target: clientLookup, required: true },
    { name: 'clientEmail', label: { fr: 'E-mail du client', en: 'Client e-mail' }, kind: 'email', read: 'client.email' },
    { name: 'clientPhone', label: { fr: 'Téléphone du client', en: 'Client phone' }, kind: 'phone', read: 'client.phone.raw' },
    { name: 'salesContact', label: { fr: 'Commercial', en: 'Sales contact' }, kind: 'record', read: 'salesContact.fullName' },
    { name: 'totalAmount', label: { fr: 'Total', en: 'Total' }, kind: 'money', read: 'totalAmount', sort: 'totalAmount', input: 'totalAmount', required: true },
    { name: 'amountDue', label: { fr: 'Reste dû', en: 'Due' }, kind: 'money', read: 'amountDue', sort: 'amountDue', input: 'amountDue' },
    { name: 'currency', label: { fr: 'Devise', en: 'Currency' }, kind: 'text', read: 'totalAmount.currency' },
    { name: 'state', label: { fr: 'État', en: 'State' }, kind: 'choice', read: 'state', sort: 'state', choices: [
      { value: 'DRAFT', label: { fr: 'brouillon', en: 'draft' } }, { value: 'SENT', label: { fr: 'envoyé', en: 'sent' } },
      { value: 'CHANGES_REQUESTED', label: { fr: 'à modifier', en: 'changes requested' } }, { value: 'SIGNED', label: { fr: 'signé', en: 'signed' } },
      { value: 'ENDED', label: { fr: 'terminé', en: 'ended' } }, { value: 'TERMINATED', label: { fr: 'résilié', en: 'terminated' } }, { value: 'REFUSED', label: { fr: 'refusé', en: 'refused' } },
    ] },
    { name: 'signedAt', label: { fr: 'Signé le', en: 'Signed' }, kind: 'instant', read: 'signedAt', sort: 'signedAt' },
    { name: 'startsOn', label: { fr: 'Début', en: 'Starts on' }, kind: 'day', read: 'startsOn', input: 'startsOn' },
    { name: 'endsOn', label: { fr: 'Fin', en: 'Ends on' }, kind: 'day', read: 'endsOn', input: 'endsOn' },
    { name: 'body', label: { fr: 'Texte', en: 'Body' }, kind: 'lines', read: 'body', input: 'body', whole: true },
    { name: 'createdAt', label: { fr: 'Créé le', en: 'Created' }, kind: 'instant', read: 'createdAt', sort: 'createdAt' },
  ],
  list: ['number', 'client', 'title', 'totalAmount', 'amountDue', 'state', 'salesContact', 'signedAt'],
  filters: [
    words('q', { fr: 'mots, n’importe où', en: 'words, anywhere' }),
    yes('unsigned', { fr: 'pas encore signés', en: 'not yet signed' }, () => ({ signedAt: { isEmpty: true } })),
    yes('signed', { fr: 'signés', en: 'signed' }, () => ({ signedAt: { isEmpty: false } })),
    yes('unpaid', { fr: 'pas encore entièrement payés', en: 'not yet fully paid' }, () => ({ amountDue: { gt: 0 } })),
    yes('mine', { fr: 'de mes clients', en: 'of my clients' }, (me) => ({ salesContact: { id: { eq: me } } })),
    record('client', { fr: 'de ce client', en: 'of this client' }, clientLookup, (id) => ({ client: { id: { eq: id } } })),
    dayOfInstant('from', { fr: 'créés à partir du', en: 'created from' }, 'createdAt', 'gte'),
    dayOfInstant('to', { fr: 'créés jusqu’au', en: 'created until' }, 'createdAt', 'lt'),
  ],
  sorted: '-number',
  create: creation('Contract'), update: change('Contract'),
  examples: {
    list: ['crm contract list --unsigned', 'crm contract list --unpaid --mine', 'crm contract list --client "Cool Startup LLC"'],
    show: ['crm contract show 652'],
    create: ['crm contract create', 'crm contract create --client 12 --total-amount 12500,00 --title "Wedding"'],
    update: ['crm contract update 652 --amount-due 3000'],
  },
}
