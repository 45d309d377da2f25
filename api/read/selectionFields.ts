import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, visit, type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, type SelectionNode, type SelectionSetNode } from 'graphql'

/** The part of GraphQL's resolve info that says what is asked; that of graphql-js and that of graphql-jit. */
export interface SelectionInfo {
  readonly fieldNodes: readonly FieldNode[]
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>
  readonly variableValues: Readonly<Record<string, unknown>>
  readonly schema: GraphQLSchema
}

/** The nodes that answer under one key; `only`: on records of this kind of an abstract entity. */
export interface Collected {
  readonly key: string
  readonly nodes: readonly FieldNode[]
  readonly only?: string
}

interface Found {
  readonly key: string
  readonly node: FieldNode
  readonly only: string | undefined
}

/**
 * The fields below these nodes, with fragments put in their places and equal keys put together, as
 * GraphQL executes them. `names`: the types of which every record is; `kinds`: those of which some are.
 */
export function collectFields(info: SelectionInfo, nodes: readonly Pick<FieldNode, 'selectionSet'>[], names: readonly string[], kinds: readonly string[] = []): Collected[] {
  const found = nodes.flatMap((node) => (node.selectionSet ? inSet(info, node.selectionSet, names, kinds, undefined) : []))
  const byKey = Map.groupBy(found, ({ key }) => key)
  return [...byKey].flatMap(([key, fields]) => {
    if (fields.every(({ only }) => only === undefined)) return [{ key, nodes: fields.map(({ node }) => node) }]
    return kinds.flatMap((kind) => {
      const ofKind = fields.filter(({ only }) => only === undefined || only === kind).map(({ node }) => node)
      return ofKind.length === 0 ? [] : [{ key, nodes: ofKind, only: kind }]
    })
  })
}

function inSet(info: SelectionInfo, set: SelectionSetNode, names: readonly string[], kinds: readonly string[], only: string | undefined): Found[] {
  return set.selections.filter((node) => isIncluded(info, node)).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ key: node.alias?.value ?? node.name.value, node, only }]
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value]
    if (!fragment) return []
    const type = fragment.typeCondition?.name.value
    if (type === undefined || names.includes(type) || type === only) return inSet(info, fragment.selectionSet, names, kinds, only)
    return only === undefined && kinds.includes(type) ? inSet(info, fragment.selectionSet, names, kinds, type) : []
  })
}

function isIncluded({ variableValues }: SelectionInfo, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  return getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true
    && getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
}

/** Whether what is asked below a node depends on variables. Its own arguments are no part of that. */
export function mentionsVariables(node: FieldNode, fragments: SelectionInfo['fragments']): boolean {
  const seen = new Set<string>()
  const inside = (set: SelectionSetNode | undefined): boolean => {
    let found = false
    if (set) visit(set, {
      Variable: () => { found = true },
      FragmentSpread: ({ name }) => {
        if (!seen.has(name.value)) {
          seen.add(name.value)
          found ||= inside(fragments[name.value]?.selectionSet)
        }
      },
    })
    return found
  }
  return inside(node.selectionSet)
}
