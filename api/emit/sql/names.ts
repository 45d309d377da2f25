import { createHash } from 'node:crypto'

/** Quotes an identifier; names come from the declarations, never from outside. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A constant text in SQL. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`

const LIMIT = 63

/** A name within the limit of PostgreSQL; what is longer is cut and told apart by a hash of the whole. */
export function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LIMIT) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, LIMIT - 9)}_${hash}`
}

/**
 * Name of an index or a constraint. The names of indexes are those of the whole schema, so the table is
 * set off: `profession__domain_name_unique` is not `profession_domain__name_unique`.
 */
export const objectName = (table: string, ...parts: readonly string[]): string => shorten(`${table}__${parts.join('_')}`)
export const foreignKeyName = (table: string, column: string): string => objectName(table, column, 'fkey')

/** Where a database remembers which migrations it has seen. */
export const migrationTable = 'coulisses_migration'
/** Holds the version of the stored permissions. */
export const policyTable = 'policy_version'
