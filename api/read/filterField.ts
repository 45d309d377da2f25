import sql, { raw, type Sql } from 'sql-template-tag'
import { entityOf, type AnyOfModel, type FieldModel, type MemberModel } from '../model/model.ts'
import type { Parsed } from '../model/fields/kind.ts'
import { isMoment, type Moment } from '../model/where.ts'
import { Blank } from './blank.ts'
import { asSeen } from './ofRecord.ts'
import { families } from './operators/index.ts'
import { bind, bindAll, isEmpty, type Operator, type OperatorFamily, type Place, type Subject } from './operators/operator.ts'
import { eq, exact } from './operators/exact.ts'
import { entriesOf, flagOf, forbid, isRecord, listOf, nullOperand, refuse, refuseWith, unknownOperator } from './refusal.ts'
import { count, masked, type Scope, type Seen } from './scope.ts'
import { allOf, anyOf, given, literal } from './sql.ts'
import { below, columnOf, fromTable, idColumn, type Table } from './table.ts'

const MAX_VALUES = 100

/** Checks one operand of the comparison of a field. */
type Parse = (value: unknown) => Parsed

/** The conditions on one field: `{ contains: "x", ne: "y" }`; in a declaration also a plain value. */
export function fieldCondition(scope: Scope, table: Table, field: FieldModel, operand: unknown, path: string): Sql {
  const seen = scope.visibility.field(table, field)
  const family = families[field.many ? 'list' : field.kind.filter]
  const parse: Parse = (value) => (field.kind.parseOperand ?? field.kind.parse)(value, field)
  return compare(scope, seen, family, shownOf(scope, table, field, seen), operand, path, parse)
}

/** The row at the other end of a relation, compared by its id: `{ createdBy: { eq: me } }` in a declaration. */
export function idCondition(scope: Scope, table: Table, member: MemberModel, operand: unknown, path: string): Sql {
  const seen = scope.visibility.field(table, member)
  return compare(scope, seen, exact, subjectOf(table, member, seen), operand, path, idOf(scope, table))
}

/** `subject: { entity: "Person", id: "…", isEmpty: false }`, the operators of relations to any entity. */
export function referenceCondition(scope: Scope, table: Table, member: AnyOfModel, operand: unknown, path: string): Sql {
  const seen = scope.visibility.field(table, member)
  const subject = subjectOf(table, member, seen)
  const entity: Operator = { takes: 'value', condition: (one, value) => sql`${one.column('entity')} = ${value}` }
  const asEntity: Parse = (value) => (typeof value === 'string' && member.entities.includes(value) ? { ok: true, values: { '': value } } : { ok: false, issue: unknownEntity(member) })
  return allOf(entriesOf(operand, path).map(([name, value]) => {
    if (name === 'readable' && scope.trusted) return readableReference(scope, table, member)
    const parse = name === 'entity' ? asEntity : idOf(scope, table)
    return compare(scope, seen, { entity, id: eq, isEmpty }, subject, { [name]: value }, path, parse)
  }))
}

/** What it leads to is there, and the caller may read it: written in declarations only. */
function readableReference({ visibility: { model }, seenBy }: Scope, table: Table, member: AnyOfModel): Sql {
  const [id, entity] = [raw(columnOf(table, member)), raw(columnOf(table, member, 'entity'))]
  return anyOf(member.entities.map((name) => below(table, entityOf(model, name))).flatMap((target) => {
    if (seenBy?.rights.of(target.entity.name, 'read').rows === 'none') return []
    const conditions = given(sql`${raw(idColumn(target))} = ${id}`, seenBy?.rows(target))
    return [sql`(${entity} = ${raw(literal(target.entity.name))} and exists (select 1 from ${raw(fromTable(target))} where ${allOf(conditions)}))`]
  }))
}

const unknownEntity = (member: AnyOfModel) => ({
  reason: 'unknownEntity', message: { fr: 'Type inconnu : choisissez parmi {entities}.', en: 'Unknown entity: choose among {entities}.' }, values: { entities: member.entities.join(', ') },
})

const idOf = (scope: Scope, table: Table): Parse => (value) => {
  const field = table.entity.members.get('id')
  return field?.is === 'field' && !scope.trusted ? field.kind.parse(value, field) : { ok: true, values: { '': value } }
}

