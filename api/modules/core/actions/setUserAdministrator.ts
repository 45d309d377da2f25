import { boolean } from '../../../model/fields/boolean.ts'
import { administrators } from '#schema/roles.ts'
import { User } from '#schema/core/user.ts'
import { action } from '../../../write/types.ts'
import { conflict } from '../../input.ts'
import { keepAnAdministrator, manageable } from '../accounts.ts'

/** Only an administrator makes or unmakes one (C-07). */
export default action<User>({
  name: 'setUserAdministrator',
  on: User,
  label: { fr: 'Nommer ou retirer administrateur', en: 'Appoint or remove as administrator' },
  access: administrators,
  when: { state: { eq: 'ACTIVE' } },
  args: { administrator: { kind: boolean, options: { required: true, label: { fr: 'Administrateur', en: 'Administrator' } } } },
  returns: User,
  run: async (work, { id, administrator }) => {
    if (administrator !== true) await keepAnAdministrator(work, id)
    const user = await manageable(work, id)
    if (administrator === true && (user.state !== 'ACTIVE' || user.actsFor != null)) {
      throw conflict('notEmployee', {
        fr: 'Seul un compte d’employé actif peut devenir administrateur.', en: 'Only an active employee’s account can become an administrator.',
      }, 'id')
    }
    if (user.isAdministrator !== administrator) await work.set(User, id, { isAdministrator: administrator === true })
    return id
  },
})
