import type { Audit } from '../access/audit.ts'
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
}

/**
 * Records a sign-in, and one that failed under the account that was tried. Nobody is let in unrecorded: the
 * entry is on disk before the token goes out. What was typed is not kept: it may be a password.
 */
export async function recordSignIn<T extends { readonly userId: string }>({ audit, query, by, address, email }: SignInAttempt, signIn: () => Promise<T>): Promise<T> {
  const event = { action: 'SIGN_IN', address, entity: 'User', operation: 'Mutation.signIn' } as const
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
