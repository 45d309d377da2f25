import { getNamedType, isInterfaceType, isObjectType, Kind, parse, type FragmentDefinitionNode, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import type { Disclosure } from '../ports/documents.ts'

interface Masking {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly disclosure: Disclosure
  readonly rows: number
}

const MASK = '•••'
const LONGEST = 200

/** An answer with so many rows of each list, in which only what is public can be read. */
export function maskedSample(schema: GraphQLSchema, operation: OperationDefinitionNode, text: string, data: unknown, disclosure: Disclosure, rows: number): unknown {
  const fragments = new Map(parse(text).definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])))
  return maskRecord({ schema, fragments, disclosure, rows }, operation.selectionSet, schema.getQueryType() ?? undefined, data, false)
}

/** The fields of an answer by their keys, with the name of each and its type. */
function fieldsOf(masking: Masking, { selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Map<string, { name: string; owner: GraphQLNamedType | undefined; set: SelectionSetNode | undefined }> {
  const found = new Map<string, { name: string; owner: GraphQLNamedType | undefined; set: SelectionSetNode | undefined }>()
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) found.set(selection.alias?.value ?? selection.name.value, { name: selection.name.value, owner: type, set: selection.selectionSet })
    else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : masking.fragments.get(selection.name.value)
      const inner = fragment?.typeCondition ? masking.schema.getType(fragment.typeCondition.name.value) : type
      if (fragment) for (const [key, field] of fieldsOf(masking, fragment.selectionSet, inner)) found.set(key, field)
    }
  }
  return found
}

function maskRecord(masking: Masking, set: SelectionSetNode, type: GraphQLNamedType | undefined, value: unknown, hidden: boolean): unknown {
  if (Array.isArray(value)) return value.slice(0, masking.rows).map((one) => maskRecord(masking, set, type, one, hidden))
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>>
  return Object.fromEntries([...fieldsOf(masking, set, type)].map(([key, field]) => [key, maskField(masking, field, record[key], hidden)]))
}

function maskField(masking: Masking, { name, owner, set }: { name: string; owner: GraphQLNamedType | undefined; set: SelectionSetNode | undefined }, value: unknown, hidden: boolean): unknown {
  const sensitivity = owner ? masking.disclosure[`${owner.name}.${name}`]?.sensitivity : undefined
  const field = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[name] : undefined
  // Below a relation the fields speak for themselves; the parts of a value are as sensitive as the value.
  const closed = sensitivity === undefined ? hidden : sensitivity !== 'PUBLIC'
  const type = field && getNamedType(field.type)
  if (set) return maskRecord(masking, set, type, value, closed && type !== undefined && !Object.keys(masking.disclosure).some((coordinate) => coordinate.startsWith(`${type.name}.`)))
  return closed && value !== null && value !== undefined ? MASK : shortened(value)
}

const shortened = (value: unknown): unknown => (typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)
