import { invariant, myOrganisation, rowRule } from '#model'
import type { PersistedQuery } from '../core/persistedQuery.ts'
import type { DocumentGrant } from './documentGrant.ts'
import type { DocumentUsage } from './documentUsage.ts'

export const ownGrant = rowRule<DocumentGrant>(
  'ownGrant', { fr: 'les autorisations de son propre partenariat', en: 'grants of one’s own partnership' }, { partner: { organisation: { id: { eq: myOrganisation } } } },
)

export const ownUsage = rowRule<DocumentUsage>(
  'ownUsage', { fr: 'l’usage de son propre partenariat', en: 'usage by one’s own partnership' }, { grant: { partner: { organisation: { id: { eq: myOrganisation } } } } },
)

export const grantedDocument = rowRule<PersistedQuery & { grants: DocumentGrant[] }>(
  'grantedDocument', { fr: 'les requêtes autorisées à son propre partenariat', en: 'documents granted to one’s own partnership' },
  { grants: { some: { partner: { organisation: { id: { eq: myOrganisation } } } } } },
)

export const grantEndsAfterItStarts = invariant<DocumentGrant>({
  name: 'grantEndsAfterItStarts',
  message: { fr: 'L’autorisation doit finir après son début.', en: 'The grant must end after it starts.' },
  path: 'validUntil',
  holds: (row) => row.validFrom == null || row.validUntil == null || row.validUntil > row.validFrom,
  sql: 'valid_until > valid_from',
})
