import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync, getMetadataStorage, type ClassType, type NonEmptyArray } from 'type-graphql'
import type { Model } from '../../model/model.ts'
import type { Action } from '../../write/types.ts'
import { describeActions } from './actions.ts'
import type { Engines, RequestContext } from './engines.ts'
import { describeHouse } from './house.ts'
import { describeInputs, describeQuestions } from './inputs.ts'
import { describeObjects } from './objects.ts'
import { describeOperations } from './operations.ts'
import { Registry } from './registry.ts'
import { attachResolvers } from './resolvers.ts'
import { sharedTypes } from './shared.ts'

/** The one GraphQL schema of the model, described through type-graphql, resolved by the engines. Without rules: `api/emit/shield` adds them. */
export function emitGraphql<C extends RequestContext>(model: Model, actions: readonly Action[], engines: Engines<C>): GraphQLSchema {
  getMetadataStorage().clear()
  const registry = new Registry(model, sharedTypes())
  // An abstract entity comes first: its kinds implement the interface.
  const entities = [...model.entities.values()].sort((a, b) => Number(b.abstract) - Number(a.abstract))
  const resolvers: ClassType[] = []
  for (const entity of entities) {
    describeObjects(registry, entity)
    describeQuestions(registry, entity)
    describeInputs(registry, entity)
    resolvers.push(describeOperations(registry, entity))
  }
  const added = describeActions(registry, actions)
  if (added) resolvers.push(added)
  const kinds = entities.filter((entity) => entity.parent).map((entity) => registry.get(entity.name) as ClassType)
  const schema = buildSchemaSync({
    resolvers: [describeHouse(registry), ...resolvers] as NonEmptyArray<ClassType>,
    orphanedTypes: kinds,
    validate: false,
    skipCheck: true,
  })
  attachResolvers(schema, model, actions, engines)
  return schema
}
