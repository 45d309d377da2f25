import { grantsOf, nobody } from './access.ts'
import type { Declarations, Draft } from './build.ts'
import type { Fault } from './fault.ts'
import type { FieldOptions } from './fields/kind.ts'
import type { Labels } from './labels.ts'
import type { Column, EntityModel, HasManyModel, ManyToManyModel, MemberModel } from './model.ts'
import { columnName, snake } from './names.ts'
import { membersOf, recordOf, type AnyOfOptions, type EntityClass, type MemberRecord } from './record.ts'

type Labelled = Declarations['labels']

export function buildMembers(draft: Draft, drafts: ReadonlyMap<string, Draft>, labels: Labelled, faults: Fault[]): Map<string, MemberModel> {
  const members = new Map<string, MemberModel>()
  for (const record of membersOf(draft.cls)) {
    const where = `${draft.module}.${draft.name}.${record.name}`
    if (members.has(record.name)) faults.push({ where, what: 'is declared twice; remove one' })
    const member = buildMember(record, draft, drafts, labels, where, faults)
    if (member) members.set(record.name, member)
  }
  return members
}

function buildMember(record: MemberRecord, draft: Draft, drafts: ReadonlyMap<string, Draft>, labels: Labelled, where: string, faults: Fault[]): MemberModel | undefined {
  const target = targetOf(record, drafts)
  if (target === null) {
    faults.push({ where, what: 'points to an entity that is not declared; write the entity in `schema/`, or correct the name' })
    return undefined
  }
  // A hidden member is granted to nobody, whatever the entity grants.
  const options = record.options.hidden ? { ...record.options, read: nobody, write: nobody } : record.options
  const label = options.label ?? labels[record.name] ?? (target ? drafts.get(target)?.options.label : undefined)
  if (!label) faults.push({ where, what: 'has no label; write `label: { fr: \'…\', en: \'…\' }`, or add the name to `schema/labels.ts`' })
  const common = {
    name: record.name, label: label ?? { fr: record.name, en: record.name }, help: record.options.help, options,
    read: options.read && grantsOf(options.read), write: options.write && grantsOf(options.write),
    declaredBy: declaredBy(draft.cls, record).name,
  }
  // What one kind of an abstract entity adds is empty in the rows of the other kinds.
  const own = common.declaredBy === draft.name
  switch (record.is) {
    case 'field': return { ...common, is: 'field', kind: record.kind, many: record.kind.many?.({ name: record.name, options: record.options }) === true, columns: fieldColumns(record, own && draft.parent !== undefined) }
    case 'belongsTo': return {
      ...common, is: 'belongsTo', target: target ?? '', inverse: record.options.inverse, onDelete: record.options.onDelete ?? 'restrict',
      unique: record.options.unique !== undefined && record.options.unique !== false, owned: record.options.owned === true, file: record.file, missing: record.options.missing,
      columns: record.options.transient ? [] : [{ name: columnName(record.name, 'id'), part: '', type: 'uuid', nullable: optional(record.options) || (own && draft.parent !== undefined), optional: false }],
    }
    case 'manyToMany': return { ...common, is: 'manyToMany', target: target ?? '', inverse: record.options.inverse, ordered: record.options.ordered === true, owned: record.options.owned === true, mirrored: false, onDelete: record.options.onDelete === 'restrict' ? 'restrict' : 'cascade', table: joinTable(common.declaredBy, record.name, target ?? '', record.options.ordered === true), columns: [] }
    case 'anyOf': return { ...common, is: 'anyOf', entities: entitiesOf(record.options, drafts), columns: anyOfColumns(record.name, optional(record.options) || (own && draft.parent !== undefined)) }
  }
}

function entitiesOf({ entities, having }: AnyOfOptions, drafts: ReadonlyMap<string, Draft>): readonly string[] {
  if (entities) return entities
  return [...drafts.values()].filter(({ options }) => having === undefined || options[having] === true).map(({ name }) => name)
}

const optional = (options: FieldOptions): boolean => options.required !== true

/** Name of the target, undefined where the member has none, null where it is unknown. */
function targetOf(record: MemberRecord, drafts: ReadonlyMap<string, Draft>): string | undefined | null {
  if (record.is !== 'belongsTo' && record.is !== 'manyToMany') return undefined
  const target = record.target()
  const name = typeof target === 'string' ? target : target?.name
  return name !== undefined && drafts.has(name) ? name : null
}

/** The declared class that a member comes from: itself, or the abstract entity that it extends. */
function declaredBy(cls: EntityClass, record: MemberRecord): EntityClass {
  const parent = (Object.getPrototypeOf(cls.prototype) as { constructor: EntityClass } | null)?.constructor
  return parent && recordOf(parent) && membersOf(parent).includes(record) ? parent : cls
}

function fieldColumns(record: Extract<MemberRecord, { is: 'field' }>, shared: boolean): readonly Column[] {
  if (record.options.transient) return []
  const nullable = shared || (optional(record.options) && !record.kind.numbered)
  return record.kind.columns({ name: record.name, options: record.options }).map((shape) => ({
    name: columnName(record.name, shape.part), part: shape.part, type: shape.type,
    nullable: nullable || shape.optional === true, optional: shape.optional === true,
  }))
}

const anyOfColumns = (name: string, nullable: boolean): readonly Column[] => [
  { name: columnName(name, 'id'), part: '', type: 'uuid', nullable, optional: false },
  { name: columnName(name, 'entity'), part: 'entity', type: 'varchar(60)', nullable, optional: false },
]

function joinTable(owner: string, name: string, target: string, ordered: boolean): ManyToManyModel['table'] {
  const same = owner === target
  return { name: `${snake(owner)}_${snake(name)}`, source: `${snake(owner)}_id`, target: same ? `${snake(name)}_id` : `${snake(target)}_id`, position: ordered ? 'position' : undefined }
}

/** For each entity, the other sides of the relations that point to it (and to the abstract entity it extends). */
export function inverseMembers(entities: ReadonlyMap<string, EntityModel>): Map<string, MemberModel[]> {
  const found = new Map<string, MemberModel[]>()
  for (const entity of entities.values()) {
    for (const member of entity.members.values()) {
      if (member.declaredBy !== entity.name || (member.is !== 'belongsTo' && member.is !== 'manyToMany') || !member.inverse) continue
      const target = entities.get(member.target)
      if (!target) continue
      const inverse = member.is === 'belongsTo' ? hasMany(entity, member, member.inverse) : mirrored(entity, member, member.inverse)
      for (const name of [target.name, ...target.kinds]) found.set(name, [...(found.get(name) ?? []), inverse])
    }
  }
  return found
}

function hasMany(entity: EntityModel, by: Extract<MemberModel, { is: 'belongsTo' }>, name: string): HasManyModel {
  return { is: 'hasMany', name, label: inverseLabel(entity, by, by.unique), help: undefined, options: {}, read: undefined, write: undefined, columns: [], declaredBy: by.target, target: entity.name, by: by.name, single: by.unique }
}

function mirrored(entity: EntityModel, by: ManyToManyModel, name: string): ManyToManyModel {
  const { source, target } = by.table
  return { ...by, name, label: inverseLabel(entity, by, false), help: undefined, options: {}, declaredBy: by.target, target: entity.name, inverse: by.name, ordered: false, owned: false, mirrored: true, table: { ...by.table, source: target, target: source, position: undefined } }
}

function inverseLabel(entity: EntityModel, by: { readonly options: FieldOptions & { readonly inverseLabel?: Labels } }, single: boolean): Labels {
  return by.options.inverseLabel ?? (single ? entity.label : entity.labelPlural)
}
