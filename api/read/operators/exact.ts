import sql from 'sql-template-tag'
import { not } from '../sql.ts'
import { isEmpty, type Operator, type OperatorFamily } from './operator.ts'

export const eq: Operator = { takes: 'value', condition: (subject, value) => sql`${subject.column()} = ${value}` }
export const ne: Operator = { takes: 'value', condition: (subject, value) => sql`${subject.column()} is distinct from ${value}` }

/** Choices, ids, countries. `ne` and `notIn` say true of an empty field: it is not that value. */
export const exact: OperatorFamily = {
  eq, ne,
  in: { takes: 'values', condition: (subject, values) => sql`${subject.column()} = any(${values})` },
  notIn: { takes: 'values', condition: (subject, values) => not(sql`${subject.column()} = any(${values})`) },
  isEmpty,
}
