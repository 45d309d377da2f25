import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { AppError, badInput } from '../model/errors.ts'
import type { Door } from './door.ts'
import type { Self } from './passwords.ts'
import type { AccessQuery } from './query.ts'
import type { Throttle } from './throttle.ts'

/** Codes of six digits that a telephone shows (RFC 6238), and codes on paper for when it is lost. */
export interface SecondFactors {
  /** A secret for the telephone; it counts once a code of it was shown. @throws AppError CONFLICT where one is in force */
  begin(self: Self, account: string): Promise<{ readonly secret: string; readonly uri: string }>
  /** Puts it in force and ends the other sessions; answers the recovery codes, which are shown once. */
  confirm(door: Door, self: Self, code: string): Promise<readonly string[]>
  /** New recovery codes instead of those that are left. */
  renewCodes(door: Door, self: Self, code: string): Promise<readonly string[]>
  remove(door: Door, self: Self, code: string): Promise<void>
  /** Whether a code is good for the account. It is so once. @throws AppError RATE_LIMITED */
  accepts(door: Door, userId: string, code: string): Promise<boolean>
}

export interface SecondFactorsOptions {
  readonly query: AccessQuery
  readonly throttle: Throttle
  readonly cipher: { encrypt(text: string): Promise<string>; decrypt(stored: string): Promise<string> }
  readonly now?: () => Date
}

const PERIOD = 30
const CODES = 10
/** A telephone's clock may be half a minute off, either way. */
const WINDOW = 1

const totpOf = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Coulisses', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) })

/** The half-minute to which a code belongs, if it belongs to one of these days at all. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD) + delta
}

const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()
const digest = (code: string): string => createHash('sha256').update(plain(code)).digest('hex')

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Eighty random bits, in groups that can be copied from paper. */
const newCode = (): string => [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('').replaceAll(/(.{4})(?!$)/g, '$1-')

export const createSecondFactors = (options: SecondFactorsOptions): SecondFactors => new TotpFactors(options)

class TotpFactors implements SecondFactors {
  readonly #options: SecondFactorsOptions
  readonly #now: () => Date

  constructor(options: SecondFactorsOptions) {
    this.#options = options
    this.#now = options.now ?? (() => new Date())
  }

  async begin({ userId }: Self, account: string): Promise<{ secret: string; uri: string }> {
    const secret = new Secret({ size: 20 }).base32
    const [begun] = await this.#options.query(BEGIN, [userId, await this.#options.cipher.encrypt(secret)])
    if (!begun) throw new AppError('CONFLICT', [{ reason: 'alreadyOn', message: { fr: 'La double authentification est déjà en place : retirez-la d’abord.', en: 'Two-step sign-in is on already: remove it first.' } }])
    return { secret, uri: totpOf(secret, account).toString() }
  }

  async confirm(door: Door, { userId, sessionId }: Self, code: string): Promise<readonly string[]> {
    await this.#options.throttle.attempt(userId, door.address, 'secondFactor')
    const step = await this.#stepFor(userId, code, false)
    const codes = Array.from({ length: CODES }, newCode)
    const [on] = step === undefined ? [] : await this.#options.query(CONFIRM, [userId, step, codes.map(digest), actor(userId), sessionId])
    if (!on) throw wrongCode()
    await this.#options.throttle.succeeded(userId, door.address, 'secondFactor')
    return codes
  }

  async renewCodes(door: Door, { userId }: Self, code: string): Promise<readonly string[]> {
    if (!(await this.accepts(door, userId, code))) throw wrongCode()
    const codes = Array.from({ length: CODES }, newCode)
    await this.#options.query(RENEW, [userId, codes.map(digest)])
    return codes
  }

  async remove(door: Door, { userId }: Self, code: string): Promise<void> {
    if (!(await this.accepts(door, userId, code))) throw wrongCode()
    await this.#options.query(REMOVE, [userId, actor(userId)])
  }

  async accepts(door: Door, userId: string, code: string): Promise<boolean> {
    await this.#options.throttle.attempt(userId, door.address, 'secondFactor')
    const accepted = /^\d{6}$/.test(plain(code)) ? await this.#takeCode(userId, plain(code)) : await this.#takeRecoveryCode(userId, code)
    if (accepted) await this.#options.throttle.succeeded(userId, door.address, 'secondFactor')
    return accepted
  }

  async #takeCode(userId: string, code: string): Promise<boolean> {
    const step = await this.#stepFor(userId, code, true)
    return step !== undefined && (await this.#options.query(TAKE, [userId, step])).length > 0
  }

  async #takeRecoveryCode(userId: string, code: string): Promise<boolean> {
    return plain(code).length === 16 && (await this.#options.query(RECOVER, [userId, digest(code)])).length > 0
  }

  async #stepFor(userId: string, code: string, confirmed: boolean): Promise<number | undefined> {
    const [row] = await this.#options.query('select secret from second_factor where user_id = $1 and (confirmed_at is not null) = $2', [userId, confirmed])
    return typeof row?.['secret'] === 'string' ? stepOf(await this.#options.cipher.decrypt(row['secret']), plain(code), this.#now()) : undefined
  }
}

const actor = (user: string): string => JSON.stringify({ user, origin: 'API' })

const wrongCode = (): AppError => badInput({ path: 'code', reason: 'wrongCode', message: { fr: 'Ce code n’est pas le bon, ou a déjà servi.', en: 'This code is wrong, or was used already.' } })

const BEGIN = `
  insert into second_factor (user_id, secret) values ($1, $2)
  on conflict (user_id) do update set secret = excluded.secret, last_step = 0 where second_factor.confirmed_at is null
  returning id`

const CONFIRM = `
  with actor as materialized (select set_config('coulisses.actor', $4, true)),
  confirmed as (
    update second_factor set confirmed_at = now(), last_step = $2 from actor
    where user_id = $1 and confirmed_at is null returning user_id),
  marked as (update "user" u set second_factor_since = now() from confirmed where u.id = confirmed.user_id),
  forgotten as (delete from recovery_code r using confirmed where r.user_id = confirmed.user_id),
  written as (insert into recovery_code (user_id, code_hash) select user_id, unnest($3::text[]) from confirmed),
  ended as (
    update "session" s set revoked_at = now() from confirmed
    where s.user_id = confirmed.user_id and s.revoked_at is null and s.family is distinct from (select family from "session" where id = $5))
  select user_id from confirmed`

// The later of two that show the same code finds its step taken.
const TAKE = 'update second_factor set last_step = $2 where user_id = $1 and confirmed_at is not null and last_step < $2 returning id'

const RECOVER = 'delete from recovery_code where user_id = $1 and code_hash = $2 returning id'

const RENEW = `
  with forgotten as (delete from recovery_code where user_id = $1)
  insert into recovery_code (user_id, code_hash) select $1::uuid, unnest($2::text[])`

const REMOVE = `
  with actor as materialized (select set_config('coulisses.actor', $2, true)),
  removed as (delete from second_factor f using actor where f.user_id = $1 returning f.user_id),
  forgotten as (delete from recovery_code r using removed where r.user_id = removed.user_id)
  update "user" u set second_factor_since = null from removed where u.id = removed.user_id`