/** A field is compared by what is shown of it; declarations see everything. */
function shownOf(scope: Scope, table: Table, field: FieldModel, seen: Seen): Subject {
  const subject = subjectOf(table, field, seen)
  return scope.trusted ? subject : { ...subject, column: (part) => asSeen(scope.visibility, table, field, subject.column(part)) }
}

const subjectOf = (table: Table, member: MemberModel, seen: Seen): Subject => ({
  column: (part = '') => masked(seen, raw(columnOf(table, member, part))),
  type: member.columns[0]?.type ?? '',
  few: member.is === 'field' && (member.kind.graphql === 'enum' || member.kind.graphql === 'Boolean'),
})

function compare(scope: Scope, seen: Seen, family: OperatorFamily, subject: Subject, operand: unknown, path: string, parse: Parse): Sql {
  const entries = entriesOf(scope.trusted ? written(operand) : operand, path)
  if (seen === 'none') forbid([path, ...entries.slice(0, 1).map(([name]) => name)].join('.'))
  return allOf(entries.map(([name, value]) => {
    const at = `${path}.${name}`
    count(scope, at)
    const operator = Object.hasOwn(family, name) ? family[name] : undefined
    if (!operator) return unknownOperator(at, Object.keys(family))
    return apply(scope, operator, subject, value, at, parse)
  }))
}

/** A declaration may write a plain value for `{ eq: value }`, and null for an empty field. */
function written(operand: unknown): unknown {
  if (operand === null) return { isEmpty: true }
  if (!isRecord(operand) || isMoment(operand)) return { eq: operand }
  return 'eq' in operand && operand['eq'] === null ? { ...operand, eq: undefined, isEmpty: true } : operand
}

function apply(scope: Scope, operator: Operator, subject: Subject, value: unknown, path: string, parse: Parse): Sql {
  switch (operator.takes) {
    case 'flag': return operator.condition(subject, flagOf(value, path))
    case 'place': return operator.condition(subject, placeOf(value, path))
    case 'value': return operator.condition(subject, isMoment(value) && scope.trusted ? momentSql(value) : bind(subject, valueOf(scope, value, path, parse)))
    case 'values': {
      if (isMoment(value) && scope.trusted) return operator.condition(subject, listSql(value))
      const values = listOf(value, path, scope.trusted ? Infinity : MAX_VALUES)
      return operator.condition(subject, bindAll(subject.type, values.map((one, index) => valueOf(scope, one, `${path}.${index}`, parse))))
    }
  }
}

function valueOf(scope: Scope, value: unknown, path: string, parse: Parse): unknown {
  if (scope.trusted) return value
  if (value instanceof Blank) return value.checked((given) => valueOf(scope, given, path, parse))
  if (value === null) return nullOperand(path)
  const parsed = parse(value)
  return parsed.ok ? parsed.values[''] : refuseWith(path, parsed.issue)
}

/** Who is asking is filled in when the statement is run, so that the condition can be kept for everybody with the same rights. */
function momentSql(value: Moment): Sql {
  switch (value.moment) {
    case 'now': return raw('now()')
    case 'today': return raw(`(now() at time zone 'Europe/Paris')::date`)
    default: return sql`${value}::uuid`
  }
}

/** Keys of roles, or ids. */
const listSql = (value: Moment): Sql => (value.moment === 'myRoles' ? sql`${value}::text[]` : sql`${value}::uuid[]`)

const badPlace = {
  fr: 'Une latitude de −90 à 90, une longitude de −180 à 180 et une distance de 0 à 20 040 km sont attendues.',
  en: 'A latitude from −90 to 90, a longitude from −180 to 180 and a distance from 0 to 20,040 km are expected.',
}

function placeOf(value: unknown, path: string): Place {
  const place = Object.fromEntries(entriesOf(value, path))
  const within = (name: string, from: number, to: number): number => {
    const number = place[name]
    if (typeof number !== 'number' || !(number >= from && number <= to)) refuse(`${path}.${name}`, 'notPlace', badPlace)
    return number
  }
  return { latitude: within('latitude', -90, 90), longitude: within('longitude', -180, 180), km: within('km', 0, 20_040) }
}
