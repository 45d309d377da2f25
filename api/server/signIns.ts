import type { Audit, AuditEvent } from '../access/audit.ts'
import type { Principal } from '../access/principal.ts'
import { AppError } from '../model/errors.ts'
import { isEmail } from '../model/fields/email.ts'
import type { Query } from '../read/index.ts'

export interface SignInAttempt {
  readonly audit: Audit
  readonly query: Query
  readonly by: Principal
  readonly address: string | undefined
  /** Undefined for the second step, which names no account. */
  readonly email: string | undefined
  /** Where, when it is not `signIn`. */
  readonly operation?: string
}

/**
 * Records a sign-in, and one that failed under the account that was tried. Nobody is let in unrecorded: the
 * entry is on disk before the token goes out. What was typed is not kept: it may be a password.
 */
export async function recordSignIn<T extends { readonly userId: string }>({ audit, query, by, address, email, operation = 'Mutation.signIn' }: SignInAttempt, signIn: () => Promise<T>): Promise<T> {
  const event = { action: 'SIGN_IN', address, entity: 'User', operation } as const
  try {
    const signedIn = await signIn()
    await audit({ ...event, by: { ...by, userId: signedIn.userId }, records: [signedIn.userId] })
    return signedIn
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Asked whatever was wrong, so that it takes as long for an address that nobody has.
    const [account] = email !== undefined && isEmail(email) ? await query('select id from "user" where lower(email) = lower($1)', [email]) : []
    await audit({ ...event, by, reason: error.issues[0]?.reason ?? error.code, ...(account ? { records: [String(account['id'])] } : {}) })
    throw error
  }
}

export interface Recorded extends Pick<SignInAttempt, 'audit' | 'by' | 'address'> {
  readonly operation: string
  readonly action?: AuditEvent['action']
  /** The account that it is about, where that is another's. */
  readonly about?: string | undefined
}

/**
 * Records what somebody does to that by which he gets in, and what he tries in vain: on disk before it is
 * answered. `whose`: the account, where only what was done says it.
 */
export async function recordCredentials<T>({ audit, by, address, operation, action = 'CREDENTIALS', about }: Recorded, run: () => Promise<T>, whose: (done: T) => string | undefined = () => by.userId): Promise<T> {
  const event = (user: string | undefined): AuditEvent => ({ action, by: { ...by, userId: user }, address, operation, entity: 'User', ...((about ?? user) === undefined ? {} : { records: [String(about ?? user)] }) })
  try {
    const done = await run()
    await audit(event(whose(done)))
    return done
  } catch (error) {
    if (error instanceof AppError) await audit({ ...event(by.userId), reason: error.issues[0]?.reason ?? error.code })
    throw error
  }
}
