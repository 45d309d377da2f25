import type { Issue } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'

type Given = Readonly<Record<string, unknown>>

/** What may be given at one path of the variables. The shape is that of `schema/core/documentTerms.ts`. */
export interface VariableRule {
  readonly pinned?: unknown
  readonly oneOf?: readonly unknown[]
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
  readonly only?: readonly string[]
}

/** Rules by path: `page.size`. */
export type Policy = ReadonlyMap<string, VariableRule>

export const noPolicy: Policy = new Map()
const LARGEST = 100

/** What is stored was checked against its shape before. */
export const readPolicy = (stored: unknown): Policy =>
  (typeof stored === 'object' && stored !== null ? new Map(Object.entries(stored as Readonly<Record<string, VariableRule>>)) : noPolicy)

/** Faults of a policy on a document: rules for variables that it does not have, and rules that nothing fulfils. */
export function policyFaults(policy: Policy, variables: Readonly<Record<string, string>>): Issue[] {
  return [...policy].flatMap(([path, rule]) => {
    const name = path.split('.')[0] ?? ''
    if (!Object.hasOwn(variables, name)) return [issue(path, 'unknownVariable', { fr: 'Le document n’a pas de variable {name}.', en: 'The document has no variable {name}.' }, { name })]
    if (Object.keys(rule).length === 0) return [issue(path, 'emptyRule', { fr: 'Dites ce qui est permis : pinned, oneOf, min, max, maxLength ou only.', en: 'Say what is permitted: pinned, oneOf, min, max, maxLength or only.' })]
    return rule.min !== undefined && rule.max !== undefined && rule.min > rule.max ? [issue(path, 'emptyRange', { fr: 'Ce domaine est vide.', en: 'This range is empty.' })] : []
  })
}

/** The largest lists that may be asked for: what a document costs at worst follows from it. */
export function widest(policy: Policy, variables: Readonly<Record<string, string>>): Given {
  return Object.fromEntries(Object.entries(variables).flatMap(([name, type]): [string, unknown][] => {
    if (/^PageInput\b/.test(type)) return [[name, { size: most(policy.get(`${name}.size`) ?? sizeIn(policy.get(name))) }]]
    if (/^Int\b/.test(type)) return [[name, most(policy.get(name))]]
    return type.startsWith('[') ? [[name, Array.from({ length: policy.get(name)?.maxLength ?? LARGEST })]] : []
  }))
}

const sizeIn = (rule: VariableRule | undefined): VariableRule | undefined =>
  (typeof rule?.pinned === 'object' && rule.pinned !== null && 'size' in rule.pinned ? { pinned: rule.pinned.size } : undefined)

function most(rule: VariableRule | undefined): number {
  const numbers = [rule?.pinned, ...(rule?.oneOf ?? [])].filter((value) => typeof value === 'number')
  return rule?.max ?? (numbers.length > 0 ? Math.max(...numbers) : LARGEST)
}

const issue = (path: string, reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): Issue => ({ path: `variables.${path}`, reason, message, values })
