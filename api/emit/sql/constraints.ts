import type { Model } from '../../model/model.ts'
import { hasForeignKeys } from './audit.ts'
import { checks } from './checks.ts'
import type { Constraint, Guard } from './constraint.ts'
import { exclusions } from './exclusions.ts'
import { foreignKeyName } from './names.ts'
import { joinsOf, tablesOf, type Table } from './tables.ts'
import { uniqueIndexes } from './unique.ts'

export type { Constraint } from './constraint.ts'

/** Every constraint by its name in PostgreSQL; what may not be empty also as `table.column`, for PostgreSQL names no constraint there. */
export function constraintsOf(model: Model): ReadonlyMap<string, Constraint> {
  const tables = tablesOf(model)
  const guards = tables.flatMap((table): Guard[] => [...uniqueIndexes(table), ...checks(table), ...exclusions(table)])
  return new Map<string, Constraint>([
    ...guards.map(({ name, constraint }): Named => [name, constraint]),
    ...tables.flatMap((table) => [...primaryKey(table), ...columns(table)]),
    ...joins(model),
  ])
}

type Named = [name: string, constraint: Constraint]

const primaryKey = (table: Table): Named[] => [[`${table.name}_pkey`, { entity: table.entity.name, members: ['id'], kind: 'unique' }]]

function columns(table: Table): Named[] {
  return table.stored.flatMap(({ entity, member }) => member.columns.flatMap((column) => {
    const concerned = { entity: entity.name, members: [member.name] }
    const foreignKey: Named[] = member.is === 'belongsTo' && hasForeignKeys(entity) ? [[foreignKeyName(table.name, column.name), { ...concerned, kind: 'foreignKey' }]] : []
    const notNull: Named[] = column.nullable ? [] : [[`${table.name}.${column.name}`, { ...concerned, kind: 'notNull' }]]
    return [...foreignKey, ...notNull]
  }))
}

function joins(model: Model): Named[] {
  return joinsOf(model).flatMap(({ entity, member }): Named[] => {
    const { name, source, target } = member.table
    const concerned = { entity: entity.name, members: [member.name] }
    return [
      [`${name}_pkey`, { ...concerned, kind: 'unique' }],
      [foreignKeyName(name, source), { ...concerned, kind: 'foreignKey' }],
      [foreignKeyName(name, target), { ...concerned, kind: 'foreignKey' }],
    ]
  })
}
