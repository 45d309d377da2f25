import { isMoment, type AnyWhere } from '../../model/where.ts'
import type { EntityModel } from '../../model/model.ts'
import { constant } from './defaults.ts'
import { quote } from './names.ts'
import { mainColumn } from './tables.ts'

/**
 * A declared condition as constant SQL, for partial indexes and exclusion constraints. Only what lies in
 * the row itself and never changes with time can stand there: no relations to follow, no `now`.
 */
export function constantSql(entity: EntityModel, where: AnyWhere): string {
  const parts = Object.entries(where).map(([name, condition]) => part(entity, name, condition))
  return parts.length === 0 ? 'true' : parts.join(' and ')
}

function part(entity: EntityModel, name: string, condition: unknown): string {
  if (name === 'and' || name === 'or') return group(entity, name, condition)
  if (!isRecord(condition)) throw new Error(`${entity.name}: the condition on \`${name}\` is malformed`)
  if (name === 'not') return `(${constantSql(entity, condition)}) is not true`
  const column = quote(mainColumn(entity, name).name)
  return Object.entries(condition).map(([operator, operand]) => comparison(entity, name, column, operator, operand)).join(' and ')
}

function group(entity: EntityModel, word: 'and' | 'or', conditions: unknown): string {
  if (!Array.isArray(conditions) || !conditions.every(isRecord)) throw new Error(`${entity.name}: \`${word}\` needs a list of conditions`)
  return `(${conditions.map((one) => `(${constantSql(entity, one)})`).join(` ${word} `)})`
}

const signs: Readonly<Record<string, string>> = { eq: '=', ne: 'is distinct from', lt: '<', lte: '<=', gt: '>', gte: '>=' }

function comparison(entity: EntityModel, name: string, column: string, operator: string, operand: unknown): string {
  if (isMoment(operand)) throw new Error(`${entity.name}: the condition on \`${name}\` changes with the moment; a constraint cannot`)
  if (operator === 'isEmpty') return operand === true ? `${column} is null` : `${column} is not null`
  if (operator === 'in' || operator === 'notIn') return list(column, operator, operand)
  const sign = signs[operator]
  const value = constant(operand)
  if (sign === undefined || value === undefined) throw new Error(`${entity.name}: \`${operator}\` on \`${name}\` cannot stand in a constraint`)
  return `${column} ${sign} ${value}`
}

function list(column: string, operator: 'in' | 'notIn', operand: unknown): string {
  const values = Array.isArray(operand) ? operand.map((value) => constant(value) ?? 'null') : []
  if (values.length === 0) return operator === 'in' ? 'false' : 'true'
  return operator === 'in' ? `${column} in (${values.join(', ')})` : `(${column} is null or ${column} not in (${values.join(', ')}))`
}

const isRecord = (value: unknown): value is AnyWhere => typeof value === 'object' && value !== null && !Array.isArray(value)
