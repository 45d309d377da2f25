import { decisionOn, extentOf, nameOf, ruleOfSource } from '../../../access/explain.ts'
import type { Rights } from '../../../access/rights.ts'
import { text } from '../../../model/fields/text.ts'
import { scopes } from '../../../model/access.ts'
import { ruleOf } from '../../../access/permission.ts'
import { shape } from '../../../model/shape.ts'
import type { Locale } from '../../../model/labels.ts'
import { isInput, type EntityModel } from '../../../model/model.ts'
import { notFound } from '../../../model/errors.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import sql from 'sql-template-tag'
import { Department } from '#schema/core/department.ts'
import { User } from '#schema/core/user.ts'
import { operators } from '#schema/roles.ts'
import { actsOn, entitiesIn } from '../access.ts'

const AccessAct = shape('AccessAct', {
  name: { type: 'String', required: true }, label: { type: 'String', required: true }, rows: { type: 'String', required: true, description: 'ALL, SOME, NONE' },
  rules: { type: 'String', many: true, required: true, description: 'On which records, in words.' },
  by: { type: 'String', many: true, required: true, description: 'What gives it: roles, permissions, grants, by their names.' },
})
const AccessField = shape('AccessField', {
  name: { type: 'String', required: true }, label: { type: 'String', required: true },
  read: { type: 'String', required: true }, create: { type: 'String', required: true }, update: { type: 'String', required: true },
})
const AccessLine = shape('AccessLine', {
  entity: { type: 'String', required: true }, label: { type: 'String', required: true }, module: { type: 'String', required: true },
  fixed: { type: 'Boolean', required: true, description: 'Its rights are those of the program: nothing that is stored touches them.' },
  scopes: { type: 'String', many: true, required: true, description: 'What a permission on it can be limited to.' },
  acts: { type: AccessAct, many: true, required: true }, fields: { type: AccessField, many: true, required: true, description: 'Where one entity was asked about.' },
})
const AccessSubject = shape('AccessSubject', {
  kind: { type: 'String', required: true, description: 'ROLE, DEPARTMENT, USER' }, key: { type: 'String', required: true }, label: { type: 'String', required: true },
  lines: { type: AccessLine, many: true, required: true },
}, 'What a role, the people of a department, or one person may do.')

interface Subject { readonly kind: string; readonly key: string; readonly label: string; readonly rights: Rights }

/** Who may do what: of each, the compiled rights that decide about his requests. */
export default rootQuery({
  name: 'accessChart',
  description: 'Who may do what, by role, department and person; with the fields of one entity. All roles unless some are named.',
  access: operators,
  args: {
    roles: { kind: text, options: {}, many: true }, departments: { kind: 'record', entity: () => Department, options: {}, many: true }, users: { kind: 'record', entity: () => User, options: {}, many: true },
    entity: { kind: text, options: {} },
  },
  returns: AccessSubject,
  many: true,
  run: async (reading, args) => {
    const list = (name: string): readonly string[] | undefined => (args[name] === undefined ? undefined : (args[name] as readonly string[]).slice(0, 20))
    const named = list('departments') ?? list('users') ? list('roles') ?? [] : list('roles')
    const subjects = [...await roles(reading, named), ...await departments(reading, list('departments') ?? []), ...await people(reading, list('users') ?? [])]
    const one = args['entity'] === undefined ? undefined : reading.model.entities.get(String(args['entity']))
    if (args['entity'] !== undefined && !one) throw notFound('entity')
    const entities = one ? [one] : entitiesIn(reading.model)
    return subjects.map(({ rights, ...subject }) => ({ ...subject, lines: entities.map((entity) => lineOf(reading, rights, entity, one !== undefined)) }))
  },
})

async function roles(reading: Reading, keys: readonly string[] | undefined): Promise<Subject[]> {
  const rows = await reading.query(keys ? sql`select key, name from role where key = any(${keys}) order by standard desc, name limit 60` : sql`select key, name from role order by standard desc, name limit 60`)
  return rows.map(({ key, name }) => ({ kind: 'ROLE', key: String(key), label: String(name), rights: reading.access.rightsOf({ roles: holding(String(key)) }) }))
}

/** What everybody holds goes with each role. */
const holding = (...keys: readonly string[]): ReadonlySet<string> => new Set(keys[0] === 'visitor' ? ['visitor'] : ['visitor', 'member', ...keys])

async function departments(reading: Reading, ids: readonly string[]): Promise<Subject[]> {
  const rows = await reading.query(sql`select d.id, d.name, r.key from department d left join role r on r.id = d.default_role_id where d.id = any(${ids}::uuid[]) order by d.name`)
  return rows.map(({ id, name, key }) => ({
    kind: 'DEPARTMENT', key: String(id), label: String(name),
    rights: reading.access.rightsOf({ roles: holding(...(typeof key === 'string' ? [key] : [])), departmentId: String(id) }),
  }))
}

async function people(reading: Reading, ids: readonly string[]): Promise<Subject[]> {
  const names = new Map((await reading.query(sql`select id, coalesce(full_name, email) as name from "user" where id = any(${ids}::uuid[])`)).map((row) => [row['id'], String(row['name'])]))
  return (await reading.access.callersOf(ids)).map(({ principal: { userId = '' }, rights }) => ({ kind: 'USER', key: userId, label: names.get(userId) ?? userId, rights }))
}

function lineOf({ caller: { principal: { locale } }, actions }: Reading, rights: Rights, entity: EntityModel, withFields: boolean): object {
  const acts = actsOn(entity, actions).map(({ name, label, declared }) => {
    const { rows, reasons } = decisionOn(rights, { entity, action: name, declared })
    const rules = rows === 'none' ? [] : [...new Set(reasons.flatMap(({ source, effect }) => wordsOf(ruleOfSource(source)?.[locale], effect, locale)))]
    const by = rows === 'none' ? [] : [...new Set(reasons.filter(({ effect }) => effect === 'ALLOW').map(({ source }) => nameOf(source)[locale]))]
    return { name, label: label[locale], rows: extentOf(rows), rules, by }
  })
  return { entity: entity.name, label: entity.labelPlural[locale], module: entity.module, fixed: entity.options.fixedAccess === true, scopes: scopes.filter((scope) => scope === 'ALL' || (scope !== 'NONE' && ruleOf(entity, scope) !== undefined)), acts, fields: withFields ? fieldsOf(rights, entity, locale) : [] }
}

const wordsOf = (rule: string | undefined, effect: string, locale: Locale): string[] =>
  (rule === undefined ? [] : [effect === 'ALLOW' ? rule : `${effect === 'DENY' ? { fr: 'sauf', en: 'but not' }[locale] : { fr: 'seulement', en: 'only' }[locale]} ${rule}`])

const fieldsOf = (rights: Rights, entity: EntityModel, locale: Locale): object[] => [...entity.members.values()].filter((member) => !member.options.hidden).map((member) => {
  const extent = (verb: 'read' | 'create' | 'update'): string => {
    const right = rights.of(entity.name, verb)
    return (verb === 'read' ? !member.options.transient : isInput(member)) && right.rows !== 'none' ? extentOf(right.field(member.name)) : 'NONE'
  }
  return { name: member.name, label: member.label[locale], read: extent('read'), create: extent('create'), update: extent('update') }
})
