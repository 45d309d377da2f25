import sql from 'sql-template-tag'
import { members } from '#schema/roles.ts'
import { shape } from '../../../model/shape.ts'
import { rootQuery } from '../../../read/rootQuery.ts'

const OwnSession = shape('OwnSession', {
  id: { type: 'ID', required: true, description: 'For `endSession`.' },
  device: { type: 'String', description: 'As the browser names itself.' },
  address: 'String',
  since: { type: 'DateTime', required: true },
  lastUsedAt: { type: 'DateTime', required: true, description: 'When it was last renewed, which happens every quarter of an hour.' },
  current: { type: 'Boolean', required: true, description: 'It is the one that asks.' },
}, 'A sign-in of one’s own that has not ended.')

/** Where one is signed in. */
export default rootQuery({
  name: 'mySessions',
  description: 'Where the caller is signed in, the newest first; at most a hundred.',
  access: members,
  returns: OwnSession,
  many: true,
  run: async ({ caller: { principal }, query }) => {
    const rows = await query(sql`
      select s.family as id, s.user_agent as device, s.address, (select min(f.created_at) from "session" f where f.family = s.family) as since, s.created_at as "lastUsedAt",
        s.family = (select o.family from "session" o where o.id = ${principal.sessionId ?? null}) as current
      from "session" s
      where s.user_id = ${principal.userId} and s.replaced_at is null and s.revoked_at is null and s.expires_at > now()
      order by s.created_at desc limit 100`)
    return rows.map((row) => ({ ...row, since: iso(row['since']), lastUsedAt: iso(row['lastUsedAt']), current: row['current'] === true }))
  },
})

const iso = (at: unknown): string => (at instanceof Date ? at : new Date(String(at))).toISOString()
