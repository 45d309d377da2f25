import sql, { raw, type Sql } from 'sql-template-tag'
import { grantsOf } from '../model/access.ts'
import type { Condition } from '../model/record.ts'
import type { BelongsToModel, HasManyModel, ManyToManyModel, MemberModel } from '../model/model.ts'
import { memberOfKinds } from '../model/checkWhere.ts'
import { isMoment, type AnyWhere } from '../model/where.ts'
import { fieldCondition, idCondition, referenceCondition } from './filterField.ts'
import { entriesOf, flagOf, forbid, isRecord, listOf, refuse, unknownField, unknownOperator } from './refusal.ts'
import { count, unlimited, untrusted, type Scope, type Visibility } from './scope.ts'
import { searchCondition } from './search.ts'
import { allOf, anyOf, given, not } from './sql.ts'
import { columnOf, isToOne, linkOf, memberOf, type Link, type Table } from './table.ts'

const MAX_DEPTH = 6
const MAX_BRANCHES = 50

/**
 * The condition of a filter that came from outside: docs/architecture.md, "Filters". Whatever is
 * unknown, malformed or too much is BAD_USER_INPUT, what the caller may not read FORBIDDEN, each with
 * its path. Fields and related rows count as far as he may read them, and as empty beyond.
 */
export function filterCondition(visibility: Visibility, table: Table, filter: unknown, path = 'filter'): Sql {
  return condition(untrusted(visibility), table, filter, path, 1)
}

