import { baseMembers } from '../../model/base.ts'
import { snake } from '../../model/names.ts'
import { fieldsOf, type EntityModel, type FieldModel, type MemberModel } from '../../model/model.ts'
import { objectName, quote } from './names.ts'
import type { SqlObject } from './object.ts'
import { columnsOf, entitiesOf, mainColumn, type Join, type Table } from './tables.ts'

/** What a btree is made on: expressions in order, and what its name says of them. */
interface Wanted {
  readonly on: readonly string[]
  readonly label: string
}

/**
 * The indexes for lists: by the time of creation, by what is declared as `index`, by every foreign key
 * (PostgreSQL makes none by itself), by the default sort and the title. `id` at the end makes the order
 * total, so that a page by cursor is a walk along the index. One that another begins with is left out.
 */
export function indexes(table: Table, unique: readonly (readonly string[])[]): SqlObject[] {
  const wanted = [...entitiesOf(table).flatMap(declared), ...table.stored.flatMap(({ entity, member }) => ofMember(entity, member.name))]
  const distinct = [...new Map(wanted.map((one) => [one.on.join(), one])).values()]
  const kept = distinct.filter((one) => !distinct.some((other) => other !== one && beginsWith(other.on, one.on)) && !unique.some((on) => beginsWith(on, one.on)))
  return [...kept.map((one) => btree(table.name, one)), ...table.stored.flatMap(({ member }) => (member.is === 'field' ? [...trigram(table.name, member), ...elements(table.name, member)] : []))]
}

const beginsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  longer.length >= shorter.length && shorter.every((expression, index) => longer[index] === expression)

/** The lists that an entity asks for as a whole. Nobody looks for a row of the house's own by its title. */
function declared(entity: EntityModel): Wanted[] {
  const own = entity.indexes.map((members) => list([...columnsOf(entity, members).map((column) => column.name), 'id'], members))
  const sorted = Object.keys(entity.sort).slice(0, 1).filter((name) => entity.members.get(name)?.columns.length)
  const shown = new Set([...sorted, ...(entity.readOnly ? [] : entity.title)])
  const byText = fieldsOf(entity).filter((field) => field.kind.sort === 'folded' && field.columns.length > 0 && shown.has(field.name))
  const others = sorted.filter((name) => !byText.some((field) => field.name === name))
  return [...own, ...others.map((name) => list([mainColumn(entity, name).name, 'id'], [name])), ...byText.map((field) => folded(entity, field.name))]
}

/** Those that follow from one member. Rows of the house's own are found by what it declares, not by what every row has. */
function ofMember(entity: EntityModel, name: string): Wanted[] {
  const member = entity.members.get(name)
  if (!member || (entity.readOnly && baseMembers.has(name))) return []
  if (member.is === 'belongsTo' || member.is === 'anyOf') return [list(member.columns.map((column) => column.name), [name])]
  if (!member.options.index || isList(member)) return []
  const plain = list([mainColumn(entity, name).name, 'id'], [name])
  return member.is === 'field' && member.kind.sort === 'folded' ? [plain, folded(entity, name)] : [plain]
}

const list = (columns: readonly string[], members: readonly string[]): Wanted => ({ on: columns.map(quote), label: members.map(snake).join('_') })

const folded = (entity: EntityModel, member: string): Wanted =>
  ({ on: [`fold(${quote(mainColumn(entity, member).name)})`, quote('id')], label: `${snake(member)}_folded` })

function btree(table: string, { on, label }: Wanted): SqlObject {
  const needs = on.some((expression) => expression.startsWith('fold(')) ? { needs: ['function fold'] } : {}
  return indexObject(objectName(table, label, 'index'), `on ${quote(table)} (${on.join(', ')})`, needs)
}

/** For `contains` on short texts that people search: three letters anywhere. Longer texts are found by their words. */
function trigram(table: string, field: FieldModel): SqlObject[] {
  if (!field.options.search) return []
  const columns = field.kind.sort === 'folded' ? field.columns.slice(0, 1) : []
  return [...columns.map((column) => indexObject(
    objectName(table, column.name, 'trigram'), `on ${quote(table)} using gin (fold(${quote(column.name)}) gin_trgm_ops)`,
    { needs: ['function fold', 'extension pg_trgm'] })), ...digits(table, field)]
}

/** For a few digits anywhere in a telephone number. */
function digits(table: string, field: FieldModel): SqlObject[] {
  const { fragment } = field.kind
  if (fragment?.of !== 'digits') return []
  const expression = fragment.sql((part) => quote(field.columns.find((column) => column.part === part)?.name ?? ''))
  return [indexObject(objectName(table, snake(field.name), 'digits'), `on ${quote(table)} using gin (${expression} gin_trgm_ops)`, { needs: ['extension pg_trgm'] })]
}

const isList = (member: MemberModel): boolean => member.is === 'field' && member.many

/** For `has` on a field of several values. */
function elements(table: string, field: FieldModel): SqlObject[] {
  if (!field.options.index || !isList(field)) return []
  return field.columns.map((column) => indexObject(objectName(table, column.name, 'elements'), `on ${quote(table)} using gin (${quote(column.name)})`))
}

/** From the other side of a table of pairs, and in the order of the rows where there is one. */
export function joinIndexes({ member: { table } }: Join): SqlObject[] {
  const reverse = indexObject(objectName(table.name, table.target, 'index'), `on ${quote(table.name)} (${quote(table.target)}, ${quote(table.source)})`)
  const ordered = table.position === undefined ? [] : [indexObject(objectName(table.name, 'order', 'index'), `on ${quote(table.name)} (${quote(table.source)}, ${quote(table.position)})`)]
  return [reverse, ...ordered]
}

export function indexObject(name: string, definition: string, more: Pick<SqlObject, 'needs'> & { readonly unique?: boolean } = {}): SqlObject {
  const { unique, ...rest } = more
  return { name: `index ${name}`, create: `create ${unique ? 'unique ' : ''}index ${quote(name)} ${definition}`, drop: `drop index if exists ${quote(name)}`, ...rest }
}
