import sql from 'sql-template-tag'
import { rangeIn } from '../../access/addresses.ts'
import { newApiKey } from '../../access/apiKey.ts'
import { AppError, forbidden } from '../../model/errors.ts'
import { ApiKey } from '#schema/core/apiKey.ts'
import { User } from '#schema/core/user.ts'
import type { Work } from '../../write/types.ts'
import { conflict, wrong } from '../input.ts'
import { actsOn } from './access.ts'

const DAY = 86_400_000
const LONGEST_DAYS = 366
const MOST = 20

/** What concerns one's own credentials is for people who signed in: a key makes no other key, and changes no password. */
export function signedInPerson(work: Work): { readonly userId: string; readonly sessionId: string } {
  const { userId, sessionId } = work.caller.principal
  if (userId !== undefined && sessionId !== undefined) return { userId, sessionId }
  throw new AppError('FORBIDDEN', [{
    reason: 'personOnly', message: { fr: 'Seule une personne connectée peut faire cela, pas une clé d’API.', en: 'Only a person who is signed in can do this, not an API key.' },
  }])
}

/** One's own; or, for employees, a login of a client or a partner, whose rights are below theirs. */
async function ownerOf(work: Work, user: string | undefined): Promise<string> {
  const { userId } = signedInPerson(work)
  const id = user ?? userId
  const owner = await work.row(User, id, true)
  if (id === userId) return id
  const { roles } = work.caller.principal
  if (!roles.has('employee') && !roles.has('administrator')) throw forbidden('user')
  if (owner?.actsFor == null || owner.state !== 'ACTIVE') {
    throw wrong('user', 'notOutside', {
      fr: 'On ne crée de clé que pour soi, ou pour le compte actif d’un client ou d’un partenaire.', en: 'A key is made for oneself, or for the active login of a client or a partner.',
    })
  }
  return id
}

function soundExpiry(work: Work, expiresAt: string): string {
  const time = Date.parse(expiresAt) - work.now.getTime()
  if (time > 0 && time <= LONGEST_DAYS * DAY) return expiresAt
  throw wrong('expiresAt', 'outOfRange', { fr: 'La clé doit expirer dans le futur, et dans un an au plus tard.', en: 'The key must expire in the future, and within a year.' })
}

async function keepFew(work: Work, owner: string): Promise<void> {
  const [row] = await work.query(sql`select count(*)::int as n from api_key where user_id = ${owner} and state = 'ACTIVE' and expires_at > now()`)
  if (Number(row?.['n']) < MOST) return
  throw conflict('tooManyKeys', { fr: 'Ce compte a déjà vingt clés actives : révoquez-en une.', en: 'This account has twenty active keys already: revoke one.' })
}

/** Each is an entity, or one of its actions: what is misspelt would close the key without a word. */
function soundLimits(work: Work, only: readonly string[]): readonly string[] {
  for (const [index, one] of only.entries()) {
    const [name = '', action] = one.split(':')
    const entity = work.model.entities.get(name)
    if (!entity || (action !== undefined && !actsOn(entity, work.actions).some((act) => act.name === action))) {
      throw wrong(`only.${index}`, 'unknown', { fr: 'Une entité est attendue, ou une de ses actions : « Client », « Client:READ ».', en: 'An entity is expected, or one of its actions: “Client”, “Client:READ”.' })
    }
  }
  return [...new Set(only)]
}

/** What is misspelt would close the key to everybody. */
function soundAddresses(addresses: readonly string[]): readonly string[] {
  for (const [index, one] of addresses.entries()) {
    if (!rangeIn(one)) throw wrong(`addresses.${index}`, 'notAddress', { fr: 'Une adresse est attendue, ou une plage : « 203.0.113.7 », « 2001:db8::/32 ».', en: 'An address is expected, or a range: “203.0.113.7”, “2001:db8::/32”.' })
  }
  return [...new Set(addresses)]
}

export interface KeyWanted {
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: string
  readonly user: string | undefined
  readonly only: readonly string[]
  readonly addresses: readonly string[]
}

/** Answers the secret, which is shown now and never again. */
export async function makeApiKey(work: Work, { name, scopes, expiresAt, user, only, addresses }: KeyWanted): Promise<{ secret: string; apiKey: string }> {
  const owner = await ownerOf(work, user)
  if (scopes.length === 0) throw wrong('scopes', 'required', { fr: 'Choisissez au moins une portée.', en: 'Choose at least one scope.' })
  await keepFew(work, owner)
  const { secret, prefix, tokenHash } = newApiKey()
  const values = { prefix, tokenHash, scopes: [...new Set(scopes)], only: only.length === 0 ? null : soundLimits(work, only), addresses: addresses.length === 0 ? null : soundAddresses(addresses), expiresAt: soundExpiry(work, expiresAt), user: owner }
  return { secret, apiKey: await work.asHouse().create(ApiKey, { name }, values as object) }
}