/** The condition of a declaration, which sees everything. Moments are left as values to be filled in. */
export function trustedCondition(seenBy: Visibility, table: Table, where: AnyWhere): Sql {
  try {
    return condition({ visibility: unlimited(seenBy.model), trusted: true, seenBy, count: { conditions: -Infinity } }, table, where, table.entity.name, -Infinity)
  } catch (error) {
    // The caller is not to blame for what a declaration says.
    throw new Error(`a declared condition is faulty: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function condition(scope: Scope, table: Table, filter: unknown, path: string, depth: number): Sql {
  if (depth > MAX_DEPTH) refuse(path, 'tooDeep', { fr: 'Au plus {max} niveaux.', en: 'At most {max} levels.' }, { max: MAX_DEPTH })
  return allOf(entriesOf(filter, path).map(([name, operand]) => part(scope, table, name, operand, `${path}.${name}`, depth)))
}

function part(scope: Scope, table: Table, name: string, operand: unknown, path: string, depth: number): Sql {
  const nested = (): Sql[] => listOf(operand, path, MAX_BRANCHES).map((one, index) => condition(scope, table, one, `${path}.${index}`, depth + 1))
  switch (name) {
    case 'and': return allOf(nested())
    case 'or': return anyOf(nested())
    case 'not': return not(condition(scope, table, operand, path, depth + 1))
    case 'q': count(scope, path); return searchCondition(scope.visibility, table, operand, path)
  }
  const named = table.entity.options.conditions?.[name]
  if (named) return namedCondition(scope, table, named, operand, path)
  const member = memberOf(table.entity, name) ?? (scope.trusted ? memberOfKinds(table.entity, name, scope.visibility.model) : undefined)
  return member ? memberCondition(scope, table, member, operand, path, depth) : unknownField(path)
}

/** What a declaration asks by name, for those who may: `salesContactActive: false`. */
function namedCondition(scope: Scope, table: Table, { where, read }: Condition, operand: unknown, path: string): Sql {
  if (!scope.trusted && !scope.visibility.rights.holds(grantsOf(read))) forbid(path)
  count(scope, path)
  const holds = trustedCondition(scope.visibility, table, where)
  return flagOf(operand, path) ? holds : not(holds)
}

function memberCondition(scope: Scope, table: Table, member: MemberModel, operand: unknown, path: string, depth: number): Sql {
  if (member.is === 'field') return fieldCondition(scope, table, member, operand, path)
  if (member.is === 'anyOf') return referenceCondition(scope, table, member, operand, path)
  if (scope.trusted && member.is === 'belongsTo' && isIdComparison(operand)) return idCondition(scope, table, member, operand, path)
  const entries = entriesOf(operand, path)
  if (scope.visibility.field(table, member) === 'none') forbid([path, ...entries.slice(0, 1).map(([name]) => name)].join('.'))
  return isToOne(member) ? toOne(scope, table, member, entries, path, depth) : toMany(scope, table, member, entries, path, depth)
}

const comparisons: ReadonlySet<string> = new Set(['eq', 'ne', 'in', 'notIn'])
/** A declaration compares a relation by id: a plain id, `me`, `{ ne: … }`. */
const isIdComparison = (operand: unknown): boolean => !isRecord(operand) || isMoment(operand) || Object.keys(operand).some((name) => comparisons.has(name))

/** `client: { isEmpty: false, name: … }`: conditions hold for a related row, so there must be one. */
function toOne(scope: Scope, table: Table, member: BelongsToModel | HasManyModel, entries: [string, unknown][], path: string, depth: number): Sql {
  const link = linkOf(scope.visibility.model, table, member)
  const flag = entries.find(([name]) => name === 'isEmpty')
  const rest = Object.fromEntries(entries.filter(([name]) => name !== 'isEmpty'))
  const presence = flag && emptiness(scope, table, member, link, flagOf(flag[1], `${path}.isEmpty`), path)
  if (presence && Object.keys(rest).length === 0) return presence
  return allOf(given(presence, related(scope, table, member, link, rest, path, depth)))
}

function emptiness(scope: Scope, table: Table, member: BelongsToModel | HasManyModel, link: Link, empty: boolean, path: string): Sql {
  count(scope, path)
  const seen = scope.visibility.field(table, member)
  if (member.is === 'belongsTo' && seen === 'all' && !scope.visibility.rows(link.table)) {
    return raw(`${columnOf(table, member)} is ${empty ? '' : 'not '}null`)
  }
  const present = exists(scope, table, member, link, [])
  return empty ? not(present) : present
}

/** `offers: { some: …, none: … }`. */
function toMany(scope: Scope, table: Table, member: HasManyModel | ManyToManyModel, entries: [string, unknown][], path: string, depth: number): Sql {
  const link = linkOf(scope.visibility.model, table, member)
  return allOf(entries.map(([name, operand]) => {
    const at = `${path}.${name}`
    if (name !== 'some' && name !== 'none') unknownOperator(at, ['some', 'none'])
    const some = related(scope, table, member, link, operand, at, depth)
    return name === 'some' ? some : not(some)
  }))
}

function related(scope: Scope, table: Table, member: BelongsToModel | HasManyModel | ManyToManyModel, link: Link, operand: unknown, path: string, depth: number): Sql {
  count(scope, path)
  if (member.is === 'belongsTo' && asksIdOnly(operand) && !scope.visibility.rows(link.table) && scope.visibility.field(table, member) === 'all') {
    const key = columnOf(table, member)
    // There must be a related row, even for its id to be another one.
    return allOf([raw(`${key} is not null`), condition(scope, { ...link.table, key }, operand, path, depth + 1)])
  }
  return exists(scope, table, member, link, [condition(scope, link.table, operand, path, depth + 1)])
}

/** The foreign key says it all, the other table need not be asked. */
function asksIdOnly(operand: unknown): boolean {
  const names = isRecord(operand) ? Object.keys(operand) : []
  return names.length === 1 && names[0] === 'id'
}

/** Whether there is a related row that the caller may read and that fulfils the conditions. */
function exists(scope: Scope, table: Table, member: MemberModel, link: Link, conditions: readonly Sql[]): Sql {
  const all = given(raw(link.on), scope.visibility.rows(link.table), ...conditions)
  const found = sql`exists (select 1 from ${raw(link.from)} where ${allOf(all)})`
  const seen = scope.visibility.field(table, member)
  return typeof seen === 'string' ? found : sql`(${seen} and ${found})`
}
