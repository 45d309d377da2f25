import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Rights, Rows } from '../access/rights.ts'
import { entityOf, type EntityModel, type MemberModel, type Model } from '../model/model.ts'
import { trustedCondition } from './filter.ts'
import { kindCondition, type Seen, type Visibility } from './scope.ts'
import { allOf, anyOf, given, literal, never } from './sql.ts'
import { kindColumn, seenAs, type Table } from './table.ts'

const known = new WeakMap<Model, WeakMap<Rights, Visibility>>()

/** What one set of rights lets see of a model, as SQL. Made once per set of rights, whoever holds it. */
export function visibilityOf(model: Model, rights: Rights): Visibility {
  const ofModel = known.get(model) ?? new WeakMap<Rights, Visibility>()
  known.set(model, ofModel)
  const visibility = ofModel.get(rights) ?? remembering(compile(model, rights))
  ofModel.set(rights, visibility)
  return visibility
}

/** Conditions are the same wherever a table stands under the same alias. */
function remembering(visibility: Visibility): Visibility {
  const fields = new Map<string, Seen>()
  return {
    ...visibility,
    rows: onceEach(visibility.rows),
    rootRows: onceEach(visibility.rootRows),
    field: (table, member) => {
      const key = `${table.entity.name} ${table.alias} ${member.name}`
      const seen = fields.get(key) ?? visibility.field(table, member)
      fields.set(key, seen)
      return seen
    },
  }
}

function onceEach(ask: Visibility['rows']): Visibility['rows'] {
  const known = new Map<string, Sql | undefined>()
  return (table) => {
    const key = `${table.entity.name} ${table.alias}`
    if (!known.has(key)) known.set(key, ask(table))
    return known.get(key)
  }
}

function compile(model: Model, rights: Rights): Visibility {
  const asSql = (rows: Rows, table: Table): Seen =>
    typeof rows === 'string' ? rows : anyOf(rows.map((condition) => trustedCondition(visibility, table, condition)))
  const rowsBy = (which: 'rows' | 'byThemselves') => (table: Table): Sql | undefined => {
    const seen = inEveryKind(model, table, (entity, at) => asSql(rights.of(entity.name, 'read')[which], at))
    const own = seen === 'all' ? undefined : seen === 'none' ? never : seen
    const conditions = given(kindCondition(table), own)
    return conditions.length === 0 ? undefined : allOf(conditions)
  }
  const field = (entity: EntityModel, table: Table, member: MemberModel): Seen => asSql(rights.of(entity.name, 'read').field(member.name), table)
  const visibility: Visibility = {
    model,
    rights,
    rows: rowsBy('rows'),
    rootRows: rowsBy('byThemselves'),
    field: (table, member) => inEveryKind(model, table, (entity, at) => field(entity, at, member)),
  }
  return visibility
}

/**
 * A row of an abstract entity is a row of one of its kinds as well, and both have a say: what the
 * rights on a person hide is not shown by reading it as a party.
 */
function inEveryKind(model: Model, table: Table, ask: (entity: EntityModel, table: Table) => Seen): Seen {
  const own = ask(table.entity, table)
  const kinds = table.entity.kinds.map((name) => entityOf(model, name)).map((kind) => ({ kind, seen: ask(kind, seenAs(table, kind)) }))
  if (own === 'none' || kinds.every(({ seen }) => seen === 'all')) return own
  if (kinds.every(({ seen }) => seen === 'none')) return 'none'
  const cases = kinds.map(({ kind, seen }) => sql`when ${raw(literal(kind.kind ?? ''))} then ${typeof seen === 'string' ? raw(String(seen === 'all')) : seen}`)
  const ofKind = sql`case ${raw(kindColumn(table))} ${join(cases, ' ')} else false end`
  return own === 'all' ? ofKind : allOf([own, ofKind])
}
