export interface AccountSeed {
  readonly key: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  /** AUTHOR: an employee who wrote offers and articles but is given no login. */
  readonly role: 'ADMINISTRATOR' | 'EMPLOYEE' | 'PARTNER' | 'AUTHOR'
  /** Key, one of `organisations`: whom a partner's login acts for. */
  readonly actsFor?: string
}

/** Accounts of the demonstration; passwords are the loader's affair. */
export const accounts: readonly AccountSeed[] = [
  { key: 'admin', email: 'admin@coulisses.test', firstName: 'Mathilde', lastName: 'Lormeau', jobTitle: 'Responsable de la plateforme', role: 'ADMINISTRATOR' },
  { key: 'employee', email: 'employee@coulisses.test', firstName: 'Adrien', lastName: 'Pasquet', jobTitle: 'Chargé de casting', role: 'EMPLOYEE' },
  { key: 'partner', email: 'partner@coulisses.test', firstName: 'Ismaël', lastName: 'Kouadio', jobTitle: 'Responsable technique', role: 'PARTNER', actsFor: 'planches-plateaux' },
  { key: 'bonnaire', email: 'delphine.bonnaire@coulisses.test', firstName: 'Delphine', lastName: 'Bonnaire', jobTitle: 'Responsable éditoriale', role: 'AUTHOR' },
  { key: 'nguyen', email: 'theo.nguyen@coulisses.test', firstName: 'Théo', lastName: 'Nguyen', jobTitle: 'Chargé de casting', role: 'AUTHOR' },
  { key: 'sylla', email: 'fatou.sylla@coulisses.test', firstName: 'Fatou', lastName: 'Sylla', jobTitle: 'Chargée de la relation clients', role: 'AUTHOR' },
  { key: 'morvan', email: 'guillaume.morvan@coulisses.test', firstName: 'Guillaume', lastName: 'Morvan', jobTitle: 'Rédacteur', role: 'AUTHOR' },
]
