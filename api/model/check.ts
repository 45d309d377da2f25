import { grantsOf, grantTo, type Grant } from './access.ts'
import { checkConcerns } from './checkConcerns.ts'
import { checkCritical } from './checkCritical.ts'
import { checkModules } from './checkModules.ts'
import { checkOfRecord } from './checkOfRecord.ts'
import { checkColumns } from './checkTable.ts'
import { unknownIn } from './checkWhere.ts'
import type { Fault } from './fault.ts'
import type { EntityModel, MemberModel, Model } from './model.ts'
import type { AnyWhere } from './where.ts'

type Say = (what: string, member?: string) => void

const NAME = /^[a-z][A-Za-z0-9]*$/
const RESERVED = new Set(['q', 'and', 'or', 'not', 'some', 'none', 'entity'])

/** Every fault of a model, each with the entity, the field, what is wrong and what to write. */
export function checkModel(model: Model): Fault[] {
  const faults: Fault[] = []
  const plurals = new Map<string, string>()
  for (const entity of model.entities.values()) {
    const say: Say = (what, member) => faults.push({ where: [entity.module, entity.name, member].filter(Boolean).join('.'), what })
    checkEntity(entity, model, say)
    const twin = plurals.get(entity.plural)
    if (twin) say(`has the plural \`${entity.plural}\` of ${twin}; write another \`plural\``)
    plurals.set(entity.plural, entity.name)
    for (const member of entity.members.values()) if (member.declaredBy === entity.name) checkMember(entity, member, model, (what) => say(what, member.name))
  }
  return [...faults, ...checkModules(model)]
}

function checkEntity(entity: EntityModel, model: Model, say: Say): void {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(entity.name)) say('must be written like `CastingOffer`')
  if (!NAME.test(entity.plural)) say(`\`plural\` must be written like \`castingOffers\``)
  if (entity.parent && !entity.kind) say('shares the table of an abstract entity; write its `kind: \'PERSON\'`')
  for (const path of entity.title) if (!pathExists(model, entity, path)) say(`\`title\` names \`${path}\`, which does not exist; name a field of the entity, or a path like 'client.name'`)
  const named = [...entity.unique.flatMap((rule) => rule.fields), ...entity.exclude.flatMap((rule) => [...rule.equal, ...rule.overlap]), ...entity.indexes.flat(), ...Object.keys(entity.sort), ...entity.searchThrough, ...(entity.options.list ?? []), ...entity.rules.map((rule) => rule.path)]
  for (const name of named) if (!entity.members.has(name)) say(`names the field \`${name}\`, which it does not have; correct the name`)
  for (const name of entity.searchThrough) if (!('target' in (entity.members.get(name) ?? {}))) say(`\`searchThrough\` names \`${name}\`, which is no relation`)
  for (const grants of Object.values(entity.grants)) checkGrants(entity, grants, model, say)
  for (const [name, { read }] of Object.entries(entity.options.conditions ?? {})) {
    if (!NAME.test(name) || RESERVED.has(name) || entity.members.has(name)) say(`\`conditions\` has \`${name}\`, which must be written like \`contactActive\` and be no field nor a word of the filters; rename it`)
    for (const grant of grantsOf(read)) if (grant.rows || grant.only) say(`the condition \`${name}\` is limited to rows or fields; grant it to roles only`)
    checkGrants(entity, grantsOf(read).map((grant) => grantTo(...grant.roles).fields()), model, say)
  }
  checkColumns(entity, [...model.entities.values()].filter((other) => other !== entity && other.parent !== undefined && other.parent === entity.parent), say)
  checkCritical(entity, model, say)
  checkConcerns(entity, model, say)
  for (const where of wheresOf(entity)) {
    const unknown = unknownIn(where, entity, model)
    if (unknown !== undefined) say(`has a condition on \`${unknown}\`, which does not exist; correct the name`)
  }
}

