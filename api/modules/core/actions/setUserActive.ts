import { boolean } from '../../../model/fields/boolean.ts'
import { notAbove } from '#schema/core/rules.ts'
import { administrators, castingDesk } from '#schema/roles.ts'
import { User } from '#schema/core/user.ts'
import { action } from '../../../write/types.ts'
import { endSessions, keepAnAdministrator, manageable } from '../accounts.ts'

/** Inactive is archived, and can be taken back: nothing that the account created changes (C-08). */
export default action<User>({
  name: 'setUserActive',
  on: User,
  label: { fr: 'Activer ou désactiver', en: 'Activate or deactivate' },
  help: { fr: 'Un compte inactif ne peut plus se connecter ; ses fiches restent.', en: 'An inactive account cannot sign in; its records stay.' },
  access: [administrators, castingDesk.where(notAbove)],
  when: { state: { ne: 'DELETED' } },
  args: { active: { kind: boolean, options: { required: true, label: { fr: 'Actif', en: 'Active' } } } },
  returns: User,
  run: async (work, { id, active }) => {
    if (active !== true) await keepAnAdministrator(work, id)
    const user = await manageable(work, id)
    if (active === true) {
      // Without a password yet, it waits for its first one.
      const state = user.passwordHash == null ? 'INVITED' : 'ACTIVE'
      if (user.state === 'INACTIVE') await work.set(User, id, { state, archivedAt: null })
    } else if (user.state !== 'INACTIVE') {
      await work.set(User, id, { state: 'INACTIVE', archivedAt: work.now.toISOString() })
      await endSessions(work, id)
    }
    return id
  },
})
