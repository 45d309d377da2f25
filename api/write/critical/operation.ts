import { notFound } from '../../model/errors.ts'
import type { EntityModel } from '../../model/model.ts'
import { act } from '../operations/act.ts'
import { eachRow, type BulkAnswer, type ErrorPolicy } from '../operations/bulk.ts'
import { createRecord } from '../operations/create.ts'
import { moveRecord } from '../operations/move.ts'
import { removeRecord } from '../operations/remove.ts'
import { restoreRecord } from '../operations/restore.ts'
import { updateRecord } from '../operations/update.ts'
import type { Engine, Scope } from '../session.ts'
import type { Action, ActionResult, Input, Placed } from '../types.ts'

/** What a caller asks of the write engine, as data: it can be kept, shown, and run again by somebody's leave. */
export type Operation =
  | { readonly does: 'create'; readonly entity: EntityModel; readonly input: Input }
  | { readonly does: 'update'; readonly entity: EntityModel; readonly id: string; readonly input: Input; readonly expectedVersion?: number | undefined }
  | { readonly does: 'delete'; readonly entity: EntityModel; readonly id: string }
  | { readonly does: 'move'; readonly entity: EntityModel; readonly id: string; readonly move: string; readonly expectedVersion?: number | undefined }
  | { readonly does: 'restore'; readonly entity: EntityModel; readonly id: string; readonly historyId: string; readonly fields?: readonly string[] | undefined }
  | { readonly does: 'updateMany'; readonly entity: EntityModel; readonly ids: readonly string[]; readonly input: Input; readonly policy: ErrorPolicy }
  | { readonly does: 'deleteMany'; readonly entity: EntityModel; readonly ids: readonly string[]; readonly policy: ErrorPolicy }
  | { readonly does: 'act'; readonly action: Placed<Action>; readonly args: Input }

/** Answers the id of the record, what became of each row, or what the action gave. */
export async function perform(scope: Scope, asked: Operation): Promise<ActionResult | BulkAnswer> {
  switch (asked.does) {
    case 'create': return createRecord(scope, asked.entity, asked.input)
    case 'update': await updateRecord(scope, asked.entity, asked.id, asked.input, asked.expectedVersion); return asked.id
    case 'delete': await removeRecord(scope, asked.entity, asked.id); return true
    case 'move': await moveRecord(scope, asked.entity, asked.id, asked.move, asked.expectedVersion); return asked.id
    case 'restore': await restoreRecord(scope, asked.entity, asked.id, asked.historyId, asked.fields); return true
    case 'updateMany': return eachRow(scope, asked.ids, asked.policy, (id) => updateRecord(scope, asked.entity, id, asked.input))
    case 'deleteMany': return eachRow(scope, asked.ids, asked.policy, (id) => removeRecord(scope, asked.entity, id))
    case 'act': return act(scope, asked.action, asked.args)
  }
}

/**
 * The operation as a text. Versions are left out: against which state of the records it was asked, its
 * preview says, and that is compared when it runs.
 */
export function written(asked: Operation): string {
  if (asked.does === 'act') return JSON.stringify({ ...asked, action: asked.action.name })
  return JSON.stringify({ ...asked, entity: asked.entity.name, expectedVersion: undefined })
}

/** @throws AppError NOT_FOUND where a newer version of the house knows the entity or the action no more. */
export function readBack({ model, code }: Engine, text: string): Operation {
  // Written by `written`, and kept where nobody but the house writes.
  const asked = JSON.parse(text) as Operation & { readonly entity?: unknown; readonly action?: unknown }
  if (asked.does === 'act') {
    const action = code.flatMap(({ module, actions }) => actions.map((one) => ({ ...one, module }))).find(({ name }) => name === String(asked.action))
    if (!action) throw notFound()
    return { ...asked, action }
  }
  const entity = model.entities.get(String(asked.entity))
  if (!entity) throw notFound()
  return { ...asked, entity }
}

/** The record that an operation is about, where it is one. */
export function subjectOf(asked: Operation): { readonly entity: string; readonly id: string } | undefined {
  if (asked.does === 'act') return typeof asked.args['id'] === 'string' ? { entity: asked.action.on.name, id: asked.args['id'] } : undefined
  return 'id' in asked ? { entity: asked.entity.name, id: asked.id } : undefined
}
