import { isId } from '../../model/fields/id.ts'
import { isSensitivePath } from '../../read/export/sensitive.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import type { Question } from './question.ts'

/** What the audit trail says of an export: what of which records, and in what form. */
export const toldOf = (model: Model, entity: EntityModel, { columns, filter, sort, limit, format }: Question): Readonly<Record<string, unknown>> => {
  const paths = columns.map(({ path }) => path)
  const sensitive = paths.filter((path) => isSensitivePath(model, entity, path))
  return { format, fields: paths, ...(sensitive.length > 0 ? { sensitive } : {}), ...(filter ? { filter: ownWords(filter) } : {}), ...(sort ? { sort } : {}), ...(limit === undefined ? {} : { limit }) }
}

/** Names of choices, days and moments. */
const OURS = /^([A-Z][A-Z0-9_]*|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/

/** A filter without what somebody typed: ids, choices, numbers and times stay. */
function ownWords(value: unknown): unknown {
  if (typeof value === 'string') return isId(value) || OURS.test(value) ? value : '•'
  if (Array.isArray(value)) return value.map(ownWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ownWords(one)]))
}
