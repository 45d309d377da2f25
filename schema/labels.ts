import type { Labels } from '#model'

/** Labels of field names that many entities share. A field may say its own instead. */
export const labels: Readonly<Record<string, Labels>> = {
  active: { fr: 'Actif', en: 'Active' },
  code: { fr: 'Code', en: 'Code' },
  description: { fr: 'Description', en: 'Description' },
  email: { fr: 'E-mail', en: 'E-mail' },
  name: { fr: 'Nom', en: 'Name' },
  note: { fr: 'Note', en: 'Note' },
  number: { fr: 'Numéro', en: 'Number' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  state: { fr: 'État', en: 'State' },
  title: { fr: 'Titre', en: 'Title' },
}
