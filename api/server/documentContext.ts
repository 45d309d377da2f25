import type { Principal } from '../access/principal.ts'
import type { GraphqlDoor } from './graphql/context.ts'

const unasked = (): never => {
  throw new Error('an approved document does not sign in')
}

/** Approved documents are about no account: for sessions there is no door. */
export const noDoor = (principal: Principal): GraphqlDoor => ({
  principal, registered: true, free: false, address: '', userAgent: undefined, refreshToken: undefined, sessionId: undefined,
  keepRefreshToken: unasked, forgetRefreshToken: unasked,
})
