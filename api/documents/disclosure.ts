import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Rights, Rows } from '../access/rights.ts'
import type { MemberModel, Model } from '../model/model.ts'
import { declaredSensitivity, sensitivities, type Sensitivity } from '../model/sensitivity.ts'
import type { Disclosure } from '../ports/documents.ts'
import { coordinatesOf } from '../server/graphql/coordinates.ts'

export interface DisclosureOptions {
  readonly model: Model
  readonly schema: GraphQLSchema
  /** Of a visitor: what he may read is public. */
  readonly visitor: Rights
}

/** What a document discloses to whoever has these rights: its fields, how sensitive they are, and of which rows. */
export function disclosureOf({ model, schema, visitor }: DisclosureOptions, { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }, rights: Rights): Disclosure {
  const found = [...coordinatesOf(schema, document, operation)].sort().flatMap((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.')
    const entity = model.entities.get(type)
    const member = entity?.members.get(field.endsWith('Count') && !entity.members.has(field) ? field.slice(0, -'Count'.length) : field)
    if (!entity || !member) return []
    const read = rights.of(type, 'read')
    const rows = toldRows(read.rows, read.field(member.name))
    return [[coordinate, { sensitivity: sensitivityOf(type, member, visitor), rows }] as const]
  })
  return Object.fromEntries(found)
}

const sensitivityOf = (entity: string, member: MemberModel, visitor: Rights): Sensitivity =>
  declaredSensitivity(entity, member) ?? (visitor.of(entity, 'read').field(member.name) === 'none' ? 'INTERNAL' : 'PUBLIC')

/** Equal for equal rows. */
const toldRows = (entity: Rows, field: Rows): string => JSON.stringify(field === 'all' ? entity : field)
/** The fields by sensitivity, the most sensitive first. */
export const grouped = (disclosure: Disclosure): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...sensitivities].reverse().map((level) => [level, Object.keys(disclosure).filter((name) => disclosure[name]?.sensitivity === level)]))

export interface Difference {
  readonly coordinate: string
  readonly kind: 'widened' | 'closed'
  readonly was: string
  readonly now: string
}

/** What a document discloses beyond what was approved, and what of it is closed by now. */
export function differences(approved: Disclosure, now: Disclosure): Difference[] {
  return [...new Set([...Object.keys(approved), ...Object.keys(now)])].flatMap((coordinate): Difference[] => {
    const [before, after] = [approved[coordinate], now[coordinate]]
    const told = { coordinate, was: before ? `${before.sensitivity} ${before.rows}` : 'nothing', now: after ? `${after.sensitivity} ${after.rows}` : 'nothing' }
    if (!after || (after.rows === '"none"' && before && before.rows !== '"none"')) return [{ ...told, kind: 'closed' }]
    if (!before || sensitivities.indexOf(after.sensitivity as Sensitivity) > sensitivities.indexOf(before.sensitivity as Sensitivity) || isWider(before.rows, after.rows)) return [{ ...told, kind: 'widened' }]
    return []
  })
}

/** Whether there may be rows that were not there before: each condition of now must say all that one of before said. */
function isWider(before: string, now: string): boolean {
  if (before === now || now === '"none"' || before === '"all"') return false
  if (now === '"all"' || before === '"none"') return true
  const was = JSON.parse(before) as Readonly<Record<string, unknown>>[]
  const is = JSON.parse(now) as Readonly<Record<string, unknown>>[]
  return !is.every((one) => was.some((other) => Object.entries(other).every(([name, condition]) => JSON.stringify(one[name]) === JSON.stringify(condition))))
}
