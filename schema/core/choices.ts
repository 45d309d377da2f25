/** How a record came into the house. */
export const sources = {
  EMPLOYEE: { fr: 'Employé', en: 'Employee' },
  WEBSITE: { fr: 'Site web', en: 'Website' },
  IMPORT: { fr: 'Import', en: 'Import' },
} as const

/** The businesses of the house: a client may be served by several of them. */
export const lines = {
  CASTING: { fr: 'Casting', en: 'Casting' },
  EPIC_EVENTS: { fr: 'Événementiel', en: 'Event company' },
} as const

/** What a key of the API may be used for; its owner’s rights are the limit of all of them. */
export const keyScopes = {
  GRAPHQL_READ: { fr: 'Lire (GraphQL)', en: 'Read (GraphQL)' },
  GRAPHQL_WRITE: { fr: 'Modifier (GraphQL)', en: 'Change (GraphQL)' },
  DOCUMENTS_RUN: { fr: 'Documents approuvés', en: 'Approved documents' },
} as const

/** How people pay, as whoever records it says; what a payment service does, it records itself. */
export const paidByHand = {
  TRANSFER: { fr: 'Virement', en: 'Transfer' }, CHEQUE: { fr: 'Chèque', en: 'Cheque' }, CARD: { fr: 'Carte', en: 'Card' }, CASH: { fr: 'Espèces', en: 'Cash' }, OTHER: { fr: 'Autre', en: 'Other' },
} as const
