import { entityOf, storedOf, type Column, type EntityModel, type ManyToManyModel, type MemberModel, type Model } from '../../model/model.ts'

/** A member with the entity that declares it: the abstract one, or one of its kinds. */
export interface Stored {
  readonly entity: EntityModel
  readonly member: MemberModel
}

/** A table, with everything that its entity, and the kinds that share it, declare. */
export interface Table {
  readonly name: string
  readonly entity: EntityModel
  readonly kinds: readonly EntityModel[]
  readonly stored: readonly Stored[]
}

export interface Join {
  readonly entity: EntityModel
  readonly member: ManyToManyModel
}

export function tablesOf(model: Model): Table[] {
  return [...model.entities.values()].filter((entity) => entity.parent === undefined).map((entity) => tableOf(model, entity))
}

/** The table in which the rows of an entity lie. */
export function tableOf(model: Model, { name, parent }: EntityModel): Table {
  const entity = entityOf(model, parent ?? name)
  const kinds = entity.kinds.map((kind) => entityOf(model, kind))
  const stored = [entity, ...kinds].flatMap((one) => storedOf(one).filter((member) => member.declaredBy === one.name).map((member) => ({ entity: one, member })))
  return { name: entity.table, entity, kinds, stored }
}

/** The entities whose rows lie in a table: one, or the abstract one and its kinds. */
export const entitiesOf = (table: Table): EntityModel[] => [table.entity, ...table.kinds]

/** The tables of pairs, each on the side that declares the relation. */
export function joinsOf(model: Model): Join[] {
  return [...model.entities.values()].flatMap((entity) => [...entity.members.values()].flatMap((member) =>
    member.is === 'manyToMany' && !member.mirrored && member.declaredBy === entity.name && !member.options.transient ? [{ entity, member }] : []))
}

/** The columns of the named members; a rule of an entity speaks of members. */
export function columnsOf(entity: EntityModel, members: readonly string[]): Column[] {
  return members.flatMap((name) => {
    const columns = entity.members.get(name)?.columns ?? []
    if (columns.length === 0) throw new Error(`${entity.name}.${name} has no column`)
    return columns
  })
}

/** The column that stands for a member in filters and sorts. */
export function mainColumn(entity: EntityModel, member: string): Column {
  const [first] = columnsOf(entity, [member])
  if (!first) throw new Error(`${entity.name}.${member} has no column`)
  return first
}
