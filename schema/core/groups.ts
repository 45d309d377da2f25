/** Sections that the forms of people and of organisations share. */
export const partyGroups = {
  coordinates: { fr: 'Coordonnées', en: 'Contact details' },
  follow: { fr: 'Suivi', en: 'Follow-up' },
} as const
