import { GraphQLID, GraphQLInt, GraphQLString } from 'graphql'
import type { ClassType } from 'type-graphql'
import { isTransient, type EntityModel, type MemberModel } from '../../model/model.ts'
import { interfaceType, objectType, type ArgumentShape, type FieldShape, type Shapes } from './define.ts'
import { membersInApi, type Registry } from './registry.ts'

/** The type of an entity, and that of a page of its records. Abstract entities are interfaces. */
export function describeObjects(registry: Registry, entity: EntityModel): void {
  const description = entity.help?.en ?? entity.label.en
  if (entity.abstract) registry.put(entity.name, interfaceType(entity.name, description, shapesOf(registry, entity)))
  else {
    const parent = entity.parent ? (registry.get(entity.parent) as ClassType) : undefined
    registry.put(entity.name, objectType(entity.name, description, shapesOf(registry, entity), parent))
  }
  registry.put(`${entity.name}Page`, objectType(`${entity.name}Page`, undefined, {
    items: { type: () => [registry.get(entity.name)], nullable: false },
    total: { type: () => GraphQLInt, description: 'All that the filter finds; counted only when asked.' },
    pageInfo: { type: () => registry.shared.pageInfo, nullable: false },
  }))
}

/** Everything but `id` and `version` may be missing: a refused field must not empty its parent. */
function shapesOf(registry: Registry, entity: EntityModel): Shapes {
  const shapes: Record<string, FieldShape> = {
    _label: { type: () => GraphQLString, description: 'The words by which people know the record.' },
    _denied: { type: () => [GraphQLString], description: 'What is asked of this record beside it and not answered, because the caller may not read it.' },
    _allowed: { type: () => [GraphQLString], description: 'What the caller may do with this record as it stands: UPDATE, DELETE, names of its moves and actions, CREATE with the name of a relation in which a record may be made.' },
    _editable: { type: () => [GraphQLString], description: 'The fields of this record that the caller may change.' },
  }
  for (const member of membersInApi(entity)) {
    if (isTransient(member)) continue
    shapes[member.name] = shapeOf(registry, member)
    if (isToMany(member)) shapes[`${member.name}Count`] = { type: () => GraphQLInt, args: [filterArgument(registry, member.target)] }
  }
  return shapes
}

export const isToMany = (member: MemberModel): member is Extract<MemberModel, { target: string }> & { is: 'hasMany' | 'manyToMany' } =>
  member.is === 'manyToMany' || (member.is === 'hasMany' && !member.single)

function shapeOf(registry: Registry, member: MemberModel): FieldShape {
  const description = member.help ? `${member.label.en}. ${member.help.en}` : member.label.en
  switch (member.is) {
    case 'field': return fieldShape(registry, member, description)
    case 'belongsTo': return { type: registry.thunk(member.target), description }
    case 'anyOf': return { type: () => registry.shared.recordRef, description }
    default: return isToMany(member) ? { type: () => [registry.get(member.target)], description, args: listArguments(registry, member.target) } : { type: registry.thunk(member.target), description }
  }
}

function fieldShape(registry: Registry, field: Extract<MemberModel, { is: 'field' }>, description: string): FieldShape {
  if (field.name === 'id') return { type: () => GraphQLID, nullable: false }
  const type = registry.typeOf(field, 'output')
  return { type: field.many ? () => [type] : () => type, nullable: field.name !== 'version', description }
}

const filterArgument = (registry: Registry, target: string): ArgumentShape => ({ name: 'filter', type: registry.thunk(`${target}Filter`) })

const listArguments = (registry: Registry, target: string): readonly ArgumentShape[] => [
  filterArgument(registry, target),
  { name: 'sort', type: () => [registry.get(`${target}Sort`)] },
  { name: 'limit', type: () => GraphQLInt, default: 20, description: '1 to 100.' },
  { name: 'offset', type: () => GraphQLInt, default: 0 },
]
