export interface AccountSeed {
  readonly key: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  /** AUTHOR: an employee who wrote offers and articles but is given no login. */
  readonly role: 'ADMINISTRATOR' | 'EMPLOYEE' | 'PARTNER' | 'AUTHOR' | 'COLLABORATOR'
  /** Key of a collaborator's department, which gives the rights. */
  readonly department?: 'management' | 'sales' | 'support'
  /** Key, one of `organisations`: whom a partner's login acts for. */
  readonly actsFor?: string
}

/** Accounts of the demonstration; passwords are the loader's affair. */
export const accounts: readonly AccountSeed[] = [
  { key: 'admin', email: 'admin@coulisses.test', firstName: 'Mathilde', lastName: 'Lormeau', jobTitle: 'Responsable de la plateforme', role: 'ADMINISTRATOR' },
  { key: 'director', email: 'director@coulisses.test', firstName: 'Hélène', lastName: 'Vasseur', jobTitle: 'Directrice générale', role: 'ADMINISTRATOR' },
  { key: 'employee', email: 'employee@coulisses.test', firstName: 'Adrien', lastName: 'Pasquet', jobTitle: 'Chargé de casting', role: 'EMPLOYEE' },
  { key: 'partner', email: 'partner@coulisses.test', firstName: 'Ismaël', lastName: 'Kouadio', jobTitle: 'Responsable technique', role: 'PARTNER', actsFor: 'planches-plateaux' },
  { key: 'management', email: 'management@coulisses.test', firstName: 'Solène', lastName: 'Marchadier', jobTitle: 'Responsable de la gestion', role: 'COLLABORATOR', department: 'management' },
  { key: 'sales', email: 'sales@coulisses.test', firstName: 'Bill', lastName: 'Boquet', jobTitle: 'Commercial', role: 'COLLABORATOR', department: 'sales' },
  { key: 'ferrand', email: 'camille.ferrand@coulisses.test', firstName: 'Camille', lastName: 'Ferrand', jobTitle: 'Commerciale', role: 'COLLABORATOR', department: 'sales' },
  { key: 'support', email: 'support@coulisses.test', firstName: 'Kate', lastName: 'Hastroff', jobTitle: "Chargée d'événements", role: 'COLLABORATOR', department: 'support' },
  { key: 'vichum', email: 'alienor.vichum@coulisses.test', firstName: 'Aliénor', lastName: 'Vichum', jobTitle: "Chargée d'événements", role: 'COLLABORATOR', department: 'support' },
  { key: 'bonnaire', email: 'delphine.bonnaire@coulisses.test', firstName: 'Delphine', lastName: 'Bonnaire', jobTitle: 'Responsable éditoriale', role: 'AUTHOR' },
  { key: 'nguyen', email: 'theo.nguyen@coulisses.test', firstName: 'Théo', lastName: 'Nguyen', jobTitle: 'Chargé de casting', role: 'AUTHOR' },
  { key: 'sylla', email: 'fatou.sylla@coulisses.test', firstName: 'Fatou', lastName: 'Sylla', jobTitle: 'Chargée de la relation clients', role: 'AUTHOR' },
  { key: 'morvan', email: 'guillaume.morvan@coulisses.test', firstName: 'Guillaume', lastName: 'Morvan', jobTitle: 'Rédacteur', role: 'AUTHOR' },
]
