import type { Derived } from './derived.ts'
import type { Grant, Role, Verb } from './access.ts'
import type { ChoiceOptions, Move } from './fields/choice.ts'
import type { FieldKind, FieldOptions } from './fields/kind.ts'
import type { Labels } from './labels.ts'
import type { ModuleDeclaration } from './module.ts'
import type { EntityClass, EntityOptions, ExclusionRule, FileOptions, UniqueRule } from './record.ts'
import type { Invariant } from './rule.ts'
import type { RowRule } from './where.ts'

/** A column as PostgreSQL has it. */
export interface Column {
  readonly name: string
  readonly part: string
  readonly type: string
  readonly nullable: boolean
  /** May be missing where the main part of the field is not. */
  readonly optional: boolean
}

interface Member {
  readonly name: string
  readonly label: Labels
  readonly help: Labels | undefined
  readonly options: FieldOptions
  /** Who may read or write it beyond the grants of the entity; undefined: as the entity. */
  readonly read: readonly Grant[] | undefined
  readonly write: readonly Grant[] | undefined
  readonly columns: readonly Column[]
  /** Name of the entity that declares it (the abstract parent, for inherited ones). */
  readonly declaredBy: string
}

export interface FieldModel extends Member {
  readonly is: 'field'
  readonly kind: FieldKind
  readonly many: boolean
}

export interface BelongsToModel extends Member {
  readonly is: 'belongsTo'
  readonly target: string
  readonly inverse: string | undefined
  readonly onDelete: 'restrict' | 'setNull' | 'cascade'
  readonly unique: boolean
  readonly owned: boolean
  readonly file: FileOptions | undefined
  readonly missing: 'NOT_FOUND' | undefined
}

/** The other side of a `belongsTo`: no column here. */
export interface HasManyModel extends Member {
  readonly is: 'hasMany'
  readonly target: string
  /** The `belongsTo` of the target that points here. */
  readonly by: string
  /** At most one row: the foreign key is unique. Answered as a single record. */
  readonly single: boolean
}

export interface ManyToManyModel extends Member {
  readonly is: 'manyToMany'
  readonly target: string
  readonly inverse: string | undefined
  readonly ordered: boolean
  readonly owned: boolean
  readonly table: JoinTable
  /** This is the side that does not declare it. */
  readonly mirrored: boolean
  /** When a row of the target goes: its pairs go along unless said. */
  readonly onDelete: 'restrict' | 'cascade'
}

/** Table of the pairs of a many-to-many: `source`, `target`, and `position` where the order is kept. */
export interface JoinTable {
  readonly name: string
  readonly source: string
  readonly target: string
  readonly position: 'position' | undefined
}

/** Two columns: `<name>_entity` and `<name>_id`. */
export interface AnyOfModel extends Member {
  readonly is: 'anyOf'
  readonly entities: readonly string[]
}

export type RelationModel = BelongsToModel | HasManyModel | ManyToManyModel | AnyOfModel
export type MemberModel = FieldModel | RelationModel

export interface MoveModel extends Move {
  readonly name: string
  /** The choice field whose value it changes. */
  readonly field: string
  /** `publishCastingOffer` */
  readonly operation: string
}

export interface EntityModel {
  readonly name: string
  readonly plural: string
  readonly module: string
  readonly table: string
  readonly cls: EntityClass
  readonly label: Labels
  readonly labelPlural: Labels
  readonly help: Labels | undefined
  /** Paths to try in order for the title of a row. */
  readonly title: readonly string[]
  readonly abstract: boolean
  /** The abstract entity whose table it shares, and the value of `kind` there. */
  readonly parent: string | undefined
  readonly kind: string | undefined
  /** Names of the entities that share its table, for an abstract one. */
  readonly kinds: readonly string[]
  readonly members: ReadonlyMap<string, MemberModel>
  readonly grants: Readonly<Record<Verb, readonly Grant[]>>
  readonly rules: readonly Invariant[]
  readonly unique: readonly UniqueRule[]
  readonly exclude: readonly ExclusionRule[]
  readonly indexes: readonly (readonly string[])[]
  readonly moves: readonly MoveModel[]
  readonly searchThrough: readonly string[]
  /** The rows that `plural` answers unless its filter names a field of this rule. */
  readonly listed: RowRule | undefined
  /** Whether the table has the generated column `search`. */
  readonly searchable: boolean
  readonly sort: Readonly<Record<string, 'ASC' | 'DESC'>>
  readonly readOnly: boolean
  readonly history: boolean
  readonly options: EntityOptions
}

export interface Model {
  readonly modules: ReadonlyMap<string, ModuleDeclaration>
  readonly roles: ReadonlyMap<string, Role>
  /** In the order of the barrel: modules, then names. */
  readonly entities: ReadonlyMap<string, EntityModel>
  /** What the database keeps beside them. */
  readonly derived: readonly Derived[]
}

export function entityOf(model: Model, name: string): EntityModel {
  const entity = model.entities.get(name)
  if (!entity) throw new Error(`no entity ${name}`)
  return entity
}

export const fieldsOf = (entity: EntityModel): FieldModel[] => [...entity.members.values()].filter((member) => member.is === 'field')
/** The short number by which people quote a row, where it has one that no other has. */
export const numberOf = (entity: EntityModel): FieldModel | undefined => fieldsOf(entity).find((field) => field.kind.numbered && field.options.unique === true)
/** Members that have columns in the entity's own table. */
export const storedOf = (entity: EntityModel): MemberModel[] => [...entity.members.values()].filter((member) => member.columns.length > 0)
export const isTransient = (member: MemberModel): boolean => member.options.transient === true
export const choicesOf = (field: FieldModel): ChoiceOptions => field.options as ChoiceOptions
/** Whether people may give it: when creating, when changing. */
export const isInput = (member: MemberModel): boolean =>
  member.options.readOnly !== true && !member.options.hidden && !(member.is === 'field' && member.kind.name === 'choice' && choicesOf(member).initial !== undefined)

/** Whether its words stand in the full text of the entity; what is found by its digits alone does not. */
export const hasWords = (field: FieldModel): boolean => field.options.search !== undefined && field.kind.fragment?.of !== 'digits'
