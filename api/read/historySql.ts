import sql, { join, raw, type Sql } from 'sql-template-tag'
import { entityOf, type EntityModel, type MemberModel } from '../model/model.ts'
import { decodeCursor, positionOf } from './cursor.ts'
import { rangesAfter } from './keyset.ts'
import { labelOf } from './label.ts'
import type { Page } from './page.ts'
import { limited } from './related.ts'
import type { Visibility } from './scope.ts'
import { allOf, given, where } from './sql.ts'
import type { SortKey } from './sort.ts'
import { below, fromTable, idColumn, memberOf, rootTable, seenAs, type Table } from './table.ts'

/** A member of which the history may tell, on the rows where the caller may read it now. */
export interface Told {
  readonly entity: EntityModel
  readonly member: MemberModel
  /** Place of its condition among those that are asked of the record; undefined: he may read it on every row. */
  readonly asked: number | undefined
}

export interface HistoryStatement {
  readonly statement: Sql
  readonly keys: readonly SortKey[]
  readonly told: readonly Told[]
}

const key = (name: string, column: string, type: string): SortKey => ({ name, direction: 'DESC', value: raw(column), shown: raw(column), type, nullable: false })
/** Newest first. */
const keys = [key('at', 'e.at', 'timestamptz'), key('id', 'e.id', 'uuid')]

/** The cursor of one record's history is none of another's. */
export const historyList = (entity: EntityModel, id: string): string => `history ${entity.name} ${id}`

/**
 * A page of the history of a record in one statement: the entries, whether the record is there and
 * the caller may read it, which of its fields he may read, and the titles of the rows it once pointed to.
 */
export function historyStatement(visibility: Visibility, entity: EntityModel, id: string, page: Page): HistoryStatement {
  const table = rootTable(entity)
  const conditions: Sql[] = []
  const told = concrete(visibility, entity).flatMap((one) => tellable(visibility, seenAs(table, one), conditions))
  const record = sql`from ${raw(fromTable(table))} where ${raw(idColumn(table))} = ${id}`
  const after = page.after === undefined ? [] : rangesAfter(keys, decodeCursor(historyList(entity, id), keys, page.after))
  const ofRecord = sql`e.entity_type = any(${typesOf(entity)}::text[]) and e.entity_id = ${id} and e.action in ('CREATE', 'UPDATE', 'DELETE')`
  const statement = sql`with page as (
  select e.* from audit_entry e where ${allOf([ofRecord, ...after])} order by e.at desc, e.id desc${limited(page.size + 1, page.offset)}
), refs as (${references(told)})
select exists (select 1 ${record}) as present,
  exists (select 1 ${record}${and(visibility.rootRows(table))}) as readable,
  (select to_json(array[${conditions.length === 0 ? raw('') : join(conditions, ', ')}]::boolean[]) ${record}) as fields,
  (select coalesce(json_agg(${entry(visibility)} order by e.at desc, e.id desc), '[]') from page e) as items,
  (select json_agg(${positionOf(keys)} order by e.at desc, e.id desc) from page e) as positions,
  (select json_object_agg(l.id, l.label) from (${labels(visibility, table, told)}) l) as labels,
  (select count(*)::int from audit_entry e where ${ofRecord}) as total`
  return { statement, keys, told }
}

const and = (condition: Sql | undefined): Sql => (condition ? sql` and ${condition}` : raw(''))

/** Entries stand under the name of the kind; pairs that went with their owner under that of the shared table. */
const typesOf = (entity: EntityModel): string[] => [entity.name, ...entity.kinds, ...(entity.parent === undefined ? [] : [entity.parent])]

const concrete = (visibility: Visibility, entity: EntityModel): EntityModel[] =>
  entity.kinds.length > 0 ? entity.kinds.map((name) => entityOf(visibility.model, name)) : [entity]

function tellable(visibility: Visibility, table: Table, conditions: Sql[]): Told[] {
  const { entity } = table
  return [...entity.members.keys()].flatMap((name) => {
    const member = memberOf(entity, name)
    const seen = member ? visibility.field(table, member) : 'none'
    if (!member || seen === 'none') return []
    return [{ entity, member, asked: seen === 'all' ? undefined : conditions.push(seen) - 1 }]
  })
}

/** One entry; its author as far as the caller may read accounts. */
function entry(visibility: Visibility): Sql {
  return sql`json_build_object('id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'action', e.action,
    'type', e.entity_type, 'user', ${author(visibility)}, 'origin', e.origin, 'version', e.version, 'changes', e.changes)`
}

function author(visibility: Visibility): Sql {
  const user = visibility.model.entities.get('User')
  if (!user) return raw('null')
  const table = rootTable(user, 'u')
  const conditions = given(raw('u.id = e.user_id'), visibility.rows(table))
  return sql`(select json_build_object('id', u.id, 'fullName', ${labelOf(visibility, table) ?? raw('null')}) from ${raw(fromTable(table))}${where(conditions)})`
}

/** The ids that the entries name, by field: values of relations to one, pairs, references to any entity. */
function references(told: readonly Told[]): Sql {
  const names = [...new Set(told.flatMap(({ member }) => (member.is === 'field' ? [] : [member.name])))]
  const list = (part: string): string => `select jsonb_array_elements(case when jsonb_typeof(c.value -> '${part}') = 'array' then c.value -> '${part}' else '[]' end)`
  return sql`
  select distinct c.key as field, case when v.id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v.id::uuid end as id
  from page e cross join lateral jsonb_each(case when jsonb_typeof(e.changes) = 'object' then e.changes else '{}' end) c
    cross join lateral (select c.value -> 'from' as value union all select c.value -> 'to' union all ${raw(['added', 'removed', 'reordered'].map(list).join(' union all '))}) part
    cross join lateral (select coalesce(part.value ->> 'id', part.value #>> '{}') as id) v
  where c.key = any(${names}::text[])
`
}

/** The titles of the rows that are named, where the caller may read them. */
function labels(visibility: Visibility, table: Table, told: readonly Told[]): Sql {
  const fields = new Map<string, Set<string>>()
  for (const { member } of told) {
    const targets = member.is === 'field' ? [] : member.is === 'anyOf' ? member.entities : [member.target]
    for (const target of targets) fields.set(target, (fields.get(target) ?? new Set()).add(member.name))
  }
  const parts = [...fields].flatMap(([name, members]) => {
    const target = below(table, entityOf(visibility.model, name))
    const label = visibility.rights.of(name, 'read').rows === 'none' ? undefined : labelOf(visibility, target)
    const named = sql`${raw(idColumn(target))} in (select refs.id from refs where refs.field = any(${[...members]}::text[]))`
    return label ? [sql`select ${raw(idColumn(target))} as id, ${label} as label from ${raw(fromTable(target))}${where(given(named, visibility.rows(target)))}`] : []
  })
  return parts.length === 0 ? raw('select null::uuid as id, null::text as label where false') : join(parts, ' union all ')
}
