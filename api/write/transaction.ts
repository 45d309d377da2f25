import { setTimeout as pause } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery, type Kysely } from 'kysely'
import { escapeLiteral } from 'pg'
import type { Caller, Principal } from '../access/principal.ts'
import { AppError } from '../model/errors.ts'
import { explain, isDatabaseError, needsCare, SaveError } from './failure.ts'
import type { Engine, Session } from './session.ts'

const MAX_RETRIES = 5
/** What is checked at the commit is checked all the same. */
const TAKEN_BACK = 'set constraints all immediate; rollback'
/** Serialization failure and deadlock: the same work may succeed a moment later. */
const passing: ReadonlySet<string> = new Set(['40001', '40P01'])

/**
 * Runs work in one transaction and answers what it gives once that is committed. The work runs again
 * from the start when PostgreSQL had to choose a victim, so it must do nothing that it cannot undo:
 * what goes outside is a job.
 */
export async function inTransaction<T>(engine: Engine, caller: Caller, run: (session: Session) => Promise<T>): Promise<T> {
  for (let attempt = 0, careful = false; ; attempt++) {
    const remains: Session['remains'] = []
    try {
      return await once(engine, caller, careful, remains, run)
    } catch (error) {
      const again: boolean = !careful && needsCare(error)
      if (!again && (attempt >= MAX_RETRIES || !mayPass(error))) throw await told(engine, caller, error, remains)
      careful ||= again
      if (!again) await pause(Math.random() * 5 * 2 ** attempt)
    }
  }
}

function mayPass(error: unknown): boolean {
  const cause = error instanceof SaveError ? error.cause : error
  return isDatabaseError(cause) && passing.has(cause.code)
}

/** What the caller is told, after what shall be known of a refusal was written down. */
async function told(engine: Engine, caller: Caller, error: unknown, remains: Session['remains']): Promise<unknown> {
  const answer = explain(error, engine)
  if (answer instanceof AppError && remains.length > 0) {
    await once(engine, caller, false, [], async (fresh) => { for (const write of remains) await write(fresh) })
  }
  return answer
}

function once<T>(engine: Engine, caller: Caller, careful: boolean, remains: Session['remains'], run: (session: Session) => Promise<T>): Promise<T> {
  return engine.orm.em.getConnection().getClient<unknown>().connection().execute(async (connection) => {
    await execute(connection, begin(caller.principal))
    try {
      const session = newSession(engine, connection, careful, remains)
      const answer = await run(session)
      assertSound(session)
      await execute(connection, caller.principal.trial ? TAKEN_BACK : 'commit')
      return answer
    } catch (error) {
      // What went wrong is told, not that a connection which is gone cannot be rolled back.
      await execute(connection, 'rollback').catch(() => undefined)
      throw error
    }
  })
}

/** One round trip: the transaction, and who makes it, for the triggers that write the history. */
function begin({ userId, origin, requestId }: Principal): string {
  const actor = JSON.stringify({ user: userId ?? null, origin, request: requestId })
  return `begin isolation level read committed; select set_config('coulisses.actor', ${escapeLiteral(actor)}, true)`
}

const execute = async (connection: Kysely<unknown>, text: string): Promise<void> => {
  await connection.executeQuery(CompiledQuery.raw(text))
}

function newSession(engine: Engine, connection: Kysely<unknown>, careful: boolean, remains: Session['remains']): Session {
  let moduleEm: EntityManager | undefined
  const session: Session = {
    engine, careful, remains, critical: [], agreed: false, now: new Date(), saving: fork(engine, connection), versions: new Map(), failed: undefined, turn: Promise.resolve(),
    moduleEm: () => (moduleEm ??= fork(engine, connection)),
    query: async (text, values) => {
      try {
        return (await connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]))).rows
      } catch (error) {
        session.failed = error
        throw error
      }
    },
  }
  return session
}

/** An entity manager of its own, inside the transaction. */
function fork({ orm }: Engine, connection: Kysely<unknown>): EntityManager {
  const em = orm.em.fork()
  em.setTransactionContext(connection)
  return em
}

/** After a failed statement PostgreSQL answers a commit with a rollback, and does not call it an error. */
function assertSound({ failed }: Session): void {
  if (failed !== undefined) throw new Error('a statement failed, and its error was passed over', { cause: failed })
}
