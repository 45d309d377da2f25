import { conflictOfInterest } from '../access/conflicts.ts'
import { houseRights } from '../access/rights.ts'
import type { Caller } from '../access/principal.ts'
import { AppError } from '../model/errors.ts'
import type { EntityModel } from '../model/model.ts'
import type { Change } from './change.ts'
import { groupBy } from './lookup/part.ts'
import { idOf } from './save/store.ts'
import type { Scope } from './session.ts'
import type { Work } from './types.ts'

/** What a module of the house does with the rules on conflicts of interest. */
export interface ConflictKeeper {
  /** Rows of an entity that were written: refuses those that join two parties that no record may join. */
  written(work: Work, entity: EntityModel, ids: readonly string[]): Promise<void>
  /** Whether a record is kept from the caller by a rule; writes the attempt down. */
  barred(work: Work, entity: EntityModel, id: string): Promise<boolean>
  /** A record was read by somebody whom a rule alerts about it. */
  noticed(work: Work, entity: EntityModel, id: string): Promise<void>
}

/** Nothing is asked where no rule is about two parties, as the caller's account says. */
export async function watchWritten({ session: { engine }, caller, work }: Scope, written: readonly Change[]): Promise<void> {
  if (!engine.conflicts || caller.principal.conflicts?.pairs !== true || caller.rights.key === houseRights.key) return
  const concerned = written.filter((change) => change.entity.options.concerns !== undefined)
  for (const group of groupBy(concerned, (change) => change.entity.name)) {
    const [first] = group
    if (first) await engine.conflicts.written(work, first.entity, group.map(idOf))
  }
}

export const isBarred = ({ principal }: Caller, entity: EntityModel): boolean => entity.options.concerns !== undefined && (principal.conflicts?.barred.length ?? 0) > 0

/** What is told of a record that is not there for somebody: that a rule keeps it from him, if it does. */
export async function explainBarred(error: unknown, barred: () => Promise<boolean>): Promise<unknown> {
  if (!(error instanceof AppError) || (error.code !== 'NOT_FOUND' && error.code !== 'FORBIDDEN')) return error
  return await barred() ? conflictOfInterest() : error
}
