import { types as defaults, type CustomTypesConfig } from 'pg'

/**
 * Dates, instants and durations stay as PostgreSQL writes them. The driver would make a `date` the
 * midnight of this machine's zone, which is another day elsewhere; and MikroORM parses them itself.
 */
const kept: ReadonlySet<number> = new Set([1082, 1114, 1184, 1186])
/** The same in arrays. */
const keptArrays: ReadonlySet<number> = new Set([1182, 1115, 1185, 1187])
const textArray = 1009

const asWritten = (text: string): string => text

export const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (kept.has(oid)) return asWritten
    return defaults.getTypeParser(keptArrays.has(oid) ? textArray : oid, format)
  },
}
