import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import type { Rows } from '../access/rights.ts'
import { entityOf, storedOf, type EntityModel, type MemberModel } from '../model/model.ts'
import type { Ports } from './ports.ts'

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const ident = (name: string): Sql => raw(quote(name))

/** The alias under which every statement of the engine reads a table. */
export const ROW = 't'

const known = new WeakMap<EntityModel, Sql>()

/** The stored members of a row in the form of the API, as columns by their names. */
export function memberColumns(entity: EntityModel): Sql {
  const found = known.get(entity) ?? raw(storedOf(entity).map((member) => `${memberValue(member)} as ${quote(member.name)}`).join(', '))
  known.set(entity, found)
  return found
}

function memberValue(member: MemberModel): string {
  const column = (part: string): string => `${ROW}.${quote(member.columns.find((one) => one.part === part)?.name ?? part)}`
  if (member.is === 'field') return member.kind.select(column, member)
  if (member.is === 'anyOf') return `case when ${column('')} is null then null else json_build_object('entity', ${column('entity')}, 'id', ${column('')}) end`
  return column('')
}

/**
 * A column that holds one of these ids. One id alone is compared as one: for a list of unknown length
 * PostgreSQL expects ten, finds that dear, and plans the statement anew each time it comes.
 */
export const oneOf = (column: Sql, ids: readonly (string | undefined)[]): Sql => (ids.length === 1 ? sql`${column} = ${ids[0]}::uuid` : sql`${column} = any(${ids}::uuid[])`)

export const ID = raw(`${ROW}.id`)

/** The table of an entity under its alias. */
export const tableOf = (entity: EntityModel): Sql => raw(`${quote(entity.table)} ${ROW}`)

/** Limits a statement to the rows of an entity that shares its table. */
export const ofKind = (entity: EntityModel): Sql => (entity.parent && entity.kind ? sql`${raw(ROW)}.kind = ${entity.kind}` : raw('true'))

/** Whether a row is among those of a right. */
export function among(rows: Rows, entity: EntityModel, { model, conditionOf }: Conditions, caller: Caller): Sql {
  if (rows === 'all') return raw('true')
  if (rows === 'none') return raw('false')
  return sql`(${join(rows.map((where) => sql`coalesce(${conditionOf(model, entity, where, caller, ROW)}, false)`), ' or ')})`
}

export type Conditions = Pick<Ports, 'model' | 'conditionOf'>

/** Whether the caller may read a row. Of an abstract entity the kinds have a say as well. */
export function readable(entity: EntityModel, conditions: Conditions, caller: Caller): Sql {
  const own = among(caller.rights.of(entity.name, 'read').rows, entity, conditions, caller)
  if (entity.kinds.length === 0) return own
  const cases = entity.kinds.map((name) => entityOf(conditions.model, name)).map((kind) => sql`when ${kind.kind} then ${readable(kind, conditions, caller)}`)
  return sql`(${own} and case ${raw(ROW)}.kind ${join(cases, ' ')} else false end)`
}
