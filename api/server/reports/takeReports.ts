import type { Engines } from '../../emit/graphql/engines.ts'
import type { HouseContext } from '../engines.ts'
import type { Report } from '../report.ts'
import { scrub } from '../scrub.ts'
import { errorOf, limitFaults } from './clientError.ts'

/** Faults of our programs elsewhere come to the same list as those of the server. */
export function takeReports(report: Report): Engines<HouseContext>['reportError'] {
  const limit = limitFaults()
  return async ({ caller: { principal } }, fault) => {
    const { userId, origin, requestId } = principal
    await limit(userId ?? '')
    const source = origin === 'ADMIN' || origin === 'CLI' ? origin : 'API'
    report(errorOf(fault), { source, userId, requestId, origin, where: scrub(fault.where ?? '').slice(0, 200), release: fault.release?.slice(0, 60) })
    return true
  }
}
