import { moduleDisabled, operationOff } from '../../access/modules.ts'
import type { Rows } from '../../access/rights.ts'
import { grantsOf } from '../../model/access.ts'
import { noteAction } from '../critical/note.ts'
import { AppError, forbidden } from '../../model/errors.ts'
import { sentences } from '../messages.ts'
import { entityOfClass, type Scope } from '../session.ts'
import type { Action, ActionResult, Input, Placed } from '../types.ts'
import { readArguments } from './arguments.ts'
import { findRow } from './find.ts'

/** Runs a mutation that a module adds, on a record that is found, permitted and locked, with sound arguments. */
export async function act(scope: Scope, action: Placed<Action>, given: Input): Promise<ActionResult> {
  const off = operationOff(scope.session.engine.model, scope.caller.rights, action)
  if (off) throw moduleDisabled(off)
  const id = action.scope === 'entity' ? permit(scope, action) : await find(scope, action, given['id'])
  if (action.critical) noteAction(scope, action.on.name, id)
  return action.run(scope.work, { ...(await readArguments(scope, action, given)), id })
}

const rightTo = ({ on, name, access }: Action, { caller }: Scope): Rows => caller.rights.action(on.name, name, grantsOf(access))

function permit(scope: Scope, action: Action): string {
  if (rightTo(action, scope) === 'none') throw forbidden()
  return ''
}

async function find(scope: Scope, action: Action, id: unknown): Promise<string> {
  const entity = entityOfClass(scope.session, action.on)
  const { row, fits } = await findRow(scope, entity, String(id), rightTo(action, scope), 'for no key update', action.when)
  if (!fits) throw new AppError('CONFLICT', [{ reason: 'notPossible', message: sentences.notPossible }])
  return row.id
}
