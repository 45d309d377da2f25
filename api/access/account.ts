import DataLoader from 'dataloader'
import type { Level } from '../model/access.ts'
import { conflictsOf, readConflicts } from './conflicts.ts'
import { MODULES_OFF, namesIn } from './modules.ts'
import { POLICY_VERSION } from './policy.ts'
import type { Principal, TimedGrant } from './principal.ts'
import type { AccessQuery } from './query.ts'

/** Who is signed in by a session that is still good, and what the account may be. */
export interface Account extends Pick<Principal, 'organisationId' | 'personId' | 'roles' | 'departmentId' | 'teamId' | 'level' | 'grants' | 'modulesOff' | 'conflicts' | 'secondFactorMissing'> {
  readonly userId: string
  /** Version of the stored permissions that counts now. */
  readonly policy: string
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

/** SQL of the access grants of an account that last at this moment: they begin and end by themselves. */
const grantsOf = (user: string): string => `(select json_agg(json_build_object('id', g.id, 'entity', g.entity_type, 'record', g.entity_id, 'level', g.level))
    from access_grant g where g.user_id = ${user}.id and g.state = 'GIVEN' and g.from_at <= now() and (g.until_at is null or g.until_at > now()))`

/** Of whom a second factor is asked: of nobody, or of administrators, who are none without it. */
export type SecondFactorDemand = 'optional' | 'administrators'

/** SQL: whether the account has the administrator's rights now. */
export const administratorNow = (user: string, demand: SecondFactorDemand): string =>
  `(${user}.is_administrator${demand === 'administrators' ? ` and ${user}.second_factor_since is not null` : ''})`

/** What a request must know of the account `u` that sends it. */
export const accountSql = (demand: SecondFactorDemand): string => `u.id as "userId", u.acts_for_id as "organisationId", ${administratorNow('u', demand)} as "isAdministrator", u.is_administrator and not ${administratorNow('u', demand)} as "secondFactorMissing",
    u.person_id as "personId", u.department_id as "departmentId", u.team_id as "teamId", u.level, ${POLICY_VERSION} as policy,
    ${rolesOf('u')} as roles, ${grantsOf('u')} as grants, ${MODULES_OFF} as "modulesOff", ${conflictsOf('u')} as conflicts`

const accounts = (demand: SecondFactorDemand): string => `
  select s.id as "sessionId", ${accountSql(demand)}
  from "session" s join "user" u on u.id = s.user_id
  where s.id = any($1::uuid[]) and u.state = 'ACTIVE' and s.revoked_at is null`

const ofUsers = (demand: SecondFactorDemand): string => `select ${accountSql(demand)} from "user" u where u.id = any($1::uuid[]) and u.state <> 'DELETED'`

/** The same of people who are not asking themselves: what they could do if they signed in. */
export const accountsOf = async (query: AccessQuery, userIds: readonly string[], demand: SecondFactorDemand): Promise<Account[]> => (await query(ofUsers(demand), [userIds])).map(accountOf)

/**
 * Nothing is kept, so that a change acts on the next request; but what several requests ask at the same
 * moment is one statement. Under load each request would otherwise send two, and half of its time on the way.
 */
export const createFindAccount = (query: AccessQuery, demand: SecondFactorDemand = 'optional'): FindAccount => together(query, accounts(demand), 'sessionId', accountOf)

type Row = Readonly<Record<string, unknown>>

/** Looks up by one statement what is asked at the same moment; the column `by` says what a row answers. */
export function together<T>(query: AccessQuery, statement: string, by: string, read: (row: Row) => T): (asked: string) => Promise<T | undefined> {
  const loader = new DataLoader<string, T | undefined>(async (asked) => {
    const rows = await query(statement, [[...new Set(asked)]])
    const found = new Map(rows.map((row) => [row[by], read(row)]))
    return asked.map((one) => found.get(one))
  }, { cache: false, maxBatchSize: 100, batchScheduleFn: (ask) => { setImmediate(ask) } })
  return (asked) => loader.load(asked)
}

export function accountOf({ userId, organisationId, personId, isAdministrator, secondFactorMissing, roles, departmentId, teamId, level, policy, grants, modulesOff, conflicts }: Row): Account {
  const held = typeof roles === 'string' ? roles.split(' ') : []
  return {
    userId: String(userId),
    organisationId: textOf(organisationId), personId: textOf(personId), departmentId: textOf(departmentId), teamId: textOf(teamId),
    ...(secondFactorMissing === true ? { secondFactorMissing } : {}),
    modulesOff: namesIn(modulesOff),
    level: textOf(level) as Level | undefined,
    conflicts: readConflicts(conflicts),
    roles: new Set(['visitor', 'member', ...held, ...(isAdministrator === true ? ['administrator'] : [])]),
    grants: ((grants ?? []) as readonly (Omit<TimedGrant, 'record'> & { readonly record: string | null })[]).map((grant) => ({ ...grant, record: grant.record ?? undefined })),
    policy: String(policy),
  }
}

const ofUser = (demand: SecondFactorDemand): string => `select ${accountSql(demand)} from "user" u where u.id = $1 and u.state = 'ACTIVE'`

/** The account of somebody who is not asking himself: what he could do if he signed in now. */
export async function findAccountOf(query: AccessQuery, userId: string, demand: SecondFactorDemand = 'optional'): Promise<Account | undefined> {
  const [row] = await query(ofUser(demand), [userId])
  return row && accountOf(row)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
