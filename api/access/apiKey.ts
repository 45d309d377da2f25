import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '../model/errors.ts'
import { isAmong } from './addresses.ts'
import { accountOf, accountSql, together, type Account, type SecondFactorDemand } from './account.ts'
import type { KeyInUse, KeyScope, Principal } from './principal.ts'
import type { AccessQuery } from './query.ts'

/** Begins every key, so that one that was left in a file is recognised by whoever looks for secrets. */
const MARK = 'cou_'
const FORM = /^cou_[\w-]{43}$/
const SHOWN = 12

export interface NewKey {
  /** Shown once, and kept nowhere. */
  readonly secret: string
  readonly prefix: string
  readonly tokenHash: string
}

/** Thirty-two random bytes: nobody guesses them, so their plain digest is enough to keep. */
export function newApiKey(): NewKey {
  const secret = MARK + randomBytes(32).toString('base64url')
  return { secret, prefix: secret.slice(0, SHOWN), tokenHash: digest(secret) }
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const isApiKey = (token: string): boolean => token.startsWith(MARK)

/** The account that a key stands for now, and for what it may be used. */
export interface KeyAccount extends Account {
  readonly key: KeyInUse
  /** From where alone it is one. */
  readonly addresses?: readonly string[]
}

/** Undefined for what is no key, no longer one (revoked, expired, of an account that is not active), or none at the address from which it comes. */
export type AuthenticateKey = (secret: string, address: string | undefined) => Promise<KeyAccount | undefined>

/** Key, owner and roles are read at each request, so that what he loses the key loses with the next one. */
export function createAuthenticateKey(query: AccessQuery, demand: SecondFactorDemand = 'optional'): AuthenticateKey {
  const find = together(query, keys(demand), 'tokenHash', (row): KeyAccount & { readonly isNoted: boolean } =>
    ({ ...accountOf(row), isNoted: row['isNoted'] === true, key: { id: String(row['keyId']), scopes: new Set(String(row['scopes']).split(' ')), ...(Array.isArray(row['only']) ? { only: new Set(row['only'].map(String)) } : {}) }, ...(Array.isArray(row['addresses']) ? { addresses: row['addresses'].map(String) } : {}) }))
  return async (secret, address) => {
    const found = FORM.test(secret) ? await find(digest(secret)) : undefined
    if (!found || (found.addresses && !isAmong(address, found.addresses))) return undefined
    const { isNoted, ...account } = found
    if (!isNoted) await query(NOTE, [account.key.id])
    return account
  }
}

const DUE = `(last_used_at is null or last_used_at < now() - interval '1 hour')`

// That it was used is noted once an hour: a write for each request would cost more than the request.
const NOTE = `
  with actor as materialized (select set_config('coulisses.actor', '{"origin":"API"}', true))
  update api_key set last_used_at = now() from actor where id = $1 and ${DUE}`

const keys = (demand: SecondFactorDemand): string => `
  select k.token_hash as "tokenHash", k.id as "keyId", array_to_string(k.scopes, ' ') as scopes, k.only, k.addresses, not ${DUE.replaceAll('last_used_at', 'k.last_used_at')} as "isNoted", ${accountSql(demand)}
  from api_key k join "user" u on u.id = k.user_id
  where k.token_hash = any($1::text[]) and k.state = 'ACTIVE' and k.expires_at > now() and u.state = 'ACTIVE'`

/** Whether a caller may use this door: everybody but a key that was made for others. */
export const hasScope = ({ key }: Principal, ...scopes: readonly KeyScope[]): boolean => !key || scopes.some((scope) => key.scopes.has(scope))

/** @throws AppError FORBIDDEN for a key without any of the scopes. */
export function needScope(principal: Principal, ...scopes: readonly KeyScope[]): void {
  if (hasScope(principal, ...scopes)) return
  throw new AppError('FORBIDDEN', [{
    reason: 'scopeMissing', values: { scopes: scopes.join(', ') },
    message: { fr: 'Cette clé n’a pas la portée nécessaire : {scopes}.', en: 'This key lacks the scope that is needed: {scopes}.' },
  }])
}
