import { snake } from '../../model/names.ts'
import { choicesOf, type EntityModel, type MemberModel } from '../../model/model.ts'
import type { Constraint, Guard } from './constraint.ts'
import { literal, objectName, quote } from './names.ts'
import { entitiesOf, type Table } from './tables.ts'

/** What a row must be, whoever writes it: values of choices, whole pairs, what a kind requires, declared invariants. */
export function checks(table: Table): Guard[] {
  return [
    ...kindNames(table),
    ...table.stored.flatMap(({ entity, member }) => [...choice(table, entity, member), ...whole(table, entity, member), ...requiredOfKind(table, entity, member)]),
    ...entitiesOf(table).flatMap((entity) => invariants(table, entity)),
  ]
}

/** A constraint of a table under its name. */
export function tableConstraint(table: string, name: string, definition: string, constraint: Constraint): Guard {
  return {
    name, constraint,
    object: {
      name: `constraint ${name}`,
      create: `alter table ${quote(table)} add constraint ${quote(name)} ${definition}`,
      drop: `alter table if exists ${quote(table)} drop constraint if exists ${quote(name)}`,
    },
  }
}

function check(table: Table, name: readonly string[], condition: string, constraint: Omit<Constraint, 'kind'>, kind: Constraint['kind'] = 'check'): Guard {
  return tableConstraint(table.name, objectName(table.name, ...name), `check (${condition})`, { ...constraint, kind })
}

function kindNames(table: Table): Guard[] {
  if (!table.entity.abstract || table.kinds.length === 0) return []
  const kinds = table.kinds.map((entity) => literal(entity.kind ?? '')).join(', ')
  return [check(table, ['kind', 'choice'], `${quote('kind')} in (${kinds})`, { entity: table.entity.name, members: [] })]
}

function choice(table: Table, entity: EntityModel, member: MemberModel): Guard[] {
  if (member.is !== 'field' || member.kind.graphql !== 'enum') return []
  const values = Object.keys(choicesOf(member).values).map(literal).join(', ')
  return member.columns.map(({ name }) =>
    check(table, [name, 'choice'], member.many ? `${quote(name)} <@ array[${values}]::text[]` : `${quote(name)} in (${values})`, { entity: entity.name, members: [member.name] }))
}

/** An amount has a currency, an instant its zone, a place both its degrees: all parts, or none. */
function whole(table: Table, entity: EntityModel, member: MemberModel): Guard[] {
  const parts = member.columns.filter((column) => !column.optional)
  if (parts.length < 2 || parts.every((column) => !column.nullable)) return []
  const condition = `num_nonnulls(${parts.map((column) => quote(column.name)).join(', ')}) in (0, ${parts.length})`
  return [check(table, [snake(member.name), 'whole'], condition, { entity: entity.name, members: [member.name] })]
}

/** Columns of one kind are empty in the rows of the others, so that NOT NULL cannot say what it requires. */
function requiredOfKind(table: Table, entity: EntityModel, member: MemberModel): Guard[] {
  if (entity.parent === undefined || entity.kind === undefined || !member.options.required) return []
  const parts = member.columns.filter((column) => !column.optional).map((column) => `${quote(column.name)} is not null`)
  return [check(table, [snake(entity.kind), snake(member.name), 'required'], ofKind(entity, parts.join(' and ')), { entity: entity.name, members: [member.name] }, 'notNull')]
}

function invariants(table: Table, entity: EntityModel): Guard[] {
  return entity.rules.flatMap((rule) => rule.sql === undefined ? [] : [
    check(table, [snake(rule.name), 'check'], ofKind(entity, rule.sql), { entity: entity.name, members: [rule.path], message: rule.message, rule: rule.name }),
  ])
}

const ofKind = (entity: EntityModel, condition: string): string =>
  entity.parent === undefined || entity.kind === undefined ? condition : `${quote('kind')} <> ${literal(entity.kind)} or (${condition})`
