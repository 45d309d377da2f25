import { EntitySchema, type EntitySchemaMetadata } from '@mikro-orm/postgresql'
import { entityOf, type EntityModel, type Model } from '../../model/model.ts'
import { recordOf, type EntityClass } from '../../model/record.ts'
import { joinSchemas } from './joins.ts'
import { propertiesOf, type OrmProperty } from './properties.ts'

/**
 * The entities of MikroORM: for every declared entity one schema on its own class, with one property
 * per column (`propertyName`) that holds the value as the field kind gives it: ISO texts for days and
 * instants, decimals as texts, JSON as a written text, relations to one as ids. So whoever writes assigns
 * plain values, and no other row has to be loaded to point to it.
 *
 * `version` guards every update (`OptimisticLockError`); `id`, `version`, `createdAt` and `updatedAt`
 * have defaults in the database. The kinds of an abstract entity share its table by single-table
 * inheritance on `kind`. Pairs of a many-to-many are written by statements and are no entities here.
 */
export function emitEntities(model: Model): EntitySchema[] {
  const bases = new Set<EntityClass>()
  const schemas = [...model.entities.values()].map((entity) => {
    for (const base of undeclaredBases(entity.cls)) bases.add(base)
    return entitySchema(model, entity)
  })
  return [...[...bases].map((cls) => new EntitySchema({ class: cls, abstract: true, properties: {} })), ...schemas]
}

/** The same with the tables of pairs: what the schema generator needs to see. */
export const emitTables = (model: Model): EntitySchema[] => [...emitEntities(model), ...joinSchemas(model)]

function entitySchema(model: Model, entity: EntityModel): EntitySchema {
  const own = [...entity.members.values()].filter((member) => member.declaredBy === entity.name)
  const properties = Object.fromEntries([...own.flatMap((member) => propertiesOf(model, entity, member)), ...(entity.abstract ? [kindColumn] : [])])
  return new EntitySchema<object>({ class: entity.cls, tableName: entity.table, properties, ...inheritance(model, entity) })
}

/** Its values are checked and indexed as those of any choice are, not by MikroORM. */
const kindColumn: [string, OrmProperty] = ['kind', { type: 'string', columnType: 'varchar(40)', index: false }]

/** What makes an entity the root of a shared table, or a kind in one; MikroORM sees from the classes which extends which. */
function inheritance(model: Model, entity: EntityModel): Partial<EntitySchemaMetadata<object>> {
  if (entity.parent !== undefined) return entity.kind === undefined ? {} : { discriminatorValue: entity.kind }
  if (!entity.abstract) return {}
  const kinds = entity.kinds.map((name) => entityOf(model, name))
  return { abstract: true, discriminator: 'kind', discriminatorMap: Object.fromEntries(kinds.map(({ kind, name, cls }) => [kind ?? name, cls])) }
}

/** The classes above an entity that are none themselves: `Base`. MikroORM walks up the classes and wants to know each. */
function undeclaredBases(cls: EntityClass): EntityClass[] {
  const parent: unknown = Object.getPrototypeOf(cls)
  if (!isClass(parent)) return []
  return recordOf(parent) ? [] : [parent, ...undeclaredBases(parent)]
}

const isClass = (value: unknown): value is EntityClass => typeof value === 'function' && value !== Function.prototype
