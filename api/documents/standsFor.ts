import { Kind, type FieldNode, type SelectionSetNode } from 'graphql'
import type { Parsed } from './check.ts'
import type { Policy } from './policy.ts'

/** What a reading asks without running its document: which root field of it, and by which names of what. */
export interface StandsFor {
  readonly root: string
  readonly argument: string
  /** Under each of which it might be asked for. */
  readonly names: readonly string[]
}

/** Whether the document could have been asked for this: its text may say one name itself, and the policies may pin a variable, or name several. */
export const mayStandFor = (parsed: Parsed, policies: readonly Policy[], asked: StandsFor): boolean => rootsNamed(parsed, asked.root).some((field) => mayAsk(field, policies, asked))

/** The root fields of a name, fragments followed, each of which tells the same wherever it stands. */
function rootsNamed({ document, operation }: Parsed, name: string): readonly FieldNode[] {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])))
  const walk = ({ selections }: SelectionSetNode): readonly FieldNode[] => selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return one.name.value === name ? [one] : []
    if (one.kind === Kind.INLINE_FRAGMENT) return walk(one.selectionSet)
    const fragment = fragments.get(one.name.value)
    fragments.delete(one.name.value)
    return fragment ? walk(fragment) : []
  })
  return walk(operation.selectionSet)
}

function mayAsk(field: FieldNode, policies: readonly Policy[], { argument, names }: StandsFor): boolean {
  const value = field.arguments?.find((one) => one.name.value === argument)?.value
  const isOne = (given: unknown): boolean => typeof given === 'string' && names.some((name) => name.toLowerCase() === given.toLowerCase())
  if (value?.kind === Kind.STRING) return isOne(value.value)
  if (value?.kind !== Kind.VARIABLE) return false
  return policies.flatMap((policy) => policy.get(value.name.value) ?? []).every((rule) => (!('pinned' in rule) || isOne(rule.pinned)) && (!rule.oneOf || rule.oneOf.some(isOne)))
}
