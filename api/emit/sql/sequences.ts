import { literal, quote } from './names.ts'
import type { SqlObject } from './object.ts'
import type { Table } from './tables.ts'

/** The first numbers of numbered columns, where they are not 1. Numbers that were given stay below, whenever it is said. */
export function firstNumbers(table: Table): SqlObject[] {
  return table.stored.flatMap(({ member }) => {
    const first = 'start' in member.options && typeof member.options.start === 'number' ? member.options.start : 1
    if (member.is !== 'field' || !member.kind.numbered || first === 1) return []
    return member.columns.map((column) => ({
      name: `first number of ${table.name}.${column.name}`, replaces: true,
      create: `select setval(pg_get_serial_sequence(${literal(quote(table.name))}, ${literal(column.name)}), (select greatest(${first}, max(${quote(column.name)}) + 1) from ${quote(table.name)}), false)`,
      drop: '',
    }))
  })
}
