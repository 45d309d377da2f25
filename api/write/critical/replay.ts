import type { Caller } from '../../access/principal.ts'
import type { Scope, Session } from '../session.ts'
import { perform, readBack } from './operation.ts'
import { moment, previewOf, type Preview } from './preview.ts'

/**
 * Runs an operation that was kept, with the rights of whoever is named and under his name, inside this
 * transaction: for good, or only to see whether he may and what would happen.
 */
export async function replay(scope: Scope, text: string, as: Caller, keep: boolean): Promise<Preview> {
  const { session, caller } = scope
  const versions = new Map(session.versions)
  await session.query('savepoint replay', [])
  await speakFor(session, as)
  const since = await moment(session)
  session.agreed = true
  try {
    await perform(scope.as(as), readBack(session.engine, text))
    const preview = await previewOf(session, as.principal.requestId, since)
    if (!keep) await takeBack(session, versions)
    return preview
  } catch (error) {
    await takeBack(session, versions)
    throw error
  } finally {
    session.agreed = false
    await speakFor(session, caller)
  }
}

async function takeBack(session: Session, versions: ReadonlyMap<string, number>): Promise<void> {
  await session.query('rollback to savepoint replay', [])
  session.failed = undefined
  session.versions.clear()
  for (const [id, version] of versions) session.versions.set(id, version)
}

/** The history names whose change it is. */
const speakFor = (session: Session, { principal: { userId, origin, requestId } }: Caller) =>
  session.query(`select set_config('coulisses.actor', $1, true)`, [JSON.stringify({ user: userId ?? null, origin, request: requestId })])
