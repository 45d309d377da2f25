import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { GraphQLObjectType } from 'graphql'
import { entityOf, type Model } from '../../model/model.ts'
import { isShape, type Shape, type ShapeField } from '../../model/shape.ts'
import type { ModuleOperations } from '../../write/types.ts'
import { objectType, type FieldShape, type Thunk, type TypeRef } from './define.ts'
import type { Engines, RequestContext } from './engines.ts'
import type { Registry } from './registry.ts'

/** The shapes that modules answer with, those inside others included, each once. */
export function shapesOf({ actions, queries }: ModuleOperations): Shape[] {
  const found = new Map<string, Shape>()
  const gather = (shape: Shape): void => {
    const known = found.get(shape.shape)
    if (known && known !== shape) throw new Error(`two shapes are named ${shape.shape}`)
    if (known) return
    found.set(shape.shape, shape)
    for (const { type } of Object.values(shape.fields)) if (isShape(type)) gather(type)
  }
  for (const { returns } of [...actions, ...queries]) if (isShape(returns)) gather(returns)
  return [...found.values()]
}

export function describeShapes(registry: Registry, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    const fields = Object.entries(shape.fields).map(([name, field]) => [name, fieldShape(registry, field)])
    registry.put(shape.shape, objectType(shape.shape, shape.description, Object.fromEntries(fields) as Record<string, FieldShape>))
  }
}

function fieldShape(registry: Registry, { type, many, required, description }: ShapeField): FieldShape {
  const one = (): TypeRef => typeOf(registry, type)
  const thunk: Thunk = many ? () => [one()] : one
  return { type: thunk, nullable: required !== true || typeof type === 'function', description }
}

function typeOf(registry: Registry, type: ShapeField['type']): TypeRef {
  if (isShape(type)) return registry.get(type.shape)
  if (typeof type === 'function') return registry.get(type().name)
  const scalar = registry.shared.types[type]
  if (!scalar) throw new Error(`no GraphQL type ${type}`)
  return scalar
}

const isRow = (given: unknown): boolean => [given].flat().some((one) => typeof one === 'object')

/** Fields that are records hold ids, or rows that the query has read itself; the engine reads them with the rights of whoever asks. */
export function attachShapes<C extends RequestContext>(schema: GraphQLSchema, model: Model, shapes: readonly Shape[], engines: Engines<C>): void {
  for (const shape of shapes) {
    const type = schema.getType(shape.shape)
    if (!(type instanceof GraphQLObjectType)) throw new Error(`no type ${shape.shape}`)
    for (const [name, field] of Object.entries(shape.fields)) {
      const described = type.getFields()[name]
      if (typeof field.type === 'function' && described) described.resolve = recordResolver(model, name, field.type().name, engines) as GraphQLFieldResolver<unknown, unknown>
    }
  }
}

const recordResolver = <C extends RequestContext>(model: Model, name: string, entity: string, engines: Engines<C>) =>
  (value: Readonly<Record<string, unknown>>, _args: unknown, context: C, info: GraphQLResolveInfo): Promise<unknown> | null => {
    const given = value[name]
    if (given == null) return null
    // Read by the query itself, in its own statement.
    if (isRow(given)) return Promise.resolve(given)
    return engines.records(context, entityOf(model, entity), given as string | readonly string[], info)
  }
