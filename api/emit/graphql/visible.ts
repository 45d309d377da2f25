import {
  GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType,
  type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap, type GraphQLNamedType, getNamedType, isListType, isNonNullType, GraphQLList, GraphQLNonNull, type GraphQLType,
} from 'graphql'
import { mayRun } from '../../access/modules.ts'
import { mayList, type Rights } from '../../access/rights.ts'
import { grantsOf } from '../../model/access.ts'
import { isInput, type EntityModel, type MemberModel, type Model } from '../../model/model.ts'
import type { ModuleOperations } from '../../write/types.ts'
import { isToMany } from './objects.ts'
import { operationNames } from './operations.ts'

/** Decides which fields of which types a caller is shown. Types without an entry are shown whole. */
interface Visible {
  readonly fields: ReadonlyMap<string, (field: string) => boolean>
}

/**
 * The part of the schema that these rights may use, of the root fields that the caller may ask: what introspection answers. Resolvers are left
 * out, nothing is executed on it but introspection.
 */
export function visibleSchema(schema: GraphQLSchema, model: Model, added: ModuleOperations, rights: Rights, asks: (root: string) => boolean = () => true): GraphQLSchema {
  const visible = decide(model, added, rights, asks)
  const rebuilt = new Map<string, GraphQLNamedType>()
  const convert = <T extends GraphQLType>(type: T): T => rewrap(type, (named) => rebuild(named, visible, rebuilt, convert))
  const query = schema.getQueryType()
  const mutation = schema.getMutationType()
  const hasMutation = mutation && Object.keys(mutation.getFields()).some((name) => visible.fields.get('Mutation')?.(name) !== false)
  const kinds = [...model.entities.values()].filter((entity) => entity.parent && rights.of(entity.name, 'read').rows !== 'none').map((entity) => schema.getType(entity.name))
  return new GraphQLSchema({
    query: query ? convert(query) : null,
    mutation: mutation && hasMutation ? convert(mutation) : null,
    types: kinds.flatMap((type) => (type ? [convert(type)] : [])),
    directives: schema.getDirectives(),
    assumeValid: true,
  })
}

function decide(model: Model, added: ModuleOperations, rights: Rights, asks: (root: string) => boolean): Visible {
  const fields = new Map<string, (field: string) => boolean>()
  const hidden = new Set<string>()
  for (const entity of model.entities.values()) {
    decideEntity(entity, rights, fields)
    for (const name of hiddenOperations(entity, rights)) hidden.add(name)
  }
  for (const operation of [...added.actions, ...added.queries]) if (!mayRun(model, rights, operation)) hidden.add(operation.name)
  fields.set('Query', (field) => !hidden.has(field) && asks(field))
  fields.set('Mutation', (field) => !hidden.has(field) && asks(field))
  return { fields }
}

function decideEntity(entity: EntityModel, rights: Rights, fields: Map<string, (field: string) => boolean>): void {
  const read = rights.of(entity.name, 'read')
  const counted = new Map([...entity.members.values()].filter(isToMany).map((member) => [`${member.name}Count`, member.name]))
  const readable = (field: string): boolean => !entity.members.has(counted.get(field) ?? field) || read.field(counted.get(field) ?? field) !== 'none'
  for (const type of [entity.name, `${entity.name}Sort`]) fields.set(type, readable)
  const conditions = entity.options.conditions ?? {}
  fields.set(`${entity.name}Filter`, (field) => readable(field) && (conditions[field] === undefined || rights.holds(grantsOf(conditions[field].read))))
  for (const verb of ['create', 'update'] as const) {
    const write = rights.of(entity.name, verb)
    const type = `${entity.name}${verb === 'create' ? 'CreateInput' : 'UpdateInput'}`
    fields.set(type, (field) => isWritable(entity.members.get(field)) && write.field(field) !== 'none')
    const nested = (field: string): boolean => field !== verb || write.rows !== 'none'
    for (const wrapper of [`${entity.name}OneInput`, `${entity.name}ManyInput`]) {
      const before = fields.get(wrapper)
      fields.set(wrapper, (field) => nested(field) && before?.(field) !== false)
    }
  }
}

const isWritable = (member: MemberModel | undefined): boolean => member !== undefined && isInput(member)

function hiddenOperations(entity: EntityModel, rights: Rights): string[] {
  const names = operationNames(entity)
  const may = (verb: 'read' | 'create' | 'update' | 'delete'): boolean => rights.of(entity.name, verb).rows !== 'none'
  return [
    ...(mayList(rights, entity.name) ? [] : [names.one, names.list, names.byIds]),
    ...(may('create') ? [] : [names.create]),
    ...(may('update') ? [] : [names.update, names.updateMany]),
    ...(may('delete') ? [] : [names.remove, names.removeMany]),
    ...entity.moves.filter((move) => !may('read') || rights.action(entity.name, move.name, move.access && grantsOf(move.access)) === 'none').map((move) => move.operation),
  ]
}

type Convert = <T extends GraphQLType>(type: T) => T

function rewrap<T extends GraphQLType>(type: T, named: (type: GraphQLNamedType) => GraphQLNamedType): T {
  // The wrappers keep their shape, so the type that comes out is of the kind that went in.
  if (isNonNullType(type)) return new GraphQLNonNull(rewrap(type.ofType, named)) as unknown as T
  if (isListType(type)) return new GraphQLList(rewrap(type.ofType, named)) as unknown as T
  return named(getNamedType(type)) as unknown as T
}

function rebuild(type: GraphQLNamedType, visible: Visible, rebuilt: Map<string, GraphQLNamedType>, convert: Convert): GraphQLNamedType {
  const known = rebuilt.get(type.name)
  if (known) return known
  const shows = visible.fields.get(type.name) ?? (() => true)
  const made = make(type, shows, convert)
  rebuilt.set(type.name, made)
  return made
}

function make(type: GraphQLNamedType, shows: (field: string) => boolean, convert: Convert): GraphQLNamedType {
  if (isObjectType(type)) return new GraphQLObjectType({ ...type.toConfig(), fields: () => outputFields(type, shows, convert), interfaces: () => type.getInterfaces().map(convert) })
  if (isInterfaceType(type)) return new GraphQLInterfaceType({ ...type.toConfig(), fields: () => outputFields(type, shows, convert), interfaces: () => type.getInterfaces().map(convert) })
  if (isInputObjectType(type)) return new GraphQLInputObjectType({ ...type.toConfig(), fields: () => inputFields(type, shows, convert) })
  return type
}

function outputFields(type: GraphQLObjectType | GraphQLInterfaceType, shows: (field: string) => boolean, convert: Convert): GraphQLFieldConfigMap<unknown, unknown> {
  const { fields } = type.toConfig()
  return Object.fromEntries(Object.entries(fields).filter(([name]) => shows(name)).map(([name, field]) => [name, {
    ...field, type: convert(field.type),
    args: Object.fromEntries(Object.entries(field.args ?? {}).map(([arg, config]) => [arg, { ...config, type: convert(config.type) }])),
  }]))
}

function inputFields(type: GraphQLInputObjectType, shows: (field: string) => boolean, convert: Convert): GraphQLInputFieldConfigMap {
  const { fields } = type.toConfig()
  return Object.fromEntries(Object.entries(fields).filter(([name]) => shows(name)).map(([name, field]) => [name, { ...field, type: convert(field.type) }]))
}
