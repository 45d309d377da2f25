import { GraphQLBoolean, GraphQLID, GraphQLInt } from 'graphql'
import type { ClassType } from 'type-graphql'
import { numberOf, type EntityModel, type Model } from '../../model/model.ts'
import { lowerFirst, upperFirst } from '../../model/names.ts'
import { rootFields, type ArgumentShape, type FieldShape, type Shapes } from './define.ts'
import type { Registry } from './registry.ts'

/** The names of an entity's operations: `docs/architecture.md`, "The API of an entity". */
export const operationNames = (entity: EntityModel) => ({
  one: lowerFirst(entity.name),
  list: entity.plural,
  byIds: `${entity.plural}ByIds`,
  create: `create${entity.name}`,
  update: `update${entity.name}`,
  remove: `delete${entity.name}`,
  updateMany: `update${upperFirst(entity.plural)}`,
  removeMany: `delete${upperFirst(entity.plural)}`,
})

/** The root fields that list records, by their names. */
export const listsOf = (model: Model): ReadonlyMap<string, { readonly entity: EntityModel; readonly page: boolean }> =>
  new Map([...model.entities.values()].flatMap((entity): [string, { entity: EntityModel; page: boolean }][] => {
    const { list, byIds } = operationNames(entity)
    return [[list, { entity, page: true }], [byIds, { entity, page: false }]]
  }))

const id: ArgumentShape = { name: 'id', type: () => GraphQLID, required: true }
const ids: ArgumentShape = { name: 'ids', type: () => [GraphQLID], required: true }
const expectedVersion: ArgumentShape = { name: 'expectedVersion', type: () => GraphQLInt, description: 'The version that was read: what others changed since is merged, or answered as a conflict.' }

/** The root fields of an entity. */
export function describeOperations(registry: Registry, entity: EntityModel): ClassType {
  const writable = !entity.abstract && !entity.readOnly
  return rootFields(`${entity.name}Operations`, {
    queries: queries(registry, entity),
    ...(writable ? { mutations: { ...mutations(registry, entity), ...moves(registry, entity) } } : {}),
  })
}

function queries(registry: Registry, entity: EntityModel): Shapes {
  const names = operationNames(entity)
  return {
    [names.one]: { type: registry.thunk(entity.name), args: oneArguments(registry, entity) },
    [names.list]: {
      type: registry.thunk(`${entity.name}Page`), nullable: false,
      args: [
        { name: 'filter', type: registry.thunk(`${entity.name}Filter`) },
        { name: 'sort', type: () => [registry.get(`${entity.name}Sort`)] },
        { name: 'page', type: () => registry.shared.pageInput },
      ],
    },
    [names.byIds]: { type: () => [registry.get(entity.name)], nullable: false, args: [ids], description: 'At most 100; what is missing or not yours is left out.' },
  }
}

/** People know a numbered record by its number: `contract(number: 652)`. */
function oneArguments(registry: Registry, entity: EntityModel): ArgumentShape[] {
  const number = numberOf(entity)
  if (!number) return [id]
  return [{ ...id, required: false }, { name: number.name, type: () => registry.typeOf(number, 'input'), description: `Instead of the id: its ${number.label.en.toLowerCase()}.` }]
}

function mutations(registry: Registry, entity: EntityModel): Shapes {
  const names = operationNames(entity)
  const record = registry.thunk(entity.name)
  const bulk: Pick<FieldShape, 'type' | 'nullable'> = { type: () => registry.shared.bulkAnswer, nullable: false }
  const errorPolicy: ArgumentShape = { name: 'errorPolicy', type: () => registry.shared.errorPolicy, default: 'ALL_OR_NOTHING' }
  const createInput: ArgumentShape = { name: 'input', type: registry.thunk(`${entity.name}CreateInput`), required: true }
  const updateInput: ArgumentShape = { name: 'input', type: registry.thunk(`${entity.name}UpdateInput`), required: true }
  return {
    [names.create]: { type: record, args: [createInput] },
    [names.update]: { type: record, args: [id, updateInput, expectedVersion] },
    [names.remove]: { type: () => GraphQLBoolean, args: [id] },
    [names.updateMany]: { ...bulk, args: [ids, updateInput, errorPolicy] },
    [names.removeMany]: { ...bulk, args: [ids, errorPolicy] },
  }
}

function moves(registry: Registry, entity: EntityModel): Shapes {
  return Object.fromEntries(entity.moves.map((move) => [move.operation, { type: registry.thunk(entity.name), args: [id, expectedVersion], description: move.label.en }]))
}
