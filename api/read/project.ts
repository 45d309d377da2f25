import sql, { join, raw, type Sql } from 'sql-template-tag'
import { entityOf, type FieldModel, type MemberModel } from '../model/model.ts'
import { allowed, editable } from './allowed.ts'
import { labelOf } from './label.ts'
import { asSeen } from './ofRecord.ts'
import { refuse } from './refusal.ts'
import { countOf, recordAt, recordsAt, referenceOf } from './related.ts'
import { denied, marked } from './denied.ts'
import type { Visibility } from './scope.ts'
import { literal } from './sql.ts'
import { givenByReader } from './given.ts'
import { columnOf, isToOne, kindColumn, linkOf, memberOf, seenAs, type LinkMember, type Table } from './table.ts'
import type { Selected, Selection } from './types.ts'

/** One value of a record; `only`: for rows of this kind alone. */
interface Part {
  readonly only: string | undefined
  readonly value: Sql
}

/**
 * What is asked of a record, as the columns of a subselect whose names are the keys of its JSON: `Row`
 * in types.ts. What the caller may read on no row is not among them; on a row where he may not, a mark stands
 * for it (`denied.ts`).
 */
export function columnsOf(visibility: Visibility, table: Table, selection: Selection, path: string): Sql {
  const parts = new Map<string, Part[]>()
  for (const selected of selection) {
    const { only } = selected
    const of = only === undefined ? table : seenAs(table, entityOf(visibility.model, only))
    const value = selected.name === '_denied' ? denied(visibility, of, selection) : valueOf(visibility, of, selected, path)
    if (value) add(parts, keyOf(of, selected, path), { only, value })
  }
  const columns = [...parts].map(([key, values]) => sql`${inKinds(visibility, table, values)} as ${raw(`"${key}"`)}`)
  if (table.entity.abstract) columns.push(sql`${entityName(visibility, table)} as "_entity"`)
  return columns.length === 0 ? raw('') : join(columns, ', ')
}

function add(parts: Map<string, Part[]>, key: string, part: Part): void {
  const known = parts.get(key)
  if (!known) parts.set(key, [part])
  else if (known.every(({ only }) => only !== part.only)) known.push(part)
}

/** What a record says of itself beside its members. */
const ofItself: ReadonlySet<string> = new Set(['_label', '_denied', '_allowed', '_editable'])

/** PostgreSQL cuts names at 63 bytes, and the key must come back whole. */
const KEY = /^[_A-Za-z][_0-9A-Za-z]{0,59}$/

/** Fields under their names; what has arguments, and relations, under the key of the answer. */
function keyOf(table: Table, { name, key }: Selected, path: string): string {
  if (ofItself.has(name) || memberOf(table.entity, name)?.is === 'field') return name
  if (!KEY.test(key)) refuse(at(path, key), 'keyTooLong', { fr: 'Un alias de 60 lettres, chiffres ou _ au plus est attendu.', en: 'An alias of at most 60 letters, digits or _ is expected.' })
  return `@${key}`
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

function valueOf(visibility: Visibility, table: Table, selected: Selected, path: string): Sql | undefined {
  const { name, key } = selected
  if (name === '__typename') return undefined
  if (name === '_label') return labelOf(visibility, table) ?? raw('null::text')
  if (name === '_allowed') return allowed(visibility, table)
  if (name === '_editable') return editable(visibility, table)
  const member = memberOf(table.entity, name)
  if (member) return memberValue(visibility, table, member, selected, at(path, key))
  const counted = name.endsWith('Count') ? memberOf(table.entity, name.slice(0, -'Count'.length)) : undefined
  if (!counted || counted.is === 'field' || counted.is === 'anyOf') throw new Error(`${table.entity.name} has no member ${name}`)
  const seen = visibility.field(table, counted)
  return seen === 'none' ? undefined : marked(seen, countOf(visibility, linkOf(visibility.model, table, counted), selected.args, at(path, key)))
}

function memberValue(visibility: Visibility, table: Table, member: MemberModel, selected: Selected, path: string): Sql | undefined {
  const seen = visibility.field(table, member)
  if (seen === 'none') return undefined
  switch (member.is) {
    case 'field': return marked(seen, asSeen(visibility, table, member, raw(fieldValue(table, member))))
    case 'anyOf': return marked(seen, referenceOf(visibility, table, member, selected.selection))
    default: return marked(seen, relatedValue(visibility, table, member, selected, path))
  }
}

function relatedValue(visibility: Visibility, table: Table, member: LinkMember, selected: Selected, path: string): Sql {
  const link = linkOf(visibility.model, table, member)
  const columns = columnsOf(visibility, link.table, selected.selection ?? [], path)
  return isToOne(member) ? recordAt(visibility, link, columns, givenByReader(visibility, table.entity, member)) : recordsAt(visibility, link, columns, selected.args, path)
}

export const fieldValue = (table: Table, field: FieldModel): string => field.kind.select((part) => columnOf(table, field, part), field)

/** What is asked of one kind only is empty in the rows of the others. */
function inKinds(visibility: Visibility, table: Table, parts: readonly Part[]): Sql {
  const [first, ...others] = parts
  if (first && others.length === 0 && first.only === undefined) return first.value
  const cases = parts.map(({ only, value }) => {
    const kind = only === undefined ? undefined : entityOf(visibility.model, only).kind
    return kind === undefined ? sql`else to_json(${value})` : sql`when ${raw(literal(kind))} then to_json(${value})`
  })
  return sql`case ${raw(kindColumn(table))} ${join(cases, ' ')} end`
}

function entityName(visibility: Visibility, table: Table): Sql {
  const cases = table.entity.kinds.map((name) => `when ${literal(entityOf(visibility.model, name).kind ?? '')} then ${literal(name)}`)
  return raw(`case ${kindColumn(table)} ${cases.join(' ')} end`)
}
