import sql, { join, type Sql } from 'sql-template-tag'
import type { Caller } from '../../access/principal.ts'
import type { Rows } from '../../access/rights.ts'
import type { EntityModel } from '../../model/model.ts'
import type { Change, StoredRow } from '../change.ts'
import type { Engine } from '../session.ts'
import { among, ID, ident, memberColumns, ofKind, oneOf, ROW, tableOf } from '../rowSql.ts'
import { judge, lose, type Verdicts } from './judge.ts'
import { groupBy, type LookUp, type Part } from './part.ts'

/** Questions for the rows of those changes whose place is known by now. */
export function rowParts(look: LookUp, changes: readonly Change[]): Part[] {
  const open = changes.filter((change) => change.verb === 'update' && !change.current && !change.lost && placed(look, change))
  const byId = groupBy(open.filter((change) => change.id !== undefined), (change) => `${change.entity.name} ${change.rights.key}`)
  const byParent = open.filter((change) => change.id === undefined).map((change) => [change])
  return [...byId, ...byParent].flatMap((group) => groupPart(look, group))
}

/** Whether it is known where to look. What hangs on a lost row is lost with it. */
function placed(look: LookUp, change: Change): boolean {
  const parent = change.locate?.parent ?? change.within?.parent
  if (parent?.lost) {
    change.lost = true
    return false
  }
  if (change.id !== undefined || !change.locate) return true
  if (!change.locate.parent.current) return false
  if (change.locate.by === 'inverse') return true
  const linked = change.locate.parent.current[change.locate.relation]
  if (typeof linked === 'string') change.id = linked
  else lose(look, change)
  return change.id !== undefined
}

function groupPart(look: LookUp, group: readonly Change[]): Part[] {
  const [first] = group
  if (!first) return []
  const { entity, rights } = first
  const { engine } = look.scope.session
  const members = [...new Set(group.flatMap((change) => [...change.conditional.keys()]))]
  const right = (name: string): Rows => rights.of(entity.name, 'update').field(name)
  const verdicts = [rights.of(entity.name, 'read').rows, rights.of(entity.name, 'update').rows, ...members.map(right)]
  return [{
    ask: rowsSql(engine, { principal: look.scope.caller.principal, rights }, entity, whereOf(group, first), verdicts, 'for no key update'),
    take: (answer) => {
      const found = readRows(answer)
      for (const change of group) {
        const row = change.id === undefined ? [...found.values()][0] : found.get(change.id)
        change.calm = row?.calm === true
        judge(look, change, row?.row, row && verdictsOf(row.verdicts, members))
      }
    },
  }]
}

function whereOf(group: readonly Change[], first: Change): Sql {
  const { locate } = first
  if (first.id === undefined && locate) {
    const column = first.entity.members.get(locate.relation)?.columns[0]?.name ?? ''
    return sql`${ident(ROW)}.${ident(column)} = ${locate.parent.id}`
  }
  return oneOf(ID, group.map((change) => change.id))
}

interface FoundRow {
  readonly row: StoredRow
  readonly verdicts: readonly boolean[]
  readonly calm: boolean
}

/**
 * Rows in the form of the API, each with the answer to every right, locked until the transaction ends.
 * `no key update` is what the update takes anyway; `for update` would also stop those who only point here.
 */
export function rowsSql(engine: Engine, caller: Caller, entity: EntityModel, where: Sql, rights: readonly Rows[], lock: 'for no key update' | 'for update' | ''): Sql {
  const verdicts = join(rights.map((rows) => among(rows, entity, engine, caller)))
  const strength = lock === '' ? sql`` : sql`${ident(ROW)}`
  // The row is the one that is locked, `seen` is from before the lock was waited for.
  const calm = lock === '' ? sql`true` : sql`${ident(ROW)}.version = (select seen.version from ${ident(entity.table)} seen where seen.id = ${ident(ROW)}.id)`
  return sql`select json_agg(found) from (
    select ${memberColumns(entity)}, json_build_array(${calm}, ${verdicts}) as "?" from ${tableOf(entity)}
    where ${where} and ${ofKind(entity)} order by ${ident(ROW)}.id ${lock === '' ? sql`` : sql`${lockSql[lock]} of ${strength}`}
  ) found`
}

const lockSql = { 'for no key update': sql`for no key update`, 'for update': sql`for update` } as const

export function readRows(answer: unknown): Map<string, FoundRow> {
  // What PostgreSQL answers to `rowsSql`: nothing, or rows with their verdicts.
  const rows = (answer ?? []) as readonly (StoredRow & { readonly '?': readonly boolean[] })[]
  return new Map(rows.map(({ '?': [calm = false, ...verdicts], ...row }) => [row.id, { row: row as StoredRow, calm, verdicts }]))
}

const verdictsOf = ([read = false, write = false, ...fields]: readonly boolean[], members: readonly string[]): Verdicts =>
  ({ read, write, members: new Map(members.map((name, index) => [name, fields[index] ?? false])) })
