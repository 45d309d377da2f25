import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'

/** What the limits and the doorkeeper need to know of one operation, fragments followed. */
export interface OperationFacts {
  /** Names of the root fields, as often as they are asked. */
  readonly rootFields: readonly string[]
  readonly depth: number
  /** Asks about the schema. */
  readonly introspective: boolean
}

const unknown: OperationFacts = { rootFields: [], depth: 0, introspective: false }
const facts = new WeakMap<OperationDefinitionNode, OperationFacts>()

/** Walks each fragment once, and so takes no longer for a document that spreads them a thousand times. */
export function factsOf(document: DocumentNode, operation: OperationDefinitionNode | undefined): OperationFacts {
  if (!operation) return unknown
  const found = facts.get(operation) ?? measure(document, operation)
  facts.set(operation, found)
  return found
}

function measure(document: DocumentNode, operation: OperationDefinitionNode): OperationFacts {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])))
  const rootFields = rootsOf(operation.selectionSet, fragments, new Map())
  return {
    rootFields,
    depth: depthOf(operation.selectionSet, fragments, new Map()),
    introspective: rootFields.some((name) => name === '__schema' || name === '__type'),
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** At most a hundred are told: whoever asks for more is refused anyway. */
function rootsOf({ selections }: SelectionSetNode, fragments: Fragments, known: Map<string, readonly string[]>): readonly string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD: return [selection.name.value]
      case Kind.INLINE_FRAGMENT: return rootsOf(selection.selectionSet, fragments, known)
      case Kind.FRAGMENT_SPREAD: return ofFragment(selection.name.value, fragments, known, [], rootsOf)
    }
  }).slice(0, 100)
}

function depthOf({ selections }: SelectionSetNode, fragments: Fragments, known: Map<string, number>): number {
  return selections.reduce((deepest, selection) => {
    switch (selection.kind) {
      case Kind.FIELD: return Math.max(deepest, selection.selectionSet ? 1 + depthOf(selection.selectionSet, fragments, known) : 1)
      case Kind.INLINE_FRAGMENT: return Math.max(deepest, depthOf(selection.selectionSet, fragments, known))
      case Kind.FRAGMENT_SPREAD: return Math.max(deepest, ofFragment(selection.name.value, fragments, known, 0, depthOf))
    }
  }, 0)
}

/** `nothing` while a fragment is walked: one that leads back to itself is refused by validation. */
function ofFragment<T>(name: string, fragments: Fragments, known: Map<string, T>, nothing: T, walk: (selections: SelectionSetNode, fragments: Fragments, known: Map<string, T>) => T): T {
  const fragment = fragments.get(name)
  const found = known.get(name)
  if (!fragment || found !== undefined) return found ?? nothing
  known.set(name, nothing)
  const value = walk(fragment.selectionSet, fragments, known)
  known.set(name, value)
  return value
}
