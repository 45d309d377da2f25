import { GraphQLBoolean, GraphQLID } from 'graphql'
import type { ClassType } from 'type-graphql'
import { choice, type ChoiceOptions } from '../../model/fields/choice.ts'
import { upperFirst } from '../../model/names.ts'
import { isShape } from '../../model/shape.ts'
import type { RootQuery } from '../../read/rootQuery.ts'
import type { Action, Argument, ModuleOperations } from '../../write/types.ts'
import { rootFields, type ArgumentShape, type FieldShape, type Thunk, type TypeRef } from './define.ts'
import type { Registry } from './registry.ts'
import { scalars } from './scalars.ts'

/** The root fields that the modules add: the mutation `makeProspectPartner(id)`, the query `explainAccess(…)`. */
export function describeModuleOperations(registry: Registry, { actions, queries }: ModuleOperations): ClassType | undefined {
  if (actions.length + queries.length === 0) return undefined
  return rootFields('ModuleOperations', {
    mutations: Object.fromEntries(actions.map((action) => [action.name, actionField(registry, action)])),
    queries: Object.fromEntries(queries.map((query) => [query.name, queryField(registry, query)])),
  })
}

function queryField(registry: Registry, { name, returns, many, args, description }: RootQuery): FieldShape {
  const one = (): TypeRef => (returns === 'JSON' ? scalars.JSON : registry.get(isShape(returns) ? returns.shape : returns.name))
  return { type: many ? () => [one()] : one, args: argumentsOf(registry, name, args), description }
}

function actionField(registry: Registry, action: Action): FieldShape {
  const { returns } = action
  const id: readonly ArgumentShape[] = action.scope === 'entity' ? [] : [{ name: 'id', type: () => GraphQLID, required: true }]
  const type: Thunk = returns === 'Boolean' ? () => GraphQLBoolean : registry.thunk(isShape(returns) ? returns.shape : returns.name)
  return { type, args: [...id, ...argumentsOf(registry, action.name, action.args)], description: action.help?.en ?? action.label.en }
}

const argumentsOf = (registry: Registry, operation: string, args: Readonly<Record<string, Argument>> = {}): ArgumentShape[] =>
  Object.entries(args).map(([name, argument]) => ({ name, type: argumentType(registry, upperFirst(operation) + upperFirst(name), argument), required: argument.options.required === true }))

function argumentType(registry: Registry, name: string, argument: Argument): Thunk {
  // Made now: type-graphql must know it before it asks.
  const choices = argument.kind === choice ? registry.enumNamed(name, argument.options as ChoiceOptions) : undefined
  const one = (): TypeRef => {
    if (argument.kind === 'record') return GraphQLID
    if (argument.kind === 'input') return registry.get(`${argument.entity?.().name}CreateInput`)
    if (choices) return choices
    const type = registry.shared.types[argument.kind.graphqlInput ?? argument.kind.graphql]
    if (!type) throw new Error(`an argument of the kind ${argument.kind.name} has no GraphQL type`)
    return type
  }
  return argument.many ? () => [one()] : one
}
