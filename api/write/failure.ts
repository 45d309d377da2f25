import { AppError, messages } from '../model/errors.ts'
import type { ErrorCode, Issue } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'
import { entityOf, type EntityModel, type Model } from '../model/model.ts'
import type { Change } from './change.ts'
import { join } from './faults.ts'
import { sentences } from './messages.ts'
import type { Constraint, Ports } from './ports.ts'

/** What PostgreSQL says of an error; MikroORM copies it onto its own. */
interface DatabaseError extends Error {
  readonly code: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
}

export const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)

/** The rows that were being written when PostgreSQL refused. */
export class SaveError extends Error {
  readonly changes: readonly Change[]

  constructor(cause: unknown, changes: readonly Change[]) {
    super('rows were refused', { cause })
    this.changes = changes
  }
}

const brokenRule = /^23/

const missingRow = '23503'

/** Whether looking up every id first, and writing the rows one by one, would tell more of what is wrong. */
export const needsCare = (error: unknown): boolean =>
  error instanceof SaveError && isDatabaseError(error.cause) && (error.cause.code === missingRow || (error.changes.length > 1 && brokenRule.test(error.cause.code)))

/** What a caller is told of an error that is none of ours. Unknown ones stay as they are. */
export function explain(error: unknown, ports: Ports): unknown {
  const [cause, changes] = error instanceof SaveError ? [error.cause, error.changes] : [error, []]
  if (cause instanceof AppError) return cause
  const known = isDatabaseError(cause) ? explainState(cause, ports, changes) : undefined
  return known ?? ports.unavailable(cause) ?? cause
}

function explainState(error: DatabaseError, ports: Ports, changes: readonly Change[]): AppError | undefined {
  if (error.code === '40001' || error.code === '40P01') return new AppError('UNAVAILABLE', [{ reason: 'busy', message: sentences.busy }])
  const path = changes.length === 1 ? changes[0]?.path ?? '' : ''
  const constraint = ports.constraints.get(error.constraint ?? '') ?? ports.constraints.get(`${error.table}.${error.column}`)
  if (constraint) return explainConstraint(constraint, ports.model, path)
  if (error.code === '23505') return refuse('CONFLICT', 'duplicate', sentences.duplicate, path)
  return wrongValue.has(error.code) ? refuse('BAD_USER_INPUT', 'invalid', sentences.invalid, path) : undefined
}

/** Too long, out of range, not of the type: what a field kind let through and PostgreSQL does not hold. */
const wrongValue: ReadonlySet<string> = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23514'])

function refuse(code: ErrorCode, reason: string, message: Labels, path: string): AppError {
  const issue: Issue = { reason, message }
  return new AppError(code, [path === '' ? issue : { ...issue, path }])
}

function explainConstraint(constraint: Constraint, model: Model, prefix: string): AppError {
  // Of several fields the last is the one that tells the rows apart: the name within the domain.
  const path = join(prefix, constraint.members.at(-1) ?? '')
  switch (constraint.kind) {
    case 'unique': return refuse('CONFLICT', 'duplicate', constraint.message ?? sentences.duplicate, path)
    case 'exclusion': return refuse('CONFLICT', 'overlap', constraint.message ?? sentences.overlap, path)
    case 'foreignKey': return refuse('BAD_USER_INPUT', 'notFound', messages.notFound, path)
    case 'notNull': return refuse('BAD_USER_INPUT', 'required', constraint.message ?? messages.required, path)
    case 'check': return explainCheck(constraint, entityOf(model, constraint.entity), prefix, path)
  }
}

function explainCheck(constraint: Constraint, entity: EntityModel, prefix: string, path: string): AppError {
  const rule = entity.rules.find((one) => one.name === constraint.rule)
  if (rule) return refuse(rule.code, rule.name, rule.message, join(prefix, rule.path))
  return refuse('BAD_USER_INPUT', 'check', constraint.message ?? sentences.check, path)
}
