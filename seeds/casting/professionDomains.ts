/** A domain that groups professions. */
export interface ProfessionDomainSeed {
  readonly code: DomainCode
  readonly name: string
}

export type DomainCode =
  | 'JEU' | 'VOIX' | 'DANSE' | 'CHANT' | 'MUSIQUE' | 'CIRQUE' | 'MODE'
  | 'ANIM' | 'MES' | 'PROD' | 'HMC' | 'REGIE' | 'TECH' | 'POST'

export const professionDomains: readonly ProfessionDomainSeed[] = [
  { code: 'JEU', name: 'Jeu, théâtre et humour' },
  { code: 'VOIX', name: 'Voix et doublage' },
  { code: 'DANSE', name: 'Danse' },
  { code: 'CHANT', name: 'Chant' },
  { code: 'MUSIQUE', name: 'Musique' },
  { code: 'CIRQUE', name: 'Cirque, rue et arts visuels' },
  { code: 'MODE', name: 'Mannequinat et pose' },
  { code: 'ANIM', name: 'Animation et présentation' },
  { code: 'MES', name: 'Mise en scène, réalisation et écriture' },
  { code: 'PROD', name: 'Production, administration et diffusion' },
  { code: 'HMC', name: 'Costume, coiffure et maquillage' },
  { code: 'REGIE', name: 'Régie, décors et plateau' },
  { code: 'TECH', name: 'Lumière, son et image' },
  { code: 'POST', name: 'Montage, post-production et animation' },
]
