import { choicesOf, type Column, type FieldModel, type MemberModel } from '../../model/model.ts'
import { literal } from './names.ts'

/** What every row gets from the database when nobody gives it, by the name of the member. */
const house: Readonly<Record<string, string>> = { id: 'new_id()', version: '1', createdAt: 'now()', updatedAt: 'now()' }

/**
 * The default of a column, as SQL: what direct SQL and rows that were there before the column get. The
 * declared defaults are those of the API, so they pass through the field kind first.
 */
export const columnDefault = (member: MemberModel, column: Column): string | undefined =>
  member.is === 'field' ? house[member.name] ?? declaredDefault(member, column) : undefined

function declaredDefault(field: FieldModel, column: Column): string | undefined {
  const given = field.options.default ?? (field.kind.graphql === 'enum' ? choicesOf(field).initial : undefined)
  if (given === undefined || given === null) return undefined
  const parsed = field.kind.parse(given, field)
  return parsed.ok ? constant(parsed.values[column.part]) : undefined
}

/** A value of a field kind as a constant in SQL. */
export function constant(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return literal(`{${value.map((item) => element(String(item))).join(',')}}`)
  return literal(String(value))
}

/** As PostgreSQL itself writes it, so that comparing finds no difference: in quotes only where it must be. */
const element = (item: string): string => (/^[\w-]+$/.test(item) && item.toUpperCase() !== 'NULL' ? item : JSON.stringify(item))
