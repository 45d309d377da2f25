import sql, { join, raw, type Sql } from 'sql-template-tag'

/** Quotes an identifier; names come from the model, never from outside. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A constant text of the model in SQL. What comes from outside is always a parameter. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Stands in a statement whose best plan depends on its values, so that it is not kept under a name (`api/server/database/query.ts`). */
export const planAnew = raw('/* plan anew */ ')

export const always = raw('true')
export const never = raw('false')

export function allOf(conditions: readonly Sql[]): Sql {
  const told = conditions.filter((condition) => condition !== always)
  const [first, ...others] = told
  if (!first) return always
  return others.length === 0 ? first : join(told, ' and ', '(', ')')
}

export function anyOf(conditions: readonly Sql[]): Sql {
  const [first, ...others] = conditions
  if (!first) return never
  return others.length === 0 ? first : join(conditions, ' or ', '(', ')')
}

/** What is unknown is not true, so its opposite is: an empty field is not «X». */
export const not = (condition: Sql): Sql => sql`(${condition}) is not true`

/** The conditions that there are. */
export const given = (...conditions: readonly (Sql | undefined)[]): Sql[] => conditions.filter((condition) => condition !== undefined)

export const where = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? raw('') : join(conditions, ' and ', ' where '))
