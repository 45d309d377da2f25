import { createHash, randomBytes } from 'node:crypto'
import { AppError, badInput } from '../model/errors.ts'
import { isEmail } from '../model/fields/email.ts'
import type { Door } from './door.ts'
import { hashPassword, passwordIssue, verifyPassword } from './password.ts'
import type { AccessQuery } from './query.ts'
import type { Throttle } from './throttle.ts'

/** Name of the job that sends somebody a link to choose a password with. */
export const SEND_PASSWORD_LINK = 'sendPasswordLink'

export interface Passwords {
  /** Answers alike for every address, whether or not somebody has it. @throws AppError RATE_LIMITED */
  requestReset(door: Door, email: string): Promise<void>
  /** By the link of a mail, once; ends every session of the account, and answers whose it is. @throws AppError CONFLICT for a link that is not good, BAD_USER_INPUT */
  setByLink(door: Door, token: string, password: string): Promise<string>
  /** One's own; ends the other sessions. @throws AppError BAD_USER_INPUT where the current one is wrong */
  change(door: Door, self: Self, current: string, next: string): Promise<void>
}

export interface Self {
  readonly userId: string
  readonly sessionId: string
}

export interface PasswordsOptions {
  readonly query: AccessQuery
  readonly throttle: Throttle
  /** Has a link sent to an account; done later, and by nobody who waits for it. */
  readonly sendLink: (userId: string) => Promise<void>
}

/** Thirty-two random bytes; the database keeps their digest. */
export function newLinkToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: digest(token) }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
const FORM = /^[\w-]{43}$/

/** Nobody's account: what is asked for an unknown address takes the same way. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

export function createPasswords({ query, throttle, sendLink }: PasswordsOptions): Passwords {
  return {
    requestReset: async (door, email) => {
      await throttle.attempt(email, door.address, 'reset')
      const [row] = await query(FIND, [isEmail(email) ? email : ''])
      await sendLink(typeof row?.['id'] === 'string' ? row['id'] : NOBODY)
    },
    setByLink: async (door, token, password) => {
      await throttle.attempt(undefined, door.address)
      refuseUnsound(password, 'password')
      const [link] = FORM.test(token) ? await query(LINK, [digest(token)]) : []
      if (!link) throw usedLink()
      const [set] = await query(SET_BY_LINK, [digest(token), await hashPassword(password), actor(String(link['user_id']))])
      if (!set) throw usedLink()
      await throttle.succeeded(undefined, door.address)
      return String(link['user_id'])
    },
    change: async (door, { userId, sessionId }, current, next) => {
      await throttle.attempt(userId, door.address, 'password')
      refuseUnsound(next, 'newPassword')
      const [row] = await query('select password_hash as hash from "user" where id = $1', [userId])
      const hash = typeof row?.['hash'] === 'string' ? row['hash'] : undefined
      if (!(await verifyPassword(hash, current))) throw wrongPassword()
      const [changed] = await query(CHANGE, [userId, await hashPassword(next), actor(userId), hash, sessionId])
      if (!changed) throw wrongPassword()
      await throttle.succeeded(userId, door.address, 'password')
    },
  }
}

function refuseUnsound(password: string, path: string): void {
  const issue = passwordIssue(password, path)
  if (issue) throw badInput(issue)
}

/** Whoever has the password of an account acts as that account. */
const actor = (user: string): string => JSON.stringify({ user, origin: 'API' })

const usedLink = (): AppError => new AppError('CONFLICT', [{
  reason: 'linkRefused',
  message: { fr: 'Ce lien a déjà servi ou a expiré : demandez-en un autre.', en: 'This link was used already, or has expired: ask for another one.' },
}])

const wrongPassword = (): AppError => badInput({
  path: 'currentPassword', reason: 'wrongPassword', message: { fr: 'Ce n’est pas votre mot de passe actuel.', en: 'This is not your current password.' },
})

const FIND = `select id from "user" where lower(email) = lower($1) and state in ('ACTIVE', 'INVITED')`

const LINK = 'select user_id from password_link where token_hash = $1 and expires_at > now()'

// Taken away by whoever comes first: of thirty-two at once one sets a password.
const SET_BY_LINK = `
  with actor as materialized (select set_config('coulisses.actor', $3, true)),
  used as (delete from password_link where token_hash = $1 and expires_at > now() returning user_id),
  opened as (
    update "user" u set password_hash = $2, state = 'ACTIVE' from used, actor
    where u.id = used.user_id and u.state in ('ACTIVE', 'INVITED') returning u.id),
  ended as (update "session" s set revoked_at = now() from opened where s.user_id = opened.id and s.revoked_at is null)
  select id from opened`

const CHANGE = `
  with actor as materialized (select set_config('coulisses.actor', $3, true)),
  changed as (update "user" u set password_hash = $2 from actor where u.id = $1 and u.password_hash = $4 and u.state = 'ACTIVE' returning u.id),
  spent as (delete from password_link l using changed where l.user_id = changed.id),
  ended as (
    update "session" s set revoked_at = now() from changed
    where s.user_id = changed.id and s.revoked_at is null and s.family is distinct from (select family from "session" where id = $5))
  select id from changed`
