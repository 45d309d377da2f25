import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { JsonOptions } from '../model/fields/json.ts'
import { entityOf, type EntityModel, type FieldModel } from '../model/model.ts'
import { kindCondition, masked, type Seen, type Visibility } from './scope.ts'
import { allOf, given, literal, where } from './sql.ts'
import { below, columnOf, fromTable, idColumn, memberOf, seenAs, type Table } from './table.ts'

/** What must be true of the rows of a table beside the caller's rights. */
type Leaving = (table: Table) => readonly Sql[] | undefined

/** Stands for what changed in a field that the caller may not read: that it changed is told, as in the history. */
const HIDDEN = raw(`'{"hidden": true}'::jsonb`)

/**
 * The value of a field as the caller may see it, from the expression of what is stored. What a field keeps of
 * another record (`ofRecord`) obeys the rights on that record as they are now, by the rule of its history: nothing
 * of one that he may not read, a mark in the place of a field that is not his, and of a record that is gone what he
 * reads of all of its kind. `leaving`: which records may leave in an export, undefined where none may.
 */
export function asSeen(visibility: Visibility, table: Table, field: FieldModel, value: Sql, leaving: Leaving = () => []): Sql {
  const { ofRecord } = field.options as Partial<JsonOptions>
  if (!ofRecord) return value
  const [entity, id] = ofRecord.map((name) => raw(columnIn(table, name)))
  // Found once for each row: `offset 0` keeps PostgreSQL from asking again for every name.
  return masked(sql`${value} is not null`, sql`(select coalesce((
    select jsonb_object_agg(c.key, case when c.key = any(told.names) then c.value else ${HIDDEN} end)
    from jsonb_each(case when jsonb_typeof(${value}) = 'object' then ${value} else '{}' end) c), '{}')
  from (select ${namesOf(visibility, table, entity ?? NONE, id ?? NONE, leaving)} as names offset 0) told where told.names is not null)`)
}

const NONE = raw('null')

function columnIn(table: Table, name: string): string {
  const member = table.entity.members.get(name)
  if (!member) throw new Error(`${table.entity.name} has no member ${name}`)
  return columnOf(table, member)
}

/** The names that may be told of a record, by what it is; null where nothing may, and of what the model does not know. */
function namesOf(visibility: Visibility, table: Table, entity: Sql, id: Sql, leaving: Leaving): Sql {
  const cases = [...visibility.model.entities.values()].flatMap((one) => {
    const names = namesIn(visibility, below(table, one), id, leaving)
    return names ? [sql`when ${raw(literal(one.name))} then ${names}`] : []
  })
  return cases.length === 0 ? raw('null::text[]') : sql`case ${entity} ${join(cases, ' ')} end`
}

/** A member, and on which records it is the caller's. */
interface Part {
  readonly name: string
  readonly seen: Seen
}

function namesIn(visibility: Visibility, table: Table, id: Sql, leaving: Leaving): Sql | undefined {
  const { rights, model } = visibility
  const kinds = table.entity.kinds.map((name) => entityOf(model, name))
  const rows = [table.entity, ...kinds].map((one) => rights.of(one.name, 'read').rows)
  const also = leaving(table)
  if (rows[0] === 'none' || !also) return undefined
  const parts = kinds.length === 0 ? partsOf(visibility, table) : kinds.flatMap((kind) => ofKind(visibility, table, kind))
  const always = list(everywhere(parts))
  const conditional = kinds.length > 0 || parts.some(({ seen }) => typeof seen !== 'string')
  if (also.length > 0 || !rows.every((one) => one === 'all')) return namesOn(visibility, table, parts, id, also)
  return conditional ? sql`coalesce(${namesOn(visibility, table, parts, id)}, ${kinds.length === 0 ? always : list(everywhereIn(visibility, table, kinds))})` : always
}

const partsOf = (visibility: Visibility, table: Table): Part[] => [...table.entity.members.keys()].flatMap((name) => {
  const member = memberOf(table.entity, name)
  return member ? [{ name, seen: visibility.field(table, member) }] : []
})

/** Entries may stand under the abstract entity: its row is one of a kind, which has the say. */
const ofKind = (visibility: Visibility, table: Table, kind: EntityModel): Part[] => partsOf(visibility, seenAs(table, kind))
  .map(({ name, seen }) => ({ name, seen: seen === 'none' ? seen : allOf(given(kindCondition(seenAs(table, kind)), seen === 'all' ? undefined : seen)) }))

const everywhere = (parts: readonly Part[]): string[] => parts.filter(({ seen }) => seen === 'all').map(({ name }) => name)

/** Of what kind a record was that is gone, nobody knows any more: what is the caller's in each. */
function everywhereIn(visibility: Visibility, table: Table, kinds: readonly EntityModel[]): string[] {
  const parts = kinds.flatMap((kind) => partsOf(visibility, seenAs(table, kind)))
  const partly = new Set(parts.filter(({ seen }) => seen !== 'all').map(({ name }) => name))
  return [...new Set(everywhere(parts))].filter((name) => !partly.has(name))
}

/** The names on the record as it is, where it is there and the caller may read it. */
function namesOn(visibility: Visibility, table: Table, parts: readonly Part[], id: Sql, also: readonly Sql[] = []): Sql {
  const somewhere = Map.groupBy(parts.filter(({ seen }) => typeof seen !== 'string'), ({ seen }) => seen)
  const more = [...somewhere].map(([seen, same]) => sql` || case when ${seen as Sql} then ${list(same.map(({ name }) => name))} else '{}' end`)
  const names = more.length === 0 ? list(everywhere(parts)) : sql`${list(everywhere(parts))}${join(more, '')}`
  return sql`(select ${names} from ${raw(fromTable(table))}${where(given(sql`${raw(idColumn(table))} = ${id}`, visibility.rows(table), ...also))})`
}

const list = (names: readonly string[]): Sql => raw(`array[${names.map(literal).join(', ')}]::text[]`)
