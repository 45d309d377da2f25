import type { EntitySchemaProperty } from '@mikro-orm/postgresql'
import { hasForeignKeys } from '../sql/audit.ts'
import { columnDefault } from '../sql/defaults.ts'
import { foreignKeyName } from '../sql/names.ts'
import { entityOf, type BelongsToModel, type Column, type EntityModel, type MemberModel, type Model } from '../../model/model.ts'
import { propertyName } from './propertyName.ts'
import { ormType } from './types.ts'

export type OrmProperty = EntitySchemaProperty<object, object>

/** The properties of one member, by name; none for what has no column here. */
export function propertiesOf(model: Model, entity: EntityModel, member: MemberModel): [string, OrmProperty][] {
  if (member.is === 'belongsTo') return member.columns.map((column) => [member.name, relation(model, entity, member, column)])
  return member.columns.map((column) => [propertyName(member.name, column.part), scalar(member, column)])
}

function scalar(member: MemberModel, column: Column): OrmProperty {
  const written = columnDefault(member, column)
  return {
    type: ormType(column, member.is === 'field' ? member : undefined),
    fieldName: column.name, columnType: column.type, nullable: column.nullable,
    ...(written === undefined ? {} : { defaultRaw: written }),
    ...(member.name === 'id' ? { primary: true } : {}),
    ...(member.name === 'version' ? { version: true } : {}),
    ...(member.is === 'field' && member.kind.numbered ? { autoincrement: true } : {}),
  }
}

/**
 * A plain id for whoever writes (`mapToPk`), a relation for MikroORM: it makes the foreign key from it
 * and inserts the rows of one flush in the order that foreign keys need. Where tables point to each
 * other no order helps: `set constraints all deferred`, flush, `set constraints all immediate`.
 */
function relation(model: Model, entity: EntityModel, member: BelongsToModel, column: Column): OrmProperty {
  return {
    kind: 'm:1', entity: () => entityOf(model, member.target).cls, mapToPk: true,
    fieldName: column.name, columnType: column.type, nullable: column.nullable,
    createForeignKeyConstraint: hasForeignKeys(entity), foreignKeyName: foreignKeyName(entity.table, column.name), updateRule: 'no action', deleteRule: deleteRules[member.onDelete], deferMode: 'immediate',
  }
}

/** `no action` and not `restrict`: asked at the end of the statement, so that what one deletion takes along does not stop it. */
const deleteRules = { restrict: 'no action', setNull: 'set null', cascade: 'cascade' } as const
