import { isSensitivePath } from '../../read/export/sensitive.ts'
import { entityOf, type EntityModel, type MemberModel, type Model } from '../../model/model.ts'
import { memberOf } from '../../read/table.ts'
import type { Question } from './question.ts'

/** What the audit trail says of an export: what of which records, and in what form. */
export const toldOf = (model: Model, entity: EntityModel, { columns, filter, sort, limit, format }: Question): Readonly<Record<string, unknown>> => {
  const paths = columns.map(({ path }) => path)
  const sensitive = paths.filter((path) => isSensitivePath(model, entity, path))
  return { format, fields: paths, ...(sensitive.length > 0 ? { sensitive } : {}), ...(filter ? { filter: ownWords(model, entity, filter) } : {}), ...(sort ? { sort } : {}), ...(limit === undefined ? {} : { limit }) }
}

/** What people write freely; what else a field holds is of a form of ours. */
const free: ReadonlySet<string> = new Set(['String', 'Phone', 'Html', 'JSON'])

const isFree = (member: MemberModel | undefined): boolean => !member || (member.is === 'field' && free.has(member.kind.graphql))

/** A filter without what somebody typed: ids, choices, numbers and times stay. Of whom it asks a field says, not how it is spelt. */
function ownWords(model: Model, entity: EntityModel, value: unknown, member?: MemberModel): unknown {
  if (typeof value === 'string') return isFree(member) ? '•' : value
  if (Array.isArray(value)) return value.map((one) => ownWords(model, entity, one, member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => {
    const found = memberOf(entity, name)
    return [name, found && 'target' in found ? ownWords(model, entityOf(model, found.target), one) : ownWords(model, entity, one, found ?? member)]
  }))
}
