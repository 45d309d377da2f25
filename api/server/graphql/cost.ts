import {
  getNamedType, GraphQLInterfaceType, GraphQLObjectType, isCompositeType, Kind, valueFromASTUntyped, visit,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql'

type Variables = Readonly<Record<string, unknown>>
type Estimate = (variables: Variables) => number

/** Records that one point pays for. */
const RECORDS_PER_POINT = 10
const USUAL_SIZE = 20
const LARGEST_SIZE = 100

const estimates = new WeakMap<OperationDefinitionNode, Estimate>()

/**
 * What an operation may cost at worst, in points of ten records: each record that it may answer counts
 * once, times the sizes of the lists around it; plain values are free. Walked once per document; the
 * variables only choose the sizes.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables = {}): number {
  const estimate = estimates.get(operation) ?? prepare(schema, document, operation)
  estimates.set(operation, estimate)
  return Math.ceil(estimate(variables) / RECORDS_PER_POINT)
}

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly known: Map<string, Estimate>
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Estimate {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])))
  const body = selectionCost(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, { schema, fragments, known: new Map() })
  const defaults = Object.fromEntries((operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])))
  return (variables) => body({ ...defaults, ...variables })
}

const free: Estimate = () => 0

function selectionCost({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, walk: Walk): Estimate {
  const parts = selections.map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD: return fieldCost(selection, type, walk)
      case Kind.INLINE_FRAGMENT: return selectionCost(selection.selectionSet, selection.typeCondition ? walk.schema.getType(selection.typeCondition.name.value) : type, walk)
      case Kind.FRAGMENT_SPREAD: return fragmentCost(selection.name.value, walk)
    }
  }).filter((part) => part !== free)
  return parts.length === 0 ? free : (variables) => parts.reduce((sum, part) => sum + part(variables), 0)
}

function fragmentCost(name: string, walk: Walk): Estimate {
  const fragment = walk.fragments.get(name)
  const known = walk.known.get(name) ?? (fragment ? selectionCost(fragment.selectionSet, walk.schema.getType(fragment.typeCondition.name.value), walk) : free)
  walk.known.set(name, known)
  return known
}

function fieldCost(node: FieldNode, parent: GraphQLNamedType | undefined, walk: Walk): Estimate {
  const field = parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType ? parent.getFields()[node.name.value] : undefined
  if (!field) return free
  const type = getNamedType(field.type)
  // A count beside a relation is a small query of its own for each row.
  if (!isCompositeType(type) || !node.selectionSet) return field.args.length > 0 ? () => 1 : free
  const size = sizeOf(field, node)
  const inner = selectionCost(node.selectionSet, type, walk)
  return (variables) => size(variables) * (1 + inner(variables))
}

/** How many records a field answers: said by one of the arguments that our lists have. */
function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Estimate {
  const given = (name: string): ValueNode | undefined => node.arguments?.find((argument) => argument.name.value === name)?.value
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name)
  const read = (name: string): ((variables: Variables) => unknown) => {
    const value = given(name)
    if (value && mentionsVariables(value)) return (variables) => valueFromASTUntyped(value, { ...variables })
    const fixed = value && valueFromASTUntyped(value)
    return () => fixed
  }
  const said = (name: string, part?: string): Estimate => {
    const value = read(name)
    return (variables) => bounded(part === undefined ? value(variables) : property(value(variables), part))
  }
  if (takes('page')) return said('page', 'size')
  if (takes('limit')) return said('limit')
  if (takes('first')) return said('first')
  if (takes('ids')) return said('ids', 'length')
  return () => 1
}

function mentionsVariables(value: ValueNode): boolean {
  let found = false
  visit(value, { Variable: () => { found = true } })
  return found
}

const property = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined)

/** A size outside of what lists take is refused by the list, with its path; here it counts as the nearest. */
const bounded = (size: unknown): number => (typeof size === 'number' && !Number.isNaN(size) ? Math.min(Math.max(size, 1), LARGEST_SIZE) : USUAL_SIZE)
