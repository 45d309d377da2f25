/** What sort of work an offer is made for. */
export interface CastingCategorySeed {
  readonly name: string
}

export const castingCategories: readonly CastingCategorySeed[] = [
  { name: 'Long métrage' },
  { name: 'Court métrage' },
  { name: 'Série et téléfilm' },
  { name: 'Documentaire' },
  { name: "Film d'animation" },
  { name: 'Publicité' },
  { name: 'Clip' },
  { name: 'Émission de radio ou de télévision' },
  { name: 'Théâtre' },
  { name: 'Comédie musicale' },
  { name: 'Danse' },
  { name: 'Opéra' },
  { name: 'Concert et musique' },
  { name: 'Cirque' },
  { name: 'Arts de la rue' },
  { name: 'Cabaret et revue' },
  { name: 'Humour' },
  { name: 'Jeune public' },
  { name: 'Défilé' },
  { name: 'Photo' },
  { name: 'Voix et doublage' },
  { name: 'Figuration' },
  { name: 'Événementiel' },
  { name: "Parc d'attractions" },
]
