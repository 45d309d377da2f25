import { entityOf, type BelongsToModel, type EntityModel, type HasManyModel, type ManyToManyModel, type MemberModel, type Model } from '../model/model.ts'
import { quote } from './sql.ts'

/** A table in a statement, under an alias that says how deep it is nested: `t0`, `t1`… */
export interface Table {
  readonly entity: EntityModel
  readonly alias: string
  readonly depth: number
  /** A column outside that already holds the id, where the row itself need not be read. */
  readonly key?: string
}

export const rootTable = (entity: EntityModel, alias = 't0'): Table => ({ entity, alias, depth: 0 })

/** A table inside a subselect of the statement in which another one stands. */
export const below = (table: Table, entity: EntityModel): Table => ({ entity, alias: `t${table.depth + 1}`, depth: table.depth + 1 })

/** The same row, seen as one of the kinds of its abstract entity. */
export const seenAs = (table: Table, entity: EntityModel): Table => ({ ...table, entity })

export const fromTable = (table: Table): string => `${quote(table.entity.table)} ${table.alias}`

export const idColumn = (table: Table): string => table.key ?? `${table.alias}."id"`
export const kindColumn = (table: Table): string => `${table.alias}."kind"`
export const searchColumn = (table: Table): string => `${table.alias}."search"`

/** A column of a member: the main one, or that of a further part. */
export function columnOf(table: Table, member: MemberModel, part = ''): string {
  if (member.name === 'id') return idColumn(table)
  const column = member.columns.find((one) => one.part === part)
  if (!column) throw new Error(`${table.entity.name}.${member.name} has no column for its part «${part}»`)
  return `${table.alias}.${quote(column.name)}`
}

export type LinkMember = BelongsToModel | HasManyModel | ManyToManyModel

/** How the rows at the other end of a relation are found from a row. */
export interface Link {
  readonly table: Table
  readonly from: string
  readonly on: string
  /** The column at the other end, or in the table of pairs, that holds the id of the row here. */
  readonly back?: string
  /** Order that the relation itself keeps. */
  readonly position?: string
}

export function linkOf(model: Model, source: Table, member: LinkMember): Link {
  const table = below(source, entityOf(model, member.target))
  switch (member.is) {
    case 'belongsTo': return { table, from: fromTable(table), on: `${table.alias}."id" = ${columnOf(source, member)}` }
    case 'hasMany': return backed({ table, from: fromTable(table), back: foreignKey(table, member) }, source)
    case 'manyToMany': return pairs(source, table, member)
  }
}

const backed = (link: Omit<Link, 'on'> & { readonly back: string }, source: Table): Link => ({ ...link, on: `${link.back} = ${idColumn(source)}` })

/** The column of the other table that points back. */
function foreignKey(table: Table, member: HasManyModel): string {
  const by = table.entity.members.get(member.by)
  if (!by) throw new Error(`${table.entity.name} has no member ${member.by}`)
  return columnOf(table, by)
}

function pairs(source: Table, table: Table, member: ManyToManyModel): Link {
  const alias = `j${table.depth}`
  const { name, source: from, target: to, position } = member.table
  return backed({
    table,
    from: `${quote(name)} ${alias} join ${fromTable(table)} on ${table.alias}."id" = ${alias}.${quote(to)}`,
    back: `${alias}.${quote(from)}`,
    ...(position ? { position: `${alias}.${quote(position)}` } : {}),
  }, source)
}

/** At most one row at the other end. */
export const isToOne = (member: MemberModel): member is BelongsToModel | HasManyModel =>
  member.is === 'belongsTo' || (member.is === 'hasMany' && member.single)

/** Whether the API knows the member and the database holds it. */
const isReadable = (member: MemberModel): boolean =>
  member.options.hidden !== true && member.options.transient !== true && (member.is !== 'field' || member.columns.length > 0)

/** A member by the name that a caller gives; those that are no part of the API do not exist. */
export function memberOf(entity: EntityModel, name: string): MemberModel | undefined {
  const member = entity.members.get(name)
  return member && isReadable(member) ? member : undefined
}
