import { snake } from '../../model/names.ts'
import type { EntityModel } from '../../model/model.ts'
import type { UniqueRule } from '../../model/record.ts'
import type { Guard } from './constraint.ts'
import { indexObject } from './indexes.ts'
import { literal, objectName, quote } from './names.ts'
import { columnsOf, entitiesOf, type Table } from './tables.ts'
import { constantSql } from './where.ts'

/** A unique index, and the expressions it begins with where it holds for every row: no second index on those. */
export interface UniqueIndex extends Guard {
  readonly covers: readonly string[] | undefined
}

/** A rule of an entity, or what `unique` of a field amounts to. */
interface Rule extends Omit<UniqueRule, 'fields'> {
  readonly fields: readonly string[]
}

/** Uniqueness that fields, relations to one and entities declare. A kind's own concerns its own rows only. */
export function uniqueIndexes(table: Table): UniqueIndex[] {
  const names = new Set<string>()
  return rulesOf(table).map(({ entity, rule }) => {
    const index = uniqueIndex(table, entity, rule, names)
    names.add(index.name)
    return index
  })
}

function rulesOf(table: Table): { entity: EntityModel; rule: Rule }[] {
  const ofMembers = table.stored.flatMap(({ entity, member: { name, options } }) =>
    options.unique ? [{ entity, rule: { fields: [name], ignoreCase: options.unique === 'ignoreCase' } }] : [])
  return [...ofMembers, ...entitiesOf(table).flatMap((entity) => entity.unique.map((rule) => ({ entity, rule })))]
}

function uniqueIndex(table: Table, entity: EntityModel, rule: Rule, taken: ReadonlySet<string>): UniqueIndex {
  const on = columnsOf(entity, rule.fields).map(({ name, type }) => rule.ignoreCase && /^(varchar|text)/.test(type) ? `lower(${quote(name)})` : quote(name))
  const conditions = [...kindCondition(entity), ...(rule.where ? [constantSql(entity, rule.where)] : [])]
  const definition = [`on ${quote(table.name)} (${on.join(', ')})`, ...(rule.nullsEqual ? ['nulls not distinct'] : []), ...(conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : [])].join(' ')
  const name = free(taken, table.name, ...rule.fields.map(snake), 'unique')
  return {
    name, covers: conditions.length > 0 ? undefined : on, object: indexObject(name, definition, { unique: true }),
    constraint: { entity: entity.name, members: rule.fields, kind: 'unique', ...(rule.message ? { message: rule.message } : {}) },
  }
}

/** Two rules on the same fields, for different rows: the second gets a number. */
function free(taken: ReadonlySet<string>, table: string, ...parts: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = objectName(table, ...parts, ...(number === 1 ? [] : [String(number)]))
    if (!taken.has(name)) return name
  }
}

/** Limits what a kind declares to the rows of that kind. */
export const kindCondition = (entity: EntityModel): string[] =>
  entity.parent === undefined || entity.kind === undefined ? [] : [`${quote('kind')} = ${literal(entity.kind)}`]
