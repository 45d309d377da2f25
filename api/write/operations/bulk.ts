import { AppError, badInput } from '../../model/errors.ts'
import { say } from '../../model/issue.ts'
import type { Locale } from '../../model/labels.ts'
import { explain } from '../failure.ts'
import { sentences } from '../messages.ts'
import type { Scope, Session } from '../session.ts'

export type ErrorPolicy = 'ALL_OR_NOTHING' | 'GOOD_ROWS'

/** What became of one row. Without a code, a row that is not ok was sound and was not done for the sake of the others. */
export interface BulkRow {
  readonly id: string
  readonly ok: boolean
  readonly code?: string
  readonly message?: string
  readonly fields?: readonly { readonly path: string; readonly reason: string; readonly message: string }[]
}

export interface BulkAnswer {
  readonly done: number
  readonly failed: number
  readonly rows: readonly BulkRow[]
}

/** Carries the answer out of a transaction that is to be taken back. */
export class Undone extends Error {
  readonly answer: BulkAnswer

  constructor(answer: BulkAnswer) {
    super('taken back: not every row was sound')
    this.answer = answer
  }
}

const MAX_ROWS = 1_000

/**
 * Does the same to many rows in the one transaction of the mutation, each row under a savepoint, so
 * that every row tells its own fault. With `ALL_OR_NOTHING` one fault takes everything back; with
 * `GOOD_ROWS` the others stay. @throws Undone
 */
export async function eachRow(scope: Scope, ids: readonly string[], policy: ErrorPolicy, work: (id: string) => Promise<void>): Promise<BulkAnswer> {
  const distinct = [...new Set(ids)]
  if (distinct.length > MAX_ROWS) throw badInput({ reason: 'tooMany', message: sentences.tooMany, values: { max: MAX_ROWS }, path: 'ids' })
  const { session, caller: { principal: { locale } } } = scope
  const rows: BulkRow[] = []
  await session.query('savepoint bulk_row', [])
  for (const id of distinct) {
    const fault = await underSavepoint(session, () => work(id))
    rows.push(fault ? refusedRow(id, fault, locale) : { id, ok: true })
  }
  const failed = rows.filter((row) => !row.ok).length
  if (failed === 0 || policy === 'GOOD_ROWS') return { done: rows.length - failed, failed, rows }
  throw new Undone({ done: 0, failed, rows: rows.map((row) => (row.ok ? { id: row.id, ok: false, message: sentences.othersFailed[locale] } : row)) })
}

function refusedRow(id: string, { code, issues }: AppError, locale: Locale): BulkRow {
  const [first] = issues
  const fields = issues.flatMap((issue) => (issue.path === undefined ? [] : [{ path: issue.path, reason: issue.reason, message: say(issue, locale) }]))
  return { id, ok: false, code, message: first ? say(first, locale) : code, fields }
}

/** The fault that stopped the work, which then has left nothing behind; a new savepoint stands for the next. Faults that are not the row's own go on. */
async function underSavepoint(session: Session, work: () => Promise<void>): Promise<AppError | undefined> {
  const versions = new Map(session.versions)
  const critical = session.critical.length
  try {
    await work()
    await session.query('release savepoint bulk_row; savepoint bulk_row', [])
    return undefined
  } catch (error) {
    const fault = explain(error, session.engine)
    if (!(fault instanceof AppError) || fault.code === 'UNAVAILABLE') throw error
    await session.query('rollback to savepoint bulk_row', [])
    session.failed = undefined
    session.critical.length = critical
    session.versions.clear()
    for (const [id, version] of versions) session.versions.set(id, version)
    return fault
  }
}
