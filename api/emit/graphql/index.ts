import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync, getMetadataStorage, type ClassType, type NonEmptyArray } from 'type-graphql'
import type { Model } from '../../model/model.ts'
import type { ModuleOperations } from '../../write/types.ts'
import { describeModuleOperations } from './actions.ts'
import type { Engines, RequestContext } from './engines.ts'
import { describeHouse } from './house.ts'
import { describeInputs, describeQuestions } from './inputs.ts'
import { describeObjects } from './objects.ts'
import { describeOperations } from './operations.ts'
import { Registry } from './registry.ts'
import { attachResolvers } from './resolvers.ts'
import { attachShapes, describeShapes, shapesOf } from './shapes.ts'
import { sharedTypes } from './shared.ts'

/** The one GraphQL schema of the model, described through type-graphql, resolved by the engines. Without rules: `api/emit/shield` adds them. */
export function emitGraphql<C extends RequestContext>(model: Model, added: ModuleOperations, engines: Engines<C>): GraphQLSchema {
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
  const shapes = shapesOf(added)
  describeShapes(registry, shapes)
  const operations = describeModuleOperations(registry, added)
  if (operations) resolvers.push(operations)
  const kinds = entities.filter((entity) => entity.parent).map((entity) => registry.get(entity.name) as ClassType)
  const schema = buildSchemaSync({
    resolvers: [describeHouse(registry), ...resolvers] as NonEmptyArray<ClassType>,
    orphanedTypes: kinds,
    validate: false,
    skipCheck: true,
  })
  attachResolvers(schema, model, added, engines)
  attachShapes(schema, model, shapes, engines)
  return schema
}
