import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { GraphqlType } from '../model/fields/kind.ts'
import type { FieldModel, MemberModel } from '../model/model.ts'
import { givenByReader } from './given.ts'
import { labelOf } from './label.ts'
import { fieldValue } from './project.ts'
import { countOf, rowAt, slice } from './related.ts'
import type { Visibility } from './scope.ts'
import { literal } from './sql.ts'
import { isToOne, linkOf, memberOf, type LinkMember, type Table } from './table.ts'
import type { Selected, Selection } from './types.ts'

/** A row as the text that answers what is asked of it. */
export interface Verbatim {
  readonly text: Sql
  /** Something in it is seen on some rows only, and empty on the others. */
  readonly partly: boolean
}

const known = new WeakMap<Selection, WeakMap<Visibility, Verbatim | 'none'>>()

/**
 * The JSON of a row in the words of GraphQL, put together by PostgreSQL: from the same selection and the same rights as
 * the rows of everybody else (`project.ts`), under the keys of the answer instead of ours. As text, since that takes
 * less than making records and telling them. Undefined where something in it is not PostgreSQL's to write: what is
 * decrypted, of several kinds, structured, or told by `_denied`.
 */
export function verbatimRow(visibility: Visibility, table: Table, selection: Selection): Verbatim | undefined {
  const ofSelection = known.get(selection) ?? new WeakMap<Visibility, Verbatim | 'none'>()
  known.set(selection, ofSelection)
  const found = ofSelection.get(visibility) ?? rowOf(visibility, table, selection, '') ?? 'none'
  ofSelection.set(visibility, found)
  return found === 'none' ? undefined : found
}

/** Names and values in turn, side by side: a name and the quotation marks around a value are one constant text. */
function rowOf(visibility: Visibility, table: Table, selection: Selection, path: string): Verbatim | undefined {
  if (table.entity.abstract) return undefined
  const values = selection.map((selected) => (selected.only === undefined ? valueOf(visibility, table, selected, path === '' ? selected.key : `${path}.${selected.key}`) : undefined))
  if (!values.every((value) => value !== undefined)) return undefined
  const pieces = values.flatMap(({ text }, index) => [raw(literal(`${index === 0 ? '{' : ','}"${selection[index]?.key}":`)), text])
  return { text: join([...pieces, raw(selection.length === 0 ? `'{}'::text` : `'}'`)], ' || '), partly: values.some(({ partly }) => partly) }
}

const whole = (text: Sql): Verbatim => ({ text, partly: false })
const NULL = raw(`'null'`)
const orNull = (text: Sql): Sql => sql`coalesce(${text}, ${NULL})`

function valueOf(visibility: Visibility, table: Table, selected: Selected, path: string): Verbatim | undefined {
  const { name } = selected
  if (name === '__typename') return whole(raw(literal(JSON.stringify(table.entity.name))))
  if (name === '_label') {
    const label = labelOf(visibility, table)
    return whole(label ? orNull(sql`to_json(${label})::text`) : NULL)
  }
  const member = memberOf(table.entity, name)
  if (member) return seenValue(visibility, table, member, () => memberValue(visibility, table, member, selected, path))
  const counted = name.endsWith('Count') ? memberOf(table.entity, name.slice(0, -'Count'.length)) : undefined
  if (!counted || counted.is === 'field' || counted.is === 'anyOf') return undefined
  return seenValue(visibility, table, counted, () => whole(sql`${countOf(visibility, linkOf(visibility.model, table, counted), selected.args, path)}::text`))
}

/** Promised to be never empty: whoever may not read them is refused. */
const promised: ReadonlySet<string> = new Set(['id', 'version'])

/** As far as the caller may read it. */
function seenValue(visibility: Visibility, table: Table, member: MemberModel, tell: () => Verbatim | undefined): Verbatim | undefined {
  const seen = visibility.field(table, member)
  if (seen !== 'all' && promised.has(member.name)) return undefined
  if (seen === 'none') return whole(NULL)
  const value = tell()
  return seen === 'all' || !value ? value : { text: sql`case when ${seen} then ${value.text} else ${NULL} end`, partly: true }
}

function memberValue(visibility: Visibility, table: Table, member: MemberModel, selected: Selected, path: string): Verbatim | undefined {
  switch (member.is) {
    case 'field': return fieldText(table, member)
    case 'anyOf': return undefined
    default: return relatedText(visibility, table, member, selected, path)
  }
}

/** Types whose values hold nothing that JSON writes otherwise, in quotation marks and without; those of other texts. */
const quoted: ReadonlySet<GraphqlType> = new Set<GraphqlType>(['ID', 'Date', 'DateTime', 'Decimal'])
const bare: ReadonlySet<GraphqlType> = new Set<GraphqlType>(['SafeInt', 'Int', 'Boolean'])
const texts: ReadonlySet<GraphqlType> = new Set<GraphqlType>(['String', 'Html', 'enum'])

function fieldText(table: Table, field: FieldModel): Verbatim | undefined {
  const { graphql, reveal } = field.kind
  const value = raw(fieldValue(table, field))
  if (reveal || !(quoted.has(graphql) || bare.has(graphql) || texts.has(graphql))) return undefined
  if (texts.has(graphql) || field.many) return whole(orNull(sql`to_json(${value})::text`))
  if (bare.has(graphql)) return whole(orNull(sql`(${value})::text`))
  const inQuotes = sql`'"' || (${value})::text || '"'`
  return whole(field.name === 'id' ? inQuotes : orNull(inQuotes))
}

function relatedText(visibility: Visibility, table: Table, member: LinkMember, { selection = [], args }: Selected, path: string): Verbatim | undefined {
  const link = linkOf(visibility.model, table, member)
  const row = rowOf(visibility, link.table, selection, path)
  if (!row) return undefined
  if (isToOne(member)) return { ...row, text: orNull(sql`(select ${row.text}${rowAt(visibility, link, givenByReader(visibility, table.entity, member))})`) }
  return { ...row, text: sql`(select '[' || coalesce(string_agg(${row.text}, ','), '') || ']' from (${slice(visibility, link, args, path)}) ${raw(link.table.alias)})` }
}
