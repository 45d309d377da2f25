import sql from 'sql-template-tag'
import { not } from '../sql.ts'
import type { OperatorFamily } from './operator.ts'

/** Several values in one field. One that holds none and one that was never filled are equally empty. */
export const list: OperatorFamily = {
  has: { takes: 'value', condition: (subject, value) => sql`${subject.column()} @> array[${value}]` },
  hasAny: { takes: 'values', condition: (subject, values) => sql`${subject.column()} && ${values}` },
  hasNone: { takes: 'values', condition: (subject, values) => not(sql`${subject.column()} && ${values}`) },
  isEmpty: {
    takes: 'flag',
    condition: (subject, flag) => (flag ? sql`coalesce(cardinality(${subject.column()}), 0) = 0` : sql`cardinality(${subject.column()}) > 0`),
  },
}
