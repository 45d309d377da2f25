import type { GraphQLRequestContext } from '@apollo/server'
import { getNamedType, isAbstractType, isObjectType, Kind, type DocumentNode, type FieldNode, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import type { AuditEvent } from '../../access/audit.ts'
import type { DoorContext } from './context.ts'
import type { ToldError } from './errors.ts'

/** What of a request was refused for want of a right: one event for each coordinate, however many rows there were. */
export function refusalsOf<C extends DoorContext>(schema: GraphQLSchema, { contextValue, document, operation, operationName }: GraphQLRequestContext<C>, told: readonly ToldError[]): AuditEvent[] {
  const { caller: { principal }, http } = contextValue
  const events = told.filter(({ answer }) => answer.extensions.code === 'FORBIDDEN').map(({ error, answer }): AuditEvent => ({
    action: 'REFUSED', by: principal, address: http.address,
    operation: document && operation ? coordinateAt(schema, document, operation, error.path ?? []) : undefined,
    reason: String(answer.extensions['reason'] ?? 'forbidden'),
    details: { ...(operationName ? { name: operationName.slice(0, 100) } : {}), ...pathsOf(answer.extensions['fields']) },
  }))
  return [...new Map(events.map((event) => [`${event.operation} ${event.reason}`, event])).values()]
}

/** Which field of an input, a filter or a sort it was: they are names of ours, or nothing was found under them. */
function pathsOf(fields: unknown): { readonly paths?: readonly string[] } {
  if (!Array.isArray(fields)) return {}
  return { paths: fields.slice(0, 10).map(({ path }: { path: unknown }) => String(path).slice(0, 200)) }
}

/** `Person.birthDate` for the place of an error in the answer; without one, the first thing that was asked. */
function coordinateAt(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, path: readonly (string | number)[]): string | undefined {
  const keys = path.filter((part): part is string => typeof part === 'string')
  let type: GraphQLNamedType | undefined = schema.getRootType(operation.operation) ?? undefined
  let sets: readonly SelectionSetNode[] = [operation.selectionSet]
  let coordinate: string | undefined
  for (const key of keys.length > 0 ? keys : [undefined]) {
    const nodes = sets.flatMap((set) => fieldsOf(set, document, new Set())).filter((node) => key === undefined || (node.alias ?? node.name).value === key)
    const owner = ownerOf(schema, type, nodes[0])
    if (!owner || !nodes[0]) return coordinate
    coordinate = `${owner.name}.${nodes[0].name.value}`
    type = getNamedType(owner.getFields()[nodes[0].name.value]?.type)
    sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  }
  return coordinate
}

/** The type that has the field: behind an interface one of its types. */
function ownerOf(schema: GraphQLSchema, type: GraphQLNamedType | undefined, node: FieldNode | undefined) {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : []
  return types.find((one) => node && node.name.value in one.getFields())
}

/** Each fragment once: a document may spread one a thousand times. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode, spread: Set<string>): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document, spread)
    const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value)
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || spread.has(selection.name.value)) return []
    return fieldsOf(fragment.selectionSet, document, spread.add(selection.name.value))
  })
}
