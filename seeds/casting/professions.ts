import { musicProfessions } from './professions/music.ts'
import { productionProfessions } from './professions/production.ts'
import { stageProfessions } from './professions/stage.ts'
import { technicalProfessions } from './professions/technical.ts'
import type { ProfessionSeed } from './professions/trade.ts'

export type { ProfessionSeed }

/** The trades a casting desk hires, after ROME family L; unique by (domain, name). */
export const professions: readonly ProfessionSeed[] = [
  ...stageProfessions,
  ...musicProfessions,
  ...productionProfessions,
  ...technicalProfessions,
]
