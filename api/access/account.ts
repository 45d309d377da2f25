import DataLoader from 'dataloader'
import type { Principal } from './principal.ts'
import type { AccessQuery } from './query.ts'

/** Who is signed in by a session that is still good, and what the account may be. */
export interface Account extends Pick<Principal, 'organisationId' | 'roles'> {
  readonly userId: string
}

/** Finds the account of a session. It is read after it was asked for, always. */
export type FindAccount = (sessionId: string) => Promise<Account | undefined>

/**
 * SQL of the keys of an account's roles, parted by spaces: those that it was given, and that of its
 * department, which goes with the department.
 */
export const rolesOf = (user: string): string => `(select string_agg(distinct r.key, ' ') from role r
    where r.id in (select ur.role_id from user_roles ur where ur.user_id = ${user}.id)
      or r.id = (select d.default_role_id from department d where d.id = ${user}.department_id))`

const ACCOUNTS = `
  select s.id as "sessionId", u.id as "userId", u.acts_for_id as "organisationId", u.is_administrator as "isAdministrator",
    ${rolesOf('u')} as roles
  from "session" s join "user" u on u.id = s.user_id
  where s.id = any($1::uuid[]) and u.state = 'ACTIVE' and s.revoked_at is null`

/**
 * Nothing is kept, so that a change acts on the next request; but what several requests ask at the same
 * moment is one statement. Under load each request would otherwise send two, and half of its time on the way.
 */
export function createFindAccount(query: AccessQuery): FindAccount {
  const loader = new DataLoader<string, Account | undefined>(async (asked) => {
    const rows = await query(ACCOUNTS, [[...new Set(asked)]])
    const found = new Map(rows.map((row) => [row['sessionId'], accountOf(row)]))
    return asked.map((sessionId) => found.get(sessionId))
  }, { cache: false, maxBatchSize: 100, batchScheduleFn: (ask) => { setImmediate(ask) } })
  return (sessionId) => loader.load(sessionId)
}

function accountOf({ userId, organisationId, isAdministrator, roles }: Readonly<Record<string, unknown>>): Account {
  const held = typeof roles === 'string' ? roles.split(' ') : []
  return {
    userId: String(userId),
    organisationId: typeof organisationId === 'string' ? organisationId : undefined,
    roles: new Set(['visitor', 'member', ...held, ...(isAdministrator === true ? ['administrator'] : [])]),
  }
}
