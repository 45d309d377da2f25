import sql, { join, raw, type Sql } from 'sql-template-tag'
import { operationOff } from '../access/modules.ts'
import type { Rows } from '../access/rights.ts'
import { grantsOf } from '../model/access.ts'
import { entityOf, isInput, type EntityModel, type HasManyModel, type ManyToManyModel, type Model } from '../model/model.ts'
import { isMoment, type AnyWhere } from '../model/where.ts'
import type { Action, Placed } from '../write/types.ts'
import { trustedCondition } from './filter.ts'
import type { Seen, Visibility } from './scope.ts'
import { allOf, anyOf, literal } from './sql.ts'
import { kindColumn, seenAs, type Table } from './table.ts'

const known = new WeakMap<Model, readonly Placed<Action>[]>()

/** Said once by the house: the model knows the declarations, the actions come with the modules. */
export const tellActions = (model: Model, actions: readonly Placed<Action>[]): unknown => known.set(model, actions)

/** What may be done with a record, on which of the rows that are seen. */
interface Possible { readonly name: string; readonly seen: Seen }

/**
 * `_allowed` of a record: UPDATE, DELETE, the moves and the actions that whoever asks may do with it as it stands, and CREATE with the
 * name of a relation in which he may make a record; from the same rows that the write engine asks. `_editable`: the fields that an update may give.
 */
export function allowed(visibility: Visibility, table: Table): Sql {
  return visibility.rights.onlyReads ? NOTHING : ofKinds(visibility, table, (at) => namesOf(possible(visibility, at)))
}

export function editable(visibility: Visibility, table: Table): Sql {
  if (visibility.rights.onlyReads) return NOTHING
  return ofKinds(visibility, table, (at) => {
    const may = seenIn(visibility, at, visibility.rights.of(at.entity.name, 'update').rows)
    if (may === 'none') return NOTHING
    const fields = namesOf(changeable(visibility, at))
    return may === 'all' ? fields : sql`case when ${may} then ${fields} else ${NOTHING} end`
  })
}

const NOTHING = raw(`'[]'::json`)

/** A row of an abstract entity is worked with as what it is: a person, not a party. */
function ofKinds(visibility: Visibility, table: Table, tell: (table: Table) => Sql): Sql {
  if (!table.entity.abstract) return tell(table)
  const cases = table.entity.kinds.map((name) => entityOf(visibility.model, name)).map((kind) => sql`when ${raw(literal(kind.kind ?? ''))} then ${tell(seenAs(table, kind))}`)
  return cases.length === 0 ? NOTHING : sql`case ${raw(kindColumn(table))} ${join(cases, ' ')} end`
}

function possible(visibility: Visibility, table: Table): readonly Possible[] {
  const { rights, model } = visibility
  const { entity } = table
  const where = (rows: Rows, ...also: readonly (AnyWhere | undefined)[]): Seen => both(seenIn(visibility, table, rows), ...also.map((one): Seen => (one ? trustedCondition(visibility, table, one) : 'all')))
  return [
    { name: 'UPDATE', seen: where(rights.of(entity.name, 'update').rows) },
    { name: 'DELETE', seen: where(rights.of(entity.name, 'delete').rows) },
    ...(entity.readOnly ? [] : entity.moves).map(({ name, access, field, from }) => ({ name, seen: where(rights.action(entity.name, name, access && grantsOf(access)), { [field]: { in: from } }) })),
    ...actionsOn(model, entity).filter((action) => !operationOff(model, rights, action))
      .map((action) => ({ name: action.name, seen: where(rights.action(entity.name, action.name, grantsOf(action.access)), action.when, action.offered) })),
    ...[...entity.members.values()].filter((member) => member.is === 'hasMany' || member.is === 'manyToMany').map((member) => ({ name: `CREATE ${member.name}`, seen: seenIn(visibility, table, rowsToAddTo(visibility, member)) })),
  ]
}

/** Of what the right to create asks of a new record, the part that is about the record to which it will belong. */
function rowsToAddTo({ rights }: Visibility, member: HasManyModel | ManyToManyModel): Rows {
  const { target } = member
  const by = member.is === 'hasMany' ? member.by : member.inverse
  const { rows, field } = rights.of(target, 'create')
  if (rows === 'none' || by === undefined || field(by) === 'none') return 'none'
  if (rows === 'all' || member.is === 'manyToMany') return 'all'
  const parts = rows.map((condition) => condition[by])
  return parts.every((part) => typeof part === 'object' && part !== null && !isMoment(part)) ? parts as readonly AnyWhere[] : 'all'
}

const actionsOn = (model: Model, entity: EntityModel): readonly Placed<Action>[] => (known.get(model) ?? []).filter(({ on, scope }) => on === entity.cls && scope !== 'entity')

/** Fields with the same rows are asked about together. */
function changeable(visibility: Visibility, table: Table): readonly Possible[] {
  const right = visibility.rights.of(table.entity.name, 'update')
  const fields = [...table.entity.members.values()].filter((member) => isInput(member) && !member.options.immutable)
  const bySame = Map.groupBy(fields, ({ name }) => JSON.stringify(right.field(name)))
  return [...bySame.values()].flatMap((same) => {
    const [first] = same
    const seen = first ? seenIn(visibility, table, right.field(first.name)) : 'none'
    return same.map(({ name }) => ({ name, seen }))
  })
}

function seenIn(visibility: Visibility, table: Table, rows: Rows): Seen {
  return typeof rows === 'string' ? rows : anyOf(rows.map((condition) => trustedCondition(visibility, table, condition)))
}

function both(...seen: readonly Seen[]): Seen {
  if (seen.includes('none')) return 'none'
  const conditions = seen.filter((one): one is Sql => typeof one !== 'string')
  return conditions.length === 0 ? 'all' : allOf(conditions)
}

/** The names as JSON: those that hold everywhere as they are, the others by their condition. */
function namesOf(found: readonly Possible[]): Sql {
  const everywhere = found.filter(({ seen }) => seen === 'all').map(({ name }) => name)
  const somewhere = Map.groupBy(found.filter(({ seen }) => typeof seen !== 'string'), ({ seen }) => seen)
  if (somewhere.size === 0) return raw(`${literal(JSON.stringify(everywhere))}::json`)
  const parts = [...somewhere].map(([seen, same]) => sql` || case when ${seen as Sql} then ${list(same.map(({ name }) => name))} else '{}' end`)
  return sql`to_json(${list(everywhere)}${join(parts, '')})`
}

const list = (names: readonly string[]): Sql => raw(`array[${names.map(literal).join(', ')}]::text[]`)
