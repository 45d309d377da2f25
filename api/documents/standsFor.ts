import { Kind } from 'graphql'
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
export function mayStandFor({ operation }: Parsed, policies: readonly Policy[], { root, argument, names }: StandsFor): boolean {
  const field = operation.selectionSet.selections.find((one) => one.kind === Kind.FIELD && one.name.value === root)
  const value = field?.kind === Kind.FIELD ? field.arguments?.find((one) => one.name.value === argument)?.value : undefined
  const isOne = (given: unknown): boolean => typeof given === 'string' && names.some((name) => name.toLowerCase() === given.toLowerCase())
  if (value?.kind === Kind.STRING) return isOne(value.value)
  if (value?.kind !== Kind.VARIABLE) return false
  return policies.flatMap((policy) => policy.get(value.name.value) ?? []).every((rule) => (!('pinned' in rule) || isOne(rule.pinned)) && (!rule.oneOf || rule.oneOf.some(isOne)))
}
