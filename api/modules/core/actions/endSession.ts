import sql from 'sql-template-tag'
import { id as idKind } from '../../../model/fields/id.ts'
import { notFound } from '../../../model/errors.ts'
import { Session } from '#schema/core/session.ts'
import { members } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { signedInPerson } from '../apiKeys.ts'

/** Ends one of one's own sessions, as `mySessions` lists them: that browser is out with its next request. */
export default action<Session>({
  name: 'endSession',
  on: Session,
  scope: 'entity',
  label: { fr: 'Fermer cette session', en: 'End this session' },
  access: members,
  recorded: 'SIGN_OUT',
  args: { session: { kind: idKind, options: { required: true, label: { fr: 'Session', en: 'Session' } } } },
  returns: 'Boolean',
  run: async (work, { session }) => {
    const { userId } = signedInPerson(work)
    const ended = await work.query(sql`update "session" set revoked_at = now() where family = ${session} and user_id = ${userId} and revoked_at is null returning id`)
    if (ended.length === 0) throw notFound('session')
    return true
  },
})
