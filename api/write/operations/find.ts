import sql from 'sql-template-tag'
import { moduleDisabled, moduleOff } from '../../access/modules.ts'
import type { Rows } from '../../access/rights.ts'
import { houseRights } from '../../access/rights.ts'
import { forbidden, notFound, type AppError } from '../../model/errors.ts'
import { isId } from '../../model/fields/id.ts'
import type { EntityModel } from '../../model/model.ts'
import type { AnyWhere } from '../../model/where.ts'
import type { StoredRow } from '../change.ts'
import { ask } from '../lookup/lookUp.ts'
import { readRows, rowsSql } from '../lookup/rows.ts'
import { among, ident, memberColumns, ofKind, ROW, tableOf } from '../rowSql.ts'
import type { Scope } from '../session.ts'

type Lock = 'for no key update' | 'for update' | ''

/** Why the caller may do nothing of a kind with an entity: nobody may while its module is off, or he may not. */
export function refusal({ session: { engine }, caller: { rights }, path }: Scope, entity: EntityModel): AppError {
  const off = moduleOff(engine.model, rights, entity)
  return off ? moduleDisabled(off) : forbidden(path === '' ? undefined : path)
}

/**
 * One row that the caller means to do something with, locked. What he may not read is not there for
 * him; what he may read and not change, he is refused. Answers the row and whether it fulfils `when`.
 */
export async function findRow(scope: Scope, entity: EntityModel, id: string, right: Rows, lock: Lock, when?: AnyWhere): Promise<{ row: StoredRow; fits: boolean }> {
  const path = scope.path === '' ? undefined : scope.path
  if (right === 'none') throw refusal(scope, entity)
  if (!isId(id)) throw notFound(path)
  const read = scope.caller.rights.of(entity.name, 'read').rows
  if (read === 'none' && moduleOff(scope.session.engine.model, scope.caller.rights, entity)) throw refusal(scope, entity)
  const asked = [read, right, when ? [when] : 'all'] as const
  const found = await fetch(scope, entity, id, asked, lock)
  const [seen, write, fits] = found?.verdicts ?? []
  if (!found || !seen) throw notFound(path)
  if (!write) throw forbidden(path)
  return { row: found.row, fits: fits === true }
}

/** A row as it is stored, whoever asks. */
export async function readRow(scope: Scope, entity: EntityModel, id: string, lock: Lock): Promise<StoredRow | undefined> {
  return isId(id) ? (await fetch(scope, entity, id, ['all'], lock))?.row : undefined
}

async function fetch({ session, caller }: Scope, entity: EntityModel, id: string, rights: readonly Rows[], lock: Lock): Promise<ReturnType<typeof readRows> extends Map<string, infer R> ? R | undefined : never> {
  const key = id.toLowerCase()
  let answer: unknown
  await ask(session.query, [{
    ask: rowsSql(session.engine, caller, entity, sql`${ident(ROW)}.id = ${key}`, rights, lock),
    take: (found) => { answer = found },
  }])
  return readRows(answer).get(key)
}

const SILENT_LIMIT = 1_000

/** Rows that fulfil a declared condition, whoever asks, in the order of their ids. */
export async function readWhere(scope: Scope, entity: EntityModel, where: AnyWhere, limit?: number): Promise<readonly StoredRow[]> {
  const { text, values } = sql`select json_agg(found) as rows from (select ${memberColumns(entity)} from ${tableOf(entity)}
    where ${ofKind(entity)} and ${asHouse(scope, entity, where)} order by ${ident(ROW)}.id limit ${limit ?? SILENT_LIMIT + 1}) found`
  const [answer] = await scope.session.query(text, values)
  // What PostgreSQL answers to `memberColumns`.
  const rows = (answer?.['rows'] ?? []) as readonly StoredRow[]
  if (limit === undefined && rows.length > SILENT_LIMIT) throw new Error(`more than ${SILENT_LIMIT} rows of ${entity.name}: name a limit`)
  return rows
}

export async function countWhere(scope: Scope, entity: EntityModel, where: AnyWhere): Promise<number> {
  const { text, values } = sql`select count(*)::int as count from ${tableOf(entity)} where ${ofKind(entity)} and ${asHouse(scope, entity, where)}`
  const [answer] = await scope.session.query(text, values)
  return Number(answer?.['count'] ?? 0)
}

const asHouse = ({ session: { engine }, caller: { principal } }: Scope, entity: EntityModel, where: AnyWhere): ReturnType<typeof among> =>
  among([where], entity, engine, { principal, rights: houseRights })
