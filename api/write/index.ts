import type { Caller } from '../access/principal.ts'
import type { EntityModel } from '../model/model.ts'
import { approvalRequired, NeedsApproval, refuseAlone } from './critical/ask.ts'
import { explainBarred, isBarred } from './conflicts.ts'
import { perform, subjectOf, type Operation } from './critical/operation.ts'
import { Undone, type BulkAnswer, type ErrorPolicy } from './operations/bulk.ts'
import type { Ports } from './ports.ts'
import { collectReactions, type Scope } from './session.ts'
import { inTransaction } from './transaction.ts'
import type { Action, ActionResult, Input, Placed, Work } from './types.ts'
import { newScope } from './work.ts'

export type { BulkAnswer, BulkRow, ErrorPolicy } from './operations/bulk.ts'
export type { ConditionOf, Constraint, Constraints, Enqueue, JobOptions, Ports, Query } from './ports.ts'

/** Reads what a mutation answers: before the commit, in its transaction, so that the caller sees his own change. */
export type Answer<T> = (work: Work, id: string) => Promise<T> | T

/** The write engine: every operation is one transaction, with all that the modules do in it. */
export interface Writer {
  /** Work of any kind in one transaction. It may run again from the start, so it does nothing outside of the database. */
  mutate<T>(caller: Caller, run: (work: Work) => Promise<T>): Promise<T>
  createRecord<T>(caller: Caller, entity: EntityModel, input: Input, answer: Answer<T>): Promise<T>
  updateRecord<T>(caller: Caller, entity: EntityModel, id: string, input: Input, expectedVersion: number | null | undefined, answer: Answer<T>): Promise<T>
  deleteRecord(caller: Caller, entity: EntityModel, id: string): Promise<true>
  moveRecord<T>(caller: Caller, entity: EntityModel, id: string, move: string, expectedVersion: number | null | undefined, answer: Answer<T>): Promise<T>
  updateRecords(caller: Caller, entity: EntityModel, ids: readonly string[], input: Input, policy: ErrorPolicy): Promise<BulkAnswer>
  deleteRecords(caller: Caller, entity: EntityModel, ids: readonly string[], policy: ErrorPolicy): Promise<BulkAnswer>
  /** `answer` is asked only where the action answers a record. */
  runAction<T>(caller: Caller, action: Action, args: Input, answer: Answer<T>): Promise<T | ActionResult>
  /** Brings back what an entry of the history took away; `fields` of it, or all that may be given. */
  restoreRecord(caller: Caller, entity: EntityModel, id: string, historyId: string, fields?: readonly string[] | null): Promise<true>
}

export function createWriter(ports: Ports): Writer {
  if (!ports.approvals && [...ports.model.entities.values()].some((entity) => entity.options.critical)) throw new Error('something is declared critical, and nobody keeps the requests')
  const engine = { ...ports, reactions: collectReactions(ports) }
  const within: Within = (caller, run) => inTransaction(engine, caller, (session) => run(newScope(session, caller)))
  const run = running(within, ports)
  const answered = async <T>(caller: Caller, operation: Operation, answer: Answer<T>): Promise<T> => await run(caller, operation, answer) as T
  const many = async (caller: Caller, operation: Operation): Promise<BulkAnswer> => await run(caller, operation).catch((error: unknown) => {
    if (error instanceof Undone) return error.answer
    throw error
  }) as BulkAnswer
  return {
    mutate: (caller, work) => within(caller, async (scope) => {
      const done = await work(scope.work)
      if (scope.session.critical.length > 0) throw new Error('what needs a second person is asked by an operation that can be kept')
      return done
    }),
    createRecord: (caller, entity, input, answer) => answered(caller, { does: 'create', entity, input }, answer),
    updateRecord: (caller, entity, id, input, expectedVersion, answer) => answered(caller, { does: 'update', entity, id, input, expectedVersion: expectedVersion ?? undefined }, answer),
    deleteRecord: async (caller, entity, id) => await run(caller, { does: 'delete', entity, id }) as true,
    moveRecord: (caller, entity, id, move, expectedVersion, answer) => answered(caller, { does: 'move', entity, id, move, expectedVersion: expectedVersion ?? undefined }, answer),
    restoreRecord: async (caller, entity, id, historyId, fields) => await run(caller, { does: 'restore', entity, id, historyId, fields: fields ?? undefined }) as true,
    updateRecords: (caller, entity, ids, input, policy) => many(caller, { does: 'updateMany', entity, ids, input, policy }),
    deleteRecords: (caller, entity, ids, policy) => many(caller, { does: 'deleteMany', entity, ids, policy }),
    runAction: async <T>(caller: Caller, action: Placed<Action>, args: Input, answer: Answer<T>) => await run(caller, { does: 'act', action, args }, answer) as T | ActionResult,
  }
}

type Within = <T>(caller: Caller, run: (scope: Scope) => Promise<T>) => Promise<T>

/** Does what is asked; what needs a second person is taken back, and kept as a request instead. */
const running = (within: Within, { approvals, conflicts }: Pick<Ports, 'approvals' | 'conflicts'>) => async (caller: Caller, operation: Operation, answer?: Answer<unknown>): Promise<unknown> => {
  try {
    return await within(caller, async (scope) => {
      const done = await perform(scope, operation)
      const told = typeof done === 'string' && answer ? await answer(scope.work, done) : done
      await refuseAlone(scope, operation)
      return told
    })
  } catch (error) {
    const subject = subjectOf(operation)
    const entity = operation.does === 'act' ? undefined : operation.entity
    if (conflicts && subject && entity && isBarred(caller, entity)) throw await explainBarred(error, () => within(caller, ({ work }) => conflicts.barred(work, entity, subject.id)))
    if (!(error instanceof NeedsApproval) || !approvals) throw error
    throw approvalRequired(await within(caller, ({ work }) => approvals.open(work, error.asked)))
  }
}
