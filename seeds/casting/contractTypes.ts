/** A type of contract under which an offer is made. */
export interface ContractTypeSeed {
  readonly code: string
  readonly name: string
}

/** Codes are those of France Travail where it has one (CDI, CDD, MIS, SAI, LIB, E2, FS). */
export const contractTypes: readonly ContractTypeSeed[] = [
  { code: 'CDDU', name: "Intermittent du spectacle – CDD d'usage (CDDU)" },
  { code: 'CDD', name: 'Contrat à durée déterminée (CDD)' },
  { code: 'CDI', name: 'Contrat à durée indéterminée (CDI)' },
  { code: 'CDII', name: 'Contrat à durée indéterminée intermittent (CDII)' },
  { code: 'GUSO', name: "Engagement occasionnel d'artiste ou de technicien, déclaré au Guso" },
  { code: 'SAI', name: 'Contrat de travail saisonnier' },
  { code: 'MIS', name: "Mission d'intérim (travail temporaire)" },
  { code: 'E2', name: "Contrat d'apprentissage (alternance)" },
  { code: 'FS', name: 'Contrat de professionnalisation (alternance)' },
  { code: 'STA', name: 'Stage conventionné' },
  { code: 'SVC', name: 'Engagement de service civique' },
  { code: 'BEN', name: 'Bénévolat' },
  { code: 'MAN', name: 'Contrat de mannequin (agence ou annonceur)' },
  { code: 'LIB', name: 'Prestation de service (profession libérale, travailleur indépendant)' },
  { code: 'PIG', name: 'Collaboration à la pige' },
  { code: 'CES', name: "Contrat de cession du droit d'exploitation d'un spectacle" },
  { code: 'COR', name: 'Contrat de coréalisation' },
  { code: 'AUT', name: "Commande et cession de droits d'auteur" },
  { code: 'VOI', name: "Cession de droits voisins d'artiste-interprète" },
]
