import sql from 'sql-template-tag'
import { exact } from './exact.ts'
import type { OperatorFamily } from './operator.ts'

/** Numbers, dates, amounts. An empty field is neither before nor after anything. */
export const ordered: OperatorFamily = {
  ...exact,
  lt: { takes: 'value', condition: (subject, value) => sql`${subject.column()} < ${value}` },
  lte: { takes: 'value', condition: (subject, value) => sql`${subject.column()} <= ${value}` },
  gt: { takes: 'value', condition: (subject, value) => sql`${subject.column()} > ${value}` },
  gte: { takes: 'value', condition: (subject, value) => sql`${subject.column()} >= ${value}` },
}