/** Every condition on rows that an entity declares. */
function wheresOf(entity: EntityModel): readonly AnyWhere[] {
  const grants = [...Object.values(entity.grants), ...[...entity.members.values()].flatMap((member) => [member.read ?? [], member.write ?? []])].flat()
  const shown = [...entity.members.values()].flatMap((member) => [member.options.requiredWhen, member.options.visibleWhen])
  const constraints = [...entity.unique, ...entity.exclude].map((rule) => rule.where)
  const limits = [...Object.values(entity.options.scopes ?? {}), ...Object.values(entity.options.levels ?? {}).map((limit) => limit.rows)].map((rule) => rule?.where)
  const asked = Object.values(entity.options.conditions ?? {}).map(({ where }) => where)
  return [...grants.map((grant) => grant.rows?.where), ...limits, ...asked, ...shown, ...constraints, entity.listed?.where, entity.options.critical?.where].filter((where) => where !== undefined)
}

function checkGrants(entity: EntityModel, grants: readonly Grant[], model: Model, say: Say): void {
  for (const grant of grants) {
    for (const role of grant.roles) if (!model.roles.has(role.key)) say(`grants to the unknown role \`${role.key}\`; declare it in schema/roles.ts`)
    if (grant.roles.some((role) => role.key === 'visitor') && !grant.only) say('grants to visitors without naming the fields; write `visitors.where(…).fields(\'title\', …)`, so that a new field stays closed')
    for (const name of grant.only ?? []) if (!entity.members.has(name)) say(`grants the field \`${name}\`, which it does not have; correct the name`)
  }
}

function checkMember(entity: EntityModel, member: MemberModel, model: Model, say: (what: string) => void): void {
  if (!NAME.test(member.name) || RESERVED.has(member.name)) say('must be written like `publishFrom`, and must not be a word of the filters; rename it')
  if (member.is === 'field') for (const fault of member.kind.faults?.(member.options) ?? []) say(fault)
  if (member.options.search && member.is !== 'field') say('is a relation: list it in `searchThrough` instead of giving it a `search` weight')
  if (member.options.search && member.is === 'field' && member.kind.filter !== 'text') say('is not text, so it cannot have a `search` weight; remove it')
  if (member.options.group && !(member.options.group in (entity.options.groups ?? {}))) say(`is in the group \`${member.options.group}\`, which has no name; add it to \`groups\` of the entity`)
  if (member.is === 'anyOf') for (const name of member.entities) if (!model.entities.has(name)) say(`may point to \`${name}\`, which is not declared; correct the name`)
  if (member.is === 'belongsTo' && member.onDelete === 'setNull' && member.options.required) say('is required, so it cannot be emptied when the other row goes; write `onDelete: \'restrict\'` or `\'cascade\'`')
  if (member.is === 'belongsTo' || (member.is === 'manyToMany' && !member.mirrored)) checkUse(entity, member.target, model, say)
  if (member.is === 'hasMany' || (member.is === 'manyToMany' && member.mirrored)) checkInverse(entity, member, say)
  checkOfRecord(entity, member, say)
}

function checkUse(entity: EntityModel, targetName: string, model: Model, say: (what: string) => void): void {
  const target = model.entities.get(targetName)
  if (!target || target.module === entity.module) return
  const uses = model.modules.get(entity.module)?.uses ?? []
  if (target.module !== 'core' && !uses.includes(target.module)) say(`points to ${target.module}.${target.name}, but ${entity.module}/module.ts does not say \`uses: ['${target.module}']\`; add it`)
}

function checkInverse(entity: EntityModel, member: MemberModel, say: (what: string) => void): void {
  const own = [...entity.members.values()].filter((other) => other.name === member.name)
  if (own.length > 1) say('is both a field and the inverse of a relation; give the relation another `inverse`')
}

/** Whether a dotted path leads over relations to one to a field. */
export function pathExists(model: Model, entity: EntityModel, path: string): boolean {
  const [head = '', ...rest] = path.split('.')
  const member = entity.members.get(head)
  if (!member) return false
  if (rest.length === 0) return member.is === 'field'
  const target = member.is === 'belongsTo' ? model.entities.get(member.target) : undefined
  return target !== undefined && pathExists(model, target, rest.join('.'))
}
