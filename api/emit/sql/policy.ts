import { trigger } from './trigger.ts'
import type { SqlObject } from './object.ts'
import type { Table } from './tables.ts'

/** What says who may do what, or by what name it is told. */
const saying: ReadonlySet<string> = new Set(['Permission', 'Role', 'Department'])

/** Moves the version of the stored permissions with every change of them, whoever makes it. */
export const policy = (table: Table): SqlObject[] => (saying.has(table.entity.name)
  ? [{ ...trigger(table.name, 'policy', 'after insert or update or delete', 'for each statement execute function policy_moved()'), needs: ['table policy_version'] }]
  : [])
