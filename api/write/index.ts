import type { Caller } from '../access/principal.ts'
import type { EntityModel } from '../model/model.ts'
import { eachRow, Undone, type BulkAnswer, type ErrorPolicy } from './operations/bulk.ts'
import { act } from './operations/act.ts'
import { createRows } from './operations/create.ts'
import { moveRecord } from './operations/move.ts'
import { removeRecord } from './operations/remove.ts'
import { restoreRecord } from './operations/restore.ts'
import { updateRecord } from './operations/update.ts'
import type { Ports } from './ports.ts'
import { collectReactions, type Scope } from './session.ts'
import { inTransaction } from './transaction.ts'
import type { Action, ActionResult, Input, Work } from './types.ts'
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
  const engine = { ...ports, reactions: collectReactions(ports) }
  const within: Within = (caller, run) => inTransaction(engine, caller, (session) => run(newScope(session, caller)))
  return {
    mutate: (caller, run) => within(caller, ({ work }) => run(work)),
    ...oneRecord(within),
    ...manyRecords(within),
    runAction: (caller, action, args, answer) => within(caller, async (scope) => {
      const result = await act(scope, action, args)
      return typeof result === 'string' ? answer(scope.work, result) : result
    }),
  }
}

type Within = <T>(caller: Caller, run: (scope: Scope) => Promise<T>) => Promise<T>

const oneRecord = (within: Within): Pick<Writer, 'createRecord' | 'updateRecord' | 'deleteRecord' | 'moveRecord' | 'restoreRecord'> => ({
  createRecord: (caller, entity, input, answer) => within(caller, async (scope) => {
    const [id = ''] = await createRows(scope, entity, [{ path: '', input }])
    return answer(scope.work, id)
  }),
  updateRecord: (caller, entity, id, input, expectedVersion, answer) => within(caller, async (scope) => {
    await updateRecord(scope, entity, id, input, expectedVersion ?? undefined)
    return answer(scope.work, id)
  }),
  deleteRecord: (caller, entity, id) => within(caller, async (scope) => {
    await removeRecord(scope, entity, id)
    return true as const
  }),
  moveRecord: (caller, entity, id, move, expectedVersion, answer) => within(caller, async (scope) => {
    await moveRecord(scope, entity, id, move, expectedVersion ?? undefined)
    return answer(scope.work, id)
  }),
  restoreRecord: (caller, entity, id, historyId, fields) => within(caller, async (scope) => {
    await restoreRecord(scope, entity, id, historyId, fields ?? undefined)
    return true as const
  }),
})

function manyRecords(within: Within): Pick<Writer, 'updateRecords' | 'deleteRecords'> {
  const each = (caller: Caller, ids: readonly string[], policy: ErrorPolicy, work: (scope: Scope, id: string) => Promise<void>): Promise<BulkAnswer> =>
    within(caller, (scope) => eachRow(scope, ids, policy, (id) => work(scope, id))).catch((error: unknown) => {
      if (error instanceof Undone) return error.answer
      throw error
    })
  return {
    updateRecords: (caller, entity, ids, input, policy) => each(caller, ids, policy, (scope, id) => updateRecord(scope, entity, id, input)),
    deleteRecords: (caller, entity, ids, policy) => each(caller, ids, policy, (scope, id) => removeRecord(scope, entity, id)),
  }
}
