import type { ClientSeed, ContractSeed, EventSeed } from './types.ts'

/** The client, and the two sheets of the support department's spreadsheet, word for word. */
export const sheetClients: readonly ClientSeed[] = [
  { key: 'kevin-casey', fullName: 'Kevin Casey', email: 'kevin@startup.io', phone: '+678 123 456 78', companyName: 'Cool Startup LLC', firstContactOn: '2021-04-18', lastContactAt: '2023-03-29T10:00:00Z', rep: 'sales' },
  { key: 'john-ouick', fullName: 'John Ouick', email: 'john.ouick@gmail.com', phone: '+1 234 567 8901', firstContactOn: '2022-11-07', lastContactAt: '2023-05-30T14:20:00Z', rep: 'sales' },
  { key: 'lou-bouzin', fullName: 'Lou Bouzin', email: 'lou@loubouzin.grd', phone: '+ 666 12344', companyName: 'Lou Bouzin', firstContactOn: '2023-01-16', lastContactAt: '2023-05-02T09:00:00Z', rep: 'ferrand' },
]

export const sheetContracts: readonly ContractSeed[] = [
  {
    key: 'wedding', number: 652, client: 'john-ouick', title: 'John Ouick Wedding', total: 1_850_000, state: 'SIGNED', signedAt: '2023-02-10T11:00:00Z',
    payments: [{ amount: 550_000, paidOn: '2023-02-14', method: 'TRANSFER' }, { amount: 1_300_000, paidOn: '2023-06-12', method: 'TRANSFER' }],
  },
  {
    key: 'assembly', number: 412, client: 'lou-bouzin', title: 'Lou Bouzin General Assembly', total: 940_000, state: 'SIGNED', signedAt: '2023-03-03T15:30:00Z',
    payments: [{ amount: 700_000, paidOn: '2023-03-20', method: 'TRANSFER' }],
  },
]

export const sheetEvents: readonly EventSeed[] = [
  {
    number: 109, title: 'John Ouick Wedding', kind: 'PARTY', contract: 'wedding', start: '4 Jun 2023 @ 1PM', end: '5 Jun 2023 @ 2AM', support: 'support',
    location: '53 Rue du Château, 41120 Candé-sur-Beuvron, France', attendees: 75,
    notes: 'Wedding starts at 3PM, by the river. Catering is organized, reception starts at 5PM. Kate needs to organize the DJ for after party.',
  },
  {
    number: 1023, title: 'Lou Bouzin General Assembly', kind: 'BUSINESS_MEETING', contract: 'assembly', start: '5 May 2023 @ 3PM', end: '5 May 2023 @ 5PM', support: 'vichum',
    location: 'Salle des fêtes de Mufflins', attendees: 200, notes: 'Assemblée générale des actionnaires (~200 personnes).',
    contact: { name: 'Jacky Blangier', email: 'jacky@loubouzin.grd', phone: '+ 666 12345' },
  },
]
