import type { GraphQLSchema } from 'graphql'
import { AppError } from '../model/errors.ts'
import { describeDocument } from './described.ts'
import { isBefore, isPast } from './moment.ts'
import type { Described } from './openapi.ts'
import type { Policy } from './policy.ts'
import type { Granted } from './registry.ts'

/** What the holder of these grants may run now, by its name. */
export function describedGrants(grants: readonly Granted[], schema: GraphQLSchema): readonly Described[] {
  const now = Date.now()
  return grants
    .filter(({ document, validFrom, validUntil }) => document.state !== 'RETIRED' && !isPast(now, document.sunsetAt) && !isBefore(now, validFrom) && !isPast(now, validUntil))
    .flatMap((grant) => described(grant, schema))
    .sort((one, other) => one.alias.localeCompare(other.alias))
}

/** What the schema has lost is not described: the door says 410. */
function described({ document, policy, pageLimit, ratePerMinute, rowsPerDay }: Granted, schema: GraphQLSchema): Described[] {
  const { alias, hash, text, state, sunsetAt } = document
  try {
    const shape = describeDocument(schema, text, { approved: asTerms(document.policy), granted: asTerms(policy), pageLimit })
    return [{ ...shape, alias, hash, deprecated: state === 'DEPRECATED', sunsetAt, ratePerMinute, rowsPerDay }]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return []
  }
}

/** As a policy is stored. */
const asTerms = (policy: Policy): unknown => Object.fromEntries(policy)
