import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { GraphqlType } from '../model/fields/kind.ts'
import type { MemberModel } from '../model/model.ts'
import { labelOf } from './label.ts'
import { at, fieldValue, KEY, relatedAs } from './project.ts'
import { countOf } from './related.ts'
import { masked, type Visibility } from './scope.ts'
import { literal } from './sql.ts'
import { linkOf, memberOf, type Table } from './table.ts'
import type { Selected, Selection } from './types.ts'

/** What is asked of a record, as PostgreSQL writes it for whoever asked. */
export interface Verbatim {
  /** Under the keys of the answer, in its order. */
  readonly sql: Sql
  /** Something in it is seen on some rows only, and empty on the others. */
  readonly partly: boolean
}

/** Values that PostgreSQL writes in JSON as GraphQL does: texts, whole numbers, yes and no. */
const written: ReadonlySet<GraphqlType> = new Set<GraphqlType>(['String', 'ID', 'SafeInt', 'Int', 'Boolean', 'Date', 'DateTime', 'Decimal', 'Html', 'enum'])

/** Promised to be never empty: whoever may not read them is refused. */
const promised: ReadonlySet<string> = new Set(['id', 'version'])

const known = new WeakMap<Selection, WeakMap<Visibility, Verbatim | 'none'>>()

/**
 * The columns of a row that is answered as it is read, without a hand of ours on it: from the same selection and the same
 * rights as the rows of everybody else (`project.ts`), under the keys of the answer instead of ours. Undefined where
 * something in it is not PostgreSQL's to write: what is decrypted, of several kinds, structured, or told by `_denied`.
 */
export function verbatimColumns(visibility: Visibility, table: Table, selection: Selection): Verbatim | undefined {
  const ofSelection = known.get(selection) ?? new WeakMap<Visibility, Verbatim | 'none'>()
  known.set(selection, ofSelection)
  const found = ofSelection.get(visibility) ?? columnsOf(visibility, table, selection, '') ?? 'none'
  ofSelection.set(visibility, found)
  return found === 'none' ? undefined : found
}

function columnsOf(visibility: Visibility, table: Table, selection: Selection, path: string): Verbatim | undefined {
  if (table.entity.abstract) return undefined
  const values = selection.map((selected) => (selected.only === undefined && KEY.test(selected.key) ? valueOf(visibility, table, selected, at(path, selected.key)) : undefined))
  if (!values.every((value) => value !== undefined)) return undefined
  const columns = values.map((value, index) => sql`${value.sql} as ${raw(`"${selection[index]?.key}"`)}`)
  return { sql: columns.length === 0 ? raw('') : join(columns, ', '), partly: values.some(({ partly }) => partly) }
}

const whole = (value: Sql): Verbatim => ({ sql: value, partly: false })

function valueOf(visibility: Visibility, table: Table, selected: Selected, path: string): Verbatim | undefined {
  const { name } = selected
  if (name === '__typename') return whole(raw(literal(table.entity.name)))
  if (name === '_label') return whole(labelOf(visibility, table) ?? raw('null'))
  const member = memberOf(table.entity, name)
  if (member) return seenValue(visibility, table, member, () => memberValue(visibility, table, member, selected, path))
  const counted = name.endsWith('Count') ? memberOf(table.entity, name.slice(0, -'Count'.length)) : undefined
  if (!counted || counted.is === 'field' || counted.is === 'anyOf') return undefined
  return seenValue(visibility, table, counted, () => whole(countOf(visibility, linkOf(visibility.model, table, counted), selected.args, path)))
}

/** As far as the caller may read it. */
function seenValue(visibility: Visibility, table: Table, member: MemberModel, tell: () => Verbatim | undefined): Verbatim | undefined {
  const seen = visibility.field(table, member)
  if (seen !== 'all' && promised.has(member.name)) return undefined
  if (seen === 'none') return whole(raw('null'))
  const value = tell()
  return value && { sql: masked(seen, value.sql), partly: value.partly || seen !== 'all' }
}

function memberValue(visibility: Visibility, table: Table, member: MemberModel, selected: Selected, path: string): Verbatim | undefined {
  switch (member.is) {
    case 'field': return written.has(member.kind.graphql) && !member.kind.reveal ? whole(raw(fieldValue(table, member))) : undefined
    case 'anyOf': return undefined
    default: {
      const inner = columnsOf(visibility, linkOf(visibility.model, table, member).table, selected.selection ?? [], path)
      return inner && { sql: relatedAs(visibility, table, member, inner.sql, selected.args, path), partly: inner.partly }
    }
  }
}
