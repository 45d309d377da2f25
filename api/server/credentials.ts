import type { Audit } from '../access/audit.ts'
import type { Passwords, Self } from '../access/passwords.ts'
import type { Caller } from '../access/principal.ts'
import type { SecondFactors } from '../access/secondFactor.ts'
import type { Engines } from '../emit/graphql/engines.ts'
import { forbidden } from '../model/errors.ts'
import type { Query } from '../read/index.ts'
import type { HouseContext } from './engines.ts'
import { recordCredentials } from './signIns.ts'

export interface CredentialsOptions {
  readonly passwords: Passwords
  readonly secondFactors: SecondFactors
  readonly query: Query
  readonly journal: { readonly audit: Audit }
}

/** Who does it, for the record. */
export const toldBy = ({ journal: { audit } }: CredentialsOptions, { caller, http }: HouseContext, name: string) => ({ audit, by: caller.principal, address: http.address, operation: `Mutation.${name}` })

export function choosingPasswords(options: CredentialsOptions): Pick<Engines<HouseContext>, 'requestPasswordReset' | 'setPassword' | 'changePassword'> {
  const { passwords } = options
  return {
    requestPasswordReset: async ({ http }, { email }) => {
      await passwords.requestReset(http, email)
      return true
    },
    setPassword: async (context, { token, password }) => {
      await recordCredentials(toldBy(options, context, 'setPassword'), () => passwords.setByLink(context.http, token, password), (userId) => userId)
      return true
    },
    changePassword: async (context, { currentPassword, newPassword }) => {
      const self = personOf(context.caller)
      await recordCredentials(toldBy(options, context, 'changePassword'), () => passwords.change(context.http, self, currentPassword, newPassword))
      return true
    },
  }
}

export function secondStep(options: CredentialsOptions): Pick<Engines<HouseContext>, 'beginSecondFactor' | 'confirmSecondFactor' | 'renewRecoveryCodes' | 'removeSecondFactor'> {
  const { secondFactors, query } = options
  const noted = <T>(context: HouseContext, name: string, run: (self: Self) => Promise<T>): Promise<T> => {
    const self = personOf(context.caller)
    return recordCredentials(toldBy(options, context, name), () => run(self))
  }
  return {
    beginSecondFactor: async ({ caller }) => {
      const self = personOf(caller)
      const [row] = await query('select email from "user" where id = $1', [self.userId])
      return secondFactors.begin(self, String(row?.['email'] ?? ''))
    },
    confirmSecondFactor: (context, { code }) => noted(context, 'confirmSecondFactor', (self) => secondFactors.confirm(context.http, self, code)),
    renewRecoveryCodes: (context, { code }) => noted(context, 'renewRecoveryCodes', (self) => secondFactors.renewCodes(context.http, self, code)),
    removeSecondFactor: async (context, { code }) => {
      await noted(context, 'removeSecondFactor', (self) => secondFactors.remove(context.http, self, code))
      return true
    },
  }
}

/** @throws AppError FORBIDDEN for a key: what concerns credentials is for people. */
function personOf({ principal: { userId, sessionId } }: Caller): Self {
  if (userId === undefined || sessionId === undefined) throw forbidden()
  return { userId, sessionId }
}
