import { EntitySchema } from '@mikro-orm/postgresql'
import { foreignKeyName } from '../sql/names.ts'
import { joinsOf } from '../sql/tables.ts'
import { entityOf, type EntityModel, type ManyToManyModel, type Model } from '../../model/model.ts'
import type { OrmProperty } from './properties.ts'

/** The tables of pairs: entities without a class, so that the table and its foreign keys are made with the others. */
export function joinSchemas(model: Model): EntitySchema[] {
  return joinsOf(model).map(({ entity, member }) => joinSchema(model, entity, member))
}

function joinSchema(model: Model, entity: EntityModel, member: ManyToManyModel): EntitySchema {
  const { name, source, target, position } = member.table
  return new EntitySchema<Record<string, unknown>>({
    name, tableName: name,
    properties: {
      source: side(model, entity.name, name, source, 'cascade'),
      target: side(model, member.target, name, target, member.onDelete === 'restrict' ? 'no action' : 'cascade'),
      ...(position === undefined ? {} : { position: { type: 'integer', fieldName: position, columnType: 'integer' } satisfies OrmProperty }),
    },
  })
}

const side = (model: Model, entity: string, table: string, column: string, deleteRule: 'cascade' | 'no action'): OrmProperty => ({
  kind: 'm:1', entity: () => entityOf(model, entity).cls, mapToPk: true, primary: true,
  fieldName: column, columnType: 'uuid', foreignKeyName: foreignKeyName(table, column), updateRule: 'no action', deleteRule, deferMode: 'immediate',
})
