import { GraphQLBoolean, GraphQLID } from 'graphql'
import type { ClassType } from 'type-graphql'
import type { Action, Argument } from '../../write/types.ts'
import { rootFields, type ArgumentShape, type FieldShape, type Thunk, type TypeRef } from './define.ts'
import type { Registry } from './registry.ts'

/** The mutations that the modules add: `makeProspectPartner(id)`. */
export function describeActions(registry: Registry, actions: readonly Action[]): ClassType | undefined {
  if (actions.length === 0) return undefined
  return rootFields('Actions', { mutations: Object.fromEntries(actions.map((action) => [action.name, shapeOf(registry, action)])) })
}

function shapeOf(registry: Registry, action: Action): FieldShape {
  const { returns } = action
  const id: readonly ArgumentShape[] = action.scope === 'entity' ? [] : [{ name: 'id', type: () => GraphQLID, required: true }]
  const args = Object.entries(action.args ?? {}).map(([name, argument]) => ({ name, type: argumentType(registry, argument), required: argument.options.required === true }))
  return { type: returns === 'Boolean' ? () => GraphQLBoolean : registry.thunk(returns.name), args: [...id, ...args], description: action.help?.en ?? action.label.en }
}

function argumentType(registry: Registry, argument: Argument): Thunk {
  const one = (): TypeRef => {
    if (argument.kind === 'record') return GraphQLID
    if (argument.kind === 'input') return registry.get(`${argument.entity?.().name}CreateInput`)
    const type = registry.shared.types[argument.kind.graphqlInput ?? argument.kind.graphql]
    if (!type) throw new Error(`an argument of the kind ${argument.kind.name} has no GraphQL type`)
    return type
  }
  return argument.many ? () => [one()] : one
}
