import { createHash } from 'node:crypto'
import { FileAsset } from '#schema/core/fileAsset.ts'
import { PartyRole } from '#schema/core/partyRole.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { reactions } from '../../write/types.ts'
import { today } from '../input.ts'
import { duplicateReactions } from './duplicates.ts'
import { nameReactions } from './names.ts'
import { userReactions } from './users.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export default [
  ...nameReactions,
  ...duplicateReactions,
  ...userReactions,
  reactions(PartyRole, {
    moved: {
      end: async (work, role) => {
        if (role.until == null) await work.set(PartyRole, role.id, { until: today(work) })
      },
    },
  }),
  // The bytes go after the commit; until then the row may still come back.
  reactions(FileAsset, { deleted: (work, file) => work.enqueue('core.removeFile', { key: file.storageKey }) }),
  reactions(PersistedQuery, {
    // The document is trimmed like every text before it is stored: the hash is that of what is stored.
    prepare: (_, input) => (typeof input['document'] === 'string' ? { ...input, hash: sha256(input['document'].trim()) } : input),
  }),
]
