import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Door } from './door.ts'
import type { AccessQuery } from './query.ts'

/** A refresh token as it leaves the house, and the row that remembers its hash. */
export interface Issued {
  readonly sessionId: string
  readonly userId: string
  readonly token: string
  readonly expiresAt: Date
}

export interface Credential {
  readonly userId: string
  readonly passwordHash: string | undefined
  readonly active: boolean
  /** For which it acts: of a client's or a partner's login. */
  readonly organisationId: string | undefined
  readonly secondFactor: boolean
}

/** What is known of a refresh token that could not be exchanged. */
export interface Spent {
  readonly userId: string
  readonly family: string
  /** Replaced so lately that two pages of one browser may have asked at once. */
  readonly justReplaced: boolean
  readonly replaced: boolean
  /** The session that follows, while it is alive. */
  readonly successor: string | undefined
}

export const REFRESH_DAYS = 14
const TOKEN = /^[\w-]{43}$/

/** The statements of the sign-in. Each is one statement and so one transaction. */
export class SessionStore {
  readonly #query: AccessQuery

  constructor(query: AccessQuery) {
    this.#query = query
  }

  async credential(email: string): Promise<Credential | undefined> {
    return credentialOf((await this.#query(`${CREDENTIAL} where lower(email) = lower($1)`, [email]))[0])
  }

  async credentialOf(userId: string): Promise<Credential | undefined> {
    return credentialOf((await this.#query(`${CREDENTIAL} where id = $1`, [userId]))[0])
  }

  async open(userId: string, door: Door): Promise<Issued> {
    const { token, values, ...issued } = fresh(door)
    await this.#query(OPEN, [...values, userId, actor(userId)])
    return { token, userId, ...issued }
  }

  /** Exchanges a refresh token for the next of its family; undefined when it is not good for that. */
  async rotate(given: string, door: Door): Promise<Issued | undefined> {
    if (!TOKEN.test(given)) return undefined
    const { token, values, ...issued } = fresh(door)
    const [row] = await this.#query(ROTATE, [...values, hashToken(given)])
    return row ? { token, userId: String(row['user_id']), ...issued } : undefined
  }

  async spent(given: string): Promise<Spent | undefined> {
    const [row] = TOKEN.test(given) ? await this.#query(SPENT, [hashToken(given)]) : []
    if (!row) return undefined
    return {
      userId: String(row['user_id']), family: String(row['family']),
      replaced: row['replaced'] === true, justReplaced: row['just_replaced'] === true,
      successor: typeof row['successor'] === 'string' ? row['successor'] : undefined,
    }
  }

  /** Ends every session of the family, and with them the access tokens that they gave. */
  async revokeFamily(family: string): Promise<void> {
    await this.#query('update "session" set revoked_at = now() where family = $1 and revoked_at is null', [family])
  }

  /** Answers whose it was. */
  async revokeSession(sessionId: string | undefined, token: string | undefined): Promise<string | undefined> {
    const [row] = await this.#query(REVOKE, [sessionId ?? null, token === undefined ? null : hashToken(token)])
    return row && String(row['user_id'])
  }

  /** Forgets what expired more than a day ago; run once a day. */
  async forgetExpired(): Promise<void> {
    await this.#query(`delete from "session" where expires_at < now() - interval '1 day'`, [])
  }
}

const CREDENTIAL = `select id, password_hash as hash, state = 'ACTIVE' as active, second_factor_since is not null as "secondFactor", acts_for_id as organisation from "user"`

const credentialOf = (row: Readonly<Record<string, unknown>> | undefined): Credential | undefined => row && {
  userId: String(row['id']), passwordHash: typeof row['hash'] === 'string' ? row['hash'] : undefined, active: row['active'] === true, organisationId: typeof row['organisation'] === 'string' ? row['organisation'] : undefined, secondFactor: row['secondFactor'] === true,
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

interface Fresh {
  readonly sessionId: string
  readonly token: string
  readonly expiresAt: Date
  readonly values: readonly unknown[]
}

function fresh(door: Door): Fresh {
  const sessionId = uuid()
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + REFRESH_DAYS * 86_400_000)
  return { sessionId, token, expiresAt, values: [sessionId, hashToken(token), expiresAt.toISOString(), door.userAgent?.slice(0, 400) ?? null, door.address] }
}

/** Who signs in is the author of the mark that he did. */
const actor = (user: string): string => JSON.stringify({ user, origin: 'API' })

// Times are the database's: several processes need not agree on theirs.
const OPEN = `
  with actor as materialized (select set_config('coulisses.actor', $7, true)),
  seen as (update "user" set last_sign_in_at = now() from actor where id = $6)
  insert into "session" (id, token_hash, expires_at, user_agent, address, user_id, family)
  values ($1, $2, $3, $4, $5, $6, $1)`

const ROTATE = `
  with old as (
    update "session" s set replaced_at = now() from "user" u
    where s.token_hash = $6 and s.replaced_at is null and s.revoked_at is null and s.expires_at > now()
      and u.id = s.user_id and u.state = 'ACTIVE'
    returning s.user_id, s.family)
  insert into "session" (id, token_hash, expires_at, user_agent, address, user_id, family)
  select $1, $2, $3, $4, $5, user_id, family from old
  returning user_id`

const SPENT = `
  select s.user_id, s.family, s.replaced_at is not null as replaced,
    s.replaced_at > now() - interval '10 seconds' as just_replaced,
    (select n.id from "session" n join "user" u on u.id = n.user_id
      where n.family = s.family and n.replaced_at is null and n.revoked_at is null and n.expires_at > now() and u.state = 'ACTIVE' limit 1) as successor
  from "session" s where s.token_hash = $1`

const REVOKE = `
  update "session" set revoked_at = now()
  where revoked_at is null and family in (select family from "session" where id = $1 or token_hash = $2)
  returning user_id`
