import sql, { raw } from 'sql-template-tag'
import { rolesOf } from '../../access/account.ts'
import { forbidden, notFound } from '../../model/errors.ts'
import { User } from '#schema/core/user.ts'
import type { Stored, Work } from '../../write/types.ts'
import { conflict, isAdministrator, isHouse } from '../input.ts'

/** Ends what an account has open: its tokens answer UNAUTHENTICATED from now on. */
export const endSessions = (work: Work, userId: string) =>
  work.query(sql`update session set revoked_at = now(), updated_at = now() where user_id = ${userId} and revoked_at is null`)

/**
 * The active administrators, held until the transaction ends. Of two who take each other's mark away at
 * the same moment one has to begin again, and is then refused.
 */
async function holdAdministrators(work: Work): Promise<readonly unknown[]> {
  const rows = await work.query(sql`select id from "user" where is_administrator and state = 'ACTIVE' order by id for update`)
  return rows.map((row) => row['id'])
}

/** The account, held for a change, if the caller is not below it (C-07). */
export async function manageable(work: Work, id: string): Promise<Stored<User>> {
  const user = await work.row(User, id, true)
  if (!user || user.state === 'DELETED') throw notFound('id')
  await notAbove(work, user)
  return user
}

/**
 * Whoever may set a password or a state of an account may act as that account: so nobody touches one that
 * holds a role which he has not. The logins of partners are below every employee.
 */
export async function notAbove(work: Work, user: Stored<User>): Promise<void> {
  const { userId, roles } = work.caller.principal
  if (isHouse(work) || isAdministrator(work) || user.id === userId) return
  const [row] = await work.query(sql`select ${raw(rolesOf('u'))} as roles from "user" u where u.id = ${user.id}`)
  const held = typeof row?.['roles'] === 'string' ? row['roles'].split(' ') : []
  if (user.isAdministrator === true || held.some((role) => !outside.has(role) && !roles.has(role))) throw forbidden('id')
}

/** What a login of a client or a partner may hold. */
export const outside: ReadonlySet<string> = new Set(['partner'])

/** Refuses what would leave nobody who can give rights. */
export async function keepAnAdministrator(work: Work, id: string): Promise<void> {
  const administrators = await holdAdministrators(work)
  if (!administrators.includes(id) || administrators.length > 1) return
  throw conflict('lastAdministrator', {
    fr: 'C’est le dernier administrateur actif : nommez-en d’abord un autre.', en: 'This is the last active administrator: appoint another one first.',
  })
}
