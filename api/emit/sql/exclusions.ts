import { snake } from '../../model/names.ts'
import type { EntityModel } from '../../model/model.ts'
import { tableConstraint } from './checks.ts'
import type { Guard } from './constraint.ts'
import { objectName, quote } from './names.ts'
import { columnsOf, entitiesOf, mainColumn, type Table } from './tables.ts'
import { kindCondition } from './unique.ts'
import { constantSql } from './where.ts'

/** No two rows that agree on `equal` overlap in time, however many write at once. */
export function exclusions(table: Table): Guard[] {
  return entitiesOf(table).flatMap((entity) => entity.exclude.map((rule) => exclusion(table, entity, rule)))
}

function exclusion(table: Table, entity: EntityModel, rule: EntityModel['exclude'][number]): Guard {
  const equal: readonly string[] = rule.equal
  const parts = [...columnsOf(entity, equal).map((column) => `${quote(column.name)} with =`), `${range(entity, ...rule.overlap)} with &&`]
  const start = mainColumn(entity, rule.overlap[0])
  const conditions = [...kindCondition(entity), ...(start.nullable ? [`${quote(start.name)} is not null`] : []), ...(rule.where ? [constantSql(entity, rule.where)] : [])]
  const where = conditions.length > 0 ? ` where (${conditions.join(' and ')})` : ''
  const guard = tableConstraint(table.name, objectName(table.name, ...equal.map(snake), snake(rule.overlap[0]), 'overlap'), `exclude using gist (${parts.join(', ')})${where}`,
    { entity: entity.name, members: [...rule.overlap], kind: 'exclusion', message: rule.message })
  return { ...guard, object: { ...guard.object, needs: ['extension btree_gist'] } }
}

/** Days include their last, instants end where the next may begin. What has no end lasts; what has no start is not yet in time. */
function range(entity: EntityModel, from: string, until: string): string {
  const [start, end] = [mainColumn(entity, from), mainColumn(entity, until)]
  return start.type === 'date' ? `daterange(${quote(start.name)}, ${quote(end.name)}, '[]')` : `tstzrange(${quote(start.name)}, ${quote(end.name)})`
}
