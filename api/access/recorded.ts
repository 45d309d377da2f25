import { AppError } from '../model/errors.ts'
import type { Audit } from './audit.ts'
import { originOf, type Authenticate } from './authenticate.ts'

/** Records credentials that are not good. Whose they were cannot be known, and what they were stays out. */
export const recorded = (authenticate: Authenticate, audit: Audit): Authenticate => async (credentials) => {
  try {
    return await authenticate(credentials)
  } catch (error) {
    const { origin, requestId, address } = credentials
    const refused = error instanceof AppError && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN')
    if (refused) void audit({ action: 'REFUSED', by: { userId: undefined, origin: originOf(origin), requestId }, address, operation: 'authenticate', reason: error.issues[0]?.reason })
    throw error
  }
}
