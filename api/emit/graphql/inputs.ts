import { GraphQLBoolean, GraphQLID, GraphQLString } from 'graphql'
import { isInput, isTransient, type EntityModel, type FieldModel, type MemberModel } from '../../model/model.ts'
import { inputType, type FieldShape, type Shapes } from './define.ts'
import { isToMany } from './objects.ts'
import { membersInApi, type Registry } from './registry.ts'

/** What may be asked of a list of records: the filter and the sort of an entity. */
export function describeQuestions(registry: Registry, entity: EntityModel): void {
  const { name } = entity
  registry.put(`${name}Filter`, inputType(`${name}Filter`, undefined, filterShapes(registry, entity)))
  registry.put(`${name}ListFilter`, inputType(`${name}ListFilter`, undefined, { some: { type: registry.thunk(`${name}Filter`) }, none: { type: registry.thunk(`${name}Filter`) } }))
  const direction = { type: () => registry.shared.direction }
  const sortable = membersInApi(entity).filter(isSortable)
  registry.put(`${name}Sort`, inputType(`${name}Sort`, 'One field per element.', Object.fromEntries(sortable.map((member) => [member.name, direction]))))
}

/** Relations to one are sorted by the title of the related record. */
export const isSortable = (member: MemberModel): boolean =>
  !isTransient(member) && (member.is === 'belongsTo' || (member.is === 'field' && member.kind.sort !== 'none' && !member.many))

function filterShapes(registry: Registry, entity: EntityModel): Shapes {
  const self = registry.thunk(`${entity.name}Filter`)
  const list = { type: () => [registry.get(`${entity.name}Filter`)] } as FieldShape
  const shapes: Record<string, FieldShape> = {
    q: { type: () => GraphQLString, description: 'Words, without accents or case; the beginning of a word is enough. Also the number of a record, a part of an e-mail address, digits of a telephone number.' },
    and: list, or: list, not: { type: self }, isEmpty: { type: () => GraphQLBoolean, description: 'Of a relation to one.' },
  }
  for (const [name, { label }] of Object.entries(entity.options.conditions ?? {})) shapes[name] = { type: () => GraphQLBoolean, description: label.en }
  for (const member of membersInApi(entity)) {
    if (isTransient(member)) continue
    const shape = filterShape(registry, member)
    if (shape) shapes[member.name] = shape
  }
  return shapes
}

function filterShape(registry: Registry, member: MemberModel): FieldShape | undefined {
  if (member.is === 'anyOf') return { type: () => registry.shared.recordRefFilter }
  if (member.is !== 'field') return { type: registry.thunk(isToMany(member) ? `${member.target}ListFilter` : `${member.target}Filter`) }
  const operators = registry.operatorsOf(member)
  return operators && { type: () => operators }
}

/**
 * What may be given of a record. No field is required by its type: the write engine says what is
 * missing, all at once, each with its path and in the caller's language.
 */
export function describeInputs(registry: Registry, entity: EntityModel): void {
  const { name } = entity
  if (!entity.abstract && !entity.readOnly) {
    registry.put(`${name}CreateInput`, inputType(`${name}CreateInput`, undefined, inputShapes(registry, entity, false)))
    registry.put(`${name}UpdateInput`, inputType(`${name}UpdateInput`, undefined, inputShapes(registry, entity, true)))
  }
  const writable = !entity.abstract && !entity.readOnly
  const nested: Shapes = writable ? { create: { type: registry.thunk(`${name}CreateInput`) }, update: { type: registry.thunk(`${name}UpdateInput`) } } : {}
  registry.put(`${name}OneInput`, inputType(`${name}OneInput`, undefined, { connect: { type: () => GraphQLID }, disconnect: { type: () => GraphQLBoolean }, ...nested }))
  if (writable) {
    registry.put(`${name}ChangeInput`, inputType(`${name}ChangeInput`, undefined, { id: { type: () => GraphQLID, nullable: false }, input: { type: registry.thunk(`${name}UpdateInput`), nullable: false } }))
  }
  registry.put(`${name}ManyInput`, inputType(`${name}ManyInput`, undefined, manyShapes(registry, entity, writable)))
}

function manyShapes(registry: Registry, entity: EntityModel, writable: boolean): Shapes {
  const ids = { type: (): [typeof GraphQLID] => [GraphQLID] }
  const nested: Shapes = writable ? {
    create: { type: () => [registry.get(`${entity.name}CreateInput`)] },
    update: { type: () => [registry.get(`${entity.name}ChangeInput`)] },
  } : {}
  return { connect: ids, disconnect: ids, set: ids, order: { ...ids, description: 'All of them, in the order wanted; for relations that keep one.' }, ...nested }
}

function inputShapes(registry: Registry, entity: EntityModel, update: boolean): Shapes {
  const shapes: Record<string, FieldShape> = {}
  for (const member of membersInApi(entity)) {
    if (!isInput(member) || (update && member.options.immutable)) continue
    shapes[member.name] = { type: inputTypeOf(registry, member), description: member.help?.en }
  }
  // GraphQL wants at least one field; an entity that people give nothing of has its id.
  return Object.keys(shapes).length > 0 ? shapes : { id: { type: () => GraphQLID } }
}

function inputTypeOf(registry: Registry, member: MemberModel): FieldShape['type'] {
  if (member.is === 'field') return scalarInput(registry, member)
  if (member.is === 'anyOf') return () => registry.shared.recordRefInput
  return registry.thunk(isToMany(member) ? `${member.target}ManyInput` : `${member.target}OneInput`)
}

function scalarInput(registry: Registry, field: FieldModel): FieldShape['type'] {
  const type = registry.typeOf(field, 'input')
  return field.many ? () => [type] : () => type
}
