import { FileAsset } from '#schema/core/fileAsset.ts'
import { PartyRole } from '#schema/core/partyRole.ts'
import { reactions } from '../../write/types.ts'
import { today } from '../input.ts'
import { clientReactions } from './clients.ts'
import { commentReactions } from './comments.ts'
import { contractReactions } from './contracts.ts'
import { documentReactions } from './documents.ts'
import { conflictReactions } from './conflicts.ts'
import { duplicateReactions } from './duplicates.ts'
import { nameReactions } from './names.ts'
import { paymentReactions } from './payments.ts'
import { permissionReactions } from './permissions.ts'
import { userReactions } from './users.ts'

export default [
  ...nameReactions,
  ...duplicateReactions,
  ...clientReactions,
  ...contractReactions,
  ...paymentReactions,
  ...commentReactions,
  ...userReactions,
  ...conflictReactions,
  ...documentReactions,
  ...permissionReactions,
  reactions(PartyRole, {
    moved: {
      end: async (work, role) => {
        if (role.until == null) await work.set(PartyRole, role.id, { until: today(work) })
      },
    },
  }),
  // The bytes go after the commit; until then the row may still come back.
  reactions(FileAsset, { deleted: (work, file) => work.enqueue('core.removeFile', { key: file.storageKey }) }),
]
