import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql'
import { operationNames } from '../emit/graphql/operations.ts'
import type { EntityModel } from '../model/model.ts'
import type { ModuleOperations } from '../write/types.ts'
import { unknownId } from './records.ts'

/** Kind and name of a root field, and the smallest document that asks it. */
export type RootDocument = readonly ['Query' | 'Mutation', string, string]

export const fieldsOf = (schema: GraphQLSchema, type: string): readonly GraphQLField<unknown, unknown>[] => {
  const found = schema.getType(type)
  return isObjectType(found) || isInterfaceType(found) ? Object.values(found.getFields()) : []
}

/** Every root field of an entity, with those of the actions on it. */
export function rootDocuments(whole: GraphQLSchema, added: ModuleOperations, entity: EntityModel): readonly RootDocument[] {
  const names = operationNames(entity)
  const queries = [[names.one, `(id: "${unknownId}") { id }`], [names.list, ' { total }'], [names.byIds, `(ids: ["${unknownId}"]) { id }`]] as const
  const bulk = `ids: ["${unknownId}"]`
  const mutations = entity.abstract || entity.readOnly ? [] : [
    [names.create, '(input: {}) { id }'], [names.update, `(id: "${unknownId}", input: {}) { id }`], [names.remove, `(id: "${unknownId}")`],
    [names.updateMany, `(${bulk}, input: {}) { done }`], [names.removeMany, `(${bulk}) { done }`], ...entity.moves.map(({ operation }) => [operation, `(id: "${unknownId}") { id }`] as const),
  ] as const
  const own = added.actions.filter(({ on }) => on === entity.cls).map((action) => [action.name, `${actionArguments(whole, action.name)}${action.returns === 'Boolean' ? '' : ' { __typename }'}`] as const)
  return [...queries.map(([field, rest]) => ['Query', field, `{ ${field}${rest} }`] as const), ...[...mutations, ...own].map(([field, rest]) => ['Mutation', field, `mutation { ${field}${rest} }`] as const)]
}

/** The arguments that an action cannot do without; `id`: of the record on which it works. */
export function actionArguments(whole: GraphQLSchema, name: string, id = unknownId): string {
  const args = fieldsOf(whole, 'Mutation').find((field) => field.name === name)?.args.filter(({ type }) => String(type).endsWith('!')) ?? []
  return args.length === 0 ? '' : `(${args.map((arg) => `${arg.name}: ${arg.name === 'id' ? `"${id}"` : literal(String(arg.type))}`).join(', ')})`
}
const literal = (type: string): string => (type.startsWith('Boolean') ? 'true' : type.startsWith('[') ? '[]' : type.startsWith('Int') ? '1' : type === 'MoneyInput!' ? '{ amount: 1 }' : type.endsWith('Input!') || type === 'JSON!' ? '{}' : `"${unknownId}"`)
