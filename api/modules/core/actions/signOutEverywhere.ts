import sql from 'sql-template-tag'
import { boolean } from '../../../model/fields/boolean.ts'
import { Session } from '#schema/core/session.ts'
import { members } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { signedInPerson } from '../apiKeys.ts'

/** Every session of one's account ends; the one that asks stays where that is wished. */
export default action<Session>({
  name: 'signOutEverywhere',
  on: Session,
  scope: 'entity',
  label: { fr: 'Se déconnecter partout', en: 'Sign out everywhere' },
  access: members,
  recorded: 'SIGN_OUT',
  args: { keepThis: { kind: boolean, options: { required: true, label: { fr: 'Garder cette session', en: 'Keep this session' } } } },
  returns: 'Boolean',
  run: async (work, { keepThis }) => {
    const { userId, sessionId } = signedInPerson(work)
    const kept = keepThis === true ? sessionId : null
    await work.query(sql`
      update "session" set revoked_at = now()
      where user_id = ${userId} and revoked_at is null and family is distinct from (select family from "session" where id = ${kept})`)
    return true
  },
})
