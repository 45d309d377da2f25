import sql from 'sql-template-tag'
import { administrators } from '#schema/roles.ts'
import { User } from '#schema/core/user.ts'
import { action } from '../../../write/types.ts'
import { endSessions } from '../accounts.ts'
import { signedInPerson } from '../apiKeys.ts'

/** For somebody who has lost the telephone and the recovery codes: the password alone opens the account again. */
export default action<User>({
  name: 'resetSecondFactor',
  on: User,
  label: { fr: 'Retirer la double authentification', en: 'Remove two-step sign-in' },
  confirm: { fr: 'Le mot de passe seul ouvrira ce compte, jusqu’à ce qu’il remette un second facteur. Vérifiez d’abord qui vous le demande.', en: 'The password alone will open this account until it sets up a second factor again. Make sure first who is asking you.' },
  access: administrators,
  recorded: 'CREDENTIALS',
  when: { secondFactorSince: { isEmpty: false } },
  returns: User,
  run: async (work, { id }) => {
    signedInPerson(work)
    await work.query(sql`delete from second_factor where user_id = ${id}`)
    await work.query(sql`delete from recovery_code where user_id = ${id}`)
    await work.set(User, id, { secondFactorSince: null } as object)
    await endSessions(work, id)
    return id
  },
})
