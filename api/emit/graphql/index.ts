import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync, getMetadataStorage, type ClassType, type NonEmptyArray } from 'type-graphql'
import type { Model } from '../../model/model.ts'
import type { ModuleOperations } from '../../write/types.ts'
import { operationNames } from './operations.ts'
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

/** A module's query or shape under the name of an entity's own would take its place without a word. */
function refuseTwins(model: Model, added: ModuleOperations): void {
  const operations = new Set([...model.entities.values()].flatMap((entity) => [...Object.values(operationNames(entity)), ...entity.moves.map(({ operation }) => operation)]))
  const types = new Set([...model.entities.keys()].flatMap((name) => [name, `${name}Page`, `${name}Filter`, `${name}Sort`]))
  const twins = [...[...added.actions, ...added.queries].map(({ name }) => name).filter((name) => operations.has(name)), ...shapesOf(added).map(({ shape }) => shape).filter((name) => types.has(name))]
  if (twins.length > 0) throw new Error(`modules add what the entities have already: ${twins.join(', ')}; give them other names`)
}

/** The one GraphQL schema of the model, described through type-graphql, resolved by the engines. Without rules: `api/emit/shield` adds them. */
export function emitGraphql<C extends RequestContext>(model: Model, added: ModuleOperations, engines: Engines<C>): GraphQLSchema {
  refuseTwins(model, added)
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
