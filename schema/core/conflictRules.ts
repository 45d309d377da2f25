import { invariant } from '#model'
import type { ConflictRule } from './conflictRule.ts'

export const twoParties = invariant<ConflictRule>({
  name: 'twoParties',
  message: { fr: 'Les deux fiches doivent être différentes.', en: 'The two parties must differ.' },
  path: 'partyB',
  holds: (row) => row.partyB == null || row.partyA !== row.partyB,
  sql: 'party_a_id <> party_b_id',
})

export const aboutSomebody = invariant<ConflictRule>({
  name: 'aboutSomebody',
  message: { fr: 'Indiquez la personne visée, ou une seconde fiche.', en: 'Name the person, or a second party.' },
  path: 'user',
  holds: (row) => row.user != null || row.partyB != null,
  sql: 'user_id is not null or party_b_id is not null',
})
