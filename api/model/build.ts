import { grantsOf, type Grant, type Role, type Verb } from './access.ts'
import { buildMembers, inverseMembers } from './members.ts'
import { checkModel } from './check.ts'
import type { Derived } from './derived.ts'
import { ModelError, type Fault } from './fault.ts'
import type { ChoiceOptions } from './fields/choice.ts'
import type { Labels } from './labels.ts'
import { choicesOf, hasWords, type EntityModel, type MemberModel, type Model, type MoveModel } from './model.ts'
import type { ModuleDeclaration } from './module.ts'
import { snake } from './names.ts'
import type { Opening } from './opening.ts'
import { recordOf, type EntityClass, type EntityOptions } from './record.ts'

/** What the barrel of `schema/` gathers. */
export interface Declarations {
  readonly modules: readonly { readonly module: ModuleDeclaration; readonly entities: readonly EntityClass[]; readonly openings?: readonly Opening[]; readonly derived?: readonly Derived[] }[]
  readonly roles: readonly Role[]
  /** Labels of the field names that many entities share. */
  readonly labels: Readonly<Record<string, Labels>>
}

export interface Draft {
  readonly cls: EntityClass
  readonly name: string
  readonly module: string
  readonly options: EntityOptions
  readonly parent: EntityClass | undefined
  /** What other modules grant on it. */
  readonly openings: readonly Opening[]
}

/** Turns what the decorators recorded into the frozen model. @throws ModelError with every fault at once. */
export function buildModel(declarations: Declarations): Model {
  const faults: Fault[] = []
  const drafts = collect(declarations, faults)
  const entities = new Map<string, EntityModel>()
  for (const draft of drafts.values()) {
    entities.set(draft.name, buildEntity(draft, drafts, declarations.labels, faults))
  }
  const model: Model = {
    modules: new Map(declarations.modules.map(({ module }) => [module.name, module])),
    roles: new Map(declarations.roles.map((role) => [role.key, role])),
    entities: addInverses(entities),
    derived: declarations.modules.flatMap((module) => module.derived ?? []),
  }
  faults.push(...checkModel(model))
  if (faults.length > 0) throw new ModelError(faults)
  return Object.freeze(model)
}

function collect(declarations: Declarations, faults: Fault[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const openings = declarations.modules.flatMap((module) => module.openings ?? [])
  for (const { module, entities } of declarations.modules) {
    for (const cls of entities) {
      const record = recordOf(cls)
      const where = `${module.name}.${cls.name}`
      if (!record) faults.push({ where, what: 'is not declared; write `@Entity({ … })` above the class' })
      else if (drafts.has(cls.name)) faults.push({ where, what: `is declared twice, also in ${drafts.get(cls.name)?.module}; give one another name` })
      else drafts.set(cls.name, { cls, name: cls.name, module: module.name, options: record.options, parent: parentOf(cls), openings: openings.filter((opening) => opening.entity === cls) })
    }
  }
  return drafts
}

/** The abstract entity whose table a class shares: the nearest declared class that it extends. */
function parentOf(cls: EntityClass): EntityClass | undefined {
  const parent = (Object.getPrototypeOf(cls.prototype) as { constructor: EntityClass } | null)?.constructor
  return parent && recordOf(parent) ? parent : undefined
}

function buildEntity(draft: Draft, drafts: ReadonlyMap<string, Draft>, labels: Declarations['labels'], faults: Fault[]): EntityModel {
  const { options, name } = draft
  const members = buildMembers(draft, drafts, labels, faults)
  const title = typeof options.title === 'string' ? [options.title] : options.title
  return {
    name, plural: options.plural, module: draft.module, cls: draft.cls,
    table: snake(draft.parent?.name ?? name),
    label: options.label, labelPlural: options.labelPlural, help: options.help,
    title, abstract: options.abstract === true,
    parent: draft.parent?.name, kind: options.kind,
    kinds: [...drafts.values()].filter((other) => other.parent === draft.cls).map((other) => other.name),
    members,
    grants: grantsFor(draft),
    rules: options.rules ?? [], unique: options.unique ?? [], exclude: options.exclude ?? [], indexes: options.indexes ?? [],
    moves: movesOf(name, members),
    searchThrough: options.searchThrough ?? [],
    listed: options.listed,
    searchable: [...members.values()].some((member) => member.is === 'field' && hasWords(member)),
    sort: (options.sort as Record<string, 'ASC' | 'DESC'> | undefined) ?? { createdAt: 'DESC' },
    readOnly: options.readOnly === true,
    history: options.history !== false,
    options,
  }
}

function grantsFor({ options, openings }: Draft): EntityModel['grants'] {
  const granted = (verb: Verb): readonly Grant[] =>
    [...grantsOf(options.access[verb]), ...openings.filter((opening) => opening.verb === verb).flatMap((opening) => grantsOf(opening.access))]
  return { read: granted('read'), create: granted('create'), update: granted('update'), delete: granted('delete') }
}

function movesOf(entity: string, members: ReadonlyMap<string, MemberModel>): MoveModel[] {
  const states = [...members.values()].filter((member) => member.is === 'field' && member.kind.name === 'choice')
  return states.flatMap((member) => {
    const moves: ChoiceOptions['moves'] = member.is === 'field' ? choicesOf(member).moves : undefined
    return Object.entries(moves ?? {}).map(([name, move]) => ({ ...move, name, field: member.name, operation: `${name}${entity}` }))
  })
}

/** Gives every entity the other sides of the relations that point to it. */
function addInverses(entities: Map<string, EntityModel>): Map<string, EntityModel> {
  const inverses = inverseMembers(entities)
  return new Map([...entities].map(([name, entity]) => {
    const added = inverses.get(name) ?? []
    return [name, Object.freeze({ ...entity, members: new Map([...entity.members, ...added.map((member) => [member.name, member] as const)]) })]
  }))
}
