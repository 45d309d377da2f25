import { getNamedType, isObjectType, Kind, valueFromASTUntyped, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql'

/** From where the lists at the root of a document take how many rows they answer. */
export interface Sizes {
  /** Paths of variables (`page.size`, `first`), with the number of rows where none is given. */
  readonly variable: ReadonlyMap<string, number>
  /** The largest that the text says itself. */
  readonly fixed: number
}

/** Rows of a list of which nobody says the size. */
const USUAL = 20

type Size = { readonly path: string; readonly otherwise: number } | { readonly fixed: number }

export function sizesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Sizes {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])))
  const defaults = defaultsOf(operation)
  const sizes = operation.operation === 'query' ? rootFields(operation.selectionSet, fragments).flatMap((field) => sizeOf(schema, field, defaults)) : []
  return {
    variable: new Map(sizes.flatMap((size) => ('path' in size ? [[size.path, size.otherwise] as const] : []))),
    fixed: Math.max(0, ...sizes.map((size) => ('fixed' in size ? size.fixed : 0))),
  }
}

/** What a variable is where nobody gives it. */
export const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(variableDefinitions.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])))

const rootFields = ({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    return inner ? rootFields(inner.selectionSet, fragments) : []
  })

function sizeOf(schema: GraphQLSchema, { name, arguments: given = [] }: FieldNode, defaults: Readonly<Record<string, unknown>>): Size[] {
  const field = schema.getQueryType()?.getFields()[name.value]
  const argument = field?.args.find((one) => (one.name === 'page' || one.name === 'first') && isObjectType(getNamedType(field.type)))
  if (!argument) return []
  const value = given.find((one) => one.name.value === argument.name)?.value
  if (argument.name === 'first') return [sizeAt(value, defaults)]
  if (value?.kind !== Kind.VARIABLE) return [sizeAt(value?.kind === Kind.OBJECT ? value.fields.find((one) => one.name.value === 'size')?.value : undefined, defaults)]
  const page = defaults[value.name.value]
  return [{ path: `${value.name.value}.size`, otherwise: numberIn(typeof page === 'object' && page !== null && 'size' in page ? page.size : undefined) }]
}

function sizeAt(value: ValueNode | undefined, defaults: Readonly<Record<string, unknown>>): Size {
  if (value?.kind === Kind.VARIABLE) return { path: value.name.value, otherwise: numberIn(defaults[value.name.value]) }
  return { fixed: numberIn(value?.kind === Kind.INT ? Number(value.value) : undefined) }
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : USUAL)
