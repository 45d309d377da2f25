import { isDeepStrictEqual } from 'node:util'
import { badInput } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'
import type { Sizes } from './sizes.ts'

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

/** Faults of a policy on a document: rules for variables that it does not have, rules that nothing fulfils, and defaults that no rule lets through. */
export function policyFaults(policy: Policy, variables: Readonly<Record<string, string>>, defaults: Given): Issue[] {
  return [...policy].flatMap(([path, rule]) => {
    const name = path.split('.')[0] ?? ''
    if (!Object.hasOwn(variables, name)) return [issue(path, 'unknownVariable', { fr: 'Le document n’a pas de variable {name}.', en: 'The document has no variable {name}.' }, { name })]
    if (Object.keys(rule).length === 0) return [issue(path, 'emptyRule', { fr: 'Dites ce qui est permis : pinned, oneOf, min, max, maxLength ou only.', en: 'Say what is permitted: pinned, oneOf, min, max, maxLength or only.' })]
    if (rule.min !== undefined && rule.max !== undefined && rule.min > rule.max) return [issue(path, 'emptyRange', { fr: 'Ce domaine est vide.', en: 'This range is empty.' })]
    const usual = valueAt(defaults, path.split('.'))
    return 'pinned' in rule || usual === undefined ? [] : faultsOf(path, rule, usual).map((fault) => ({ ...fault, reason: 'defaultOutOfPolicy' }))
  })
}

/** The largest lists that may be asked for, with what is pinned and the first of what must be chosen: what a document costs at worst follows from it. */
export function widest(policy: Policy, variables: Readonly<Record<string, string>>): Given {
  const largest: Given = Object.fromEntries(Object.entries(variables).flatMap(([name, type]): [string, unknown][] => {
    if (/^PageInput\b/.test(type)) return [[name, { size: most(policy.get(`${name}.size`) ?? sizeIn(policy.get(name))) }]]
    if (/^(Safe)?Int\b/.test(type)) return [[name, most(policy.get(name))]]
    return type.startsWith('[') ? [[name, Array.from({ length: policy.get(name)?.maxLength ?? LARGEST })]] : []
  }))
  return [...policy].reduce((given, [path, rule]) => {
    const [first] = rule.oneOf ?? []
    return 'pinned' in rule || (first !== undefined && typeof first !== 'number') ? put(given, path.split('.'), 'pinned' in rule ? rule.pinned : first) : given
  }, largest)
}

const sizeIn = (rule: VariableRule | undefined): VariableRule | undefined =>
  (typeof rule?.pinned === 'object' && rule.pinned !== null && 'size' in rule.pinned ? { pinned: rule.pinned.size } : undefined)

const choices = ({ oneOf = [] }: VariableRule): readonly number[] => oneOf.filter((value) => typeof value === 'number')

function most(rule: VariableRule | undefined): number {
  const numbers = typeof rule?.pinned === 'number' ? [rule.pinned] : rule ? choices(rule) : []
  return rule?.max ?? (numbers.length > 0 ? Math.max(...numbers) : LARGEST)
}

/** The same policy with pages of so many rows at most. */
export function withPageLimit(policy: Policy, { variable }: Sizes, limit: number | undefined): Policy {
  if (limit === undefined) return policy
  return new Map([...policy, ...[...variable.keys()].map((path): [string, VariableRule] => [path, { ...policy.get(path), max: Math.min(policy.get(path)?.max ?? limit, limit) }])])
}

/** A document as far as policies ask about it. */
export interface Governed {
  /** Types by names. */
  readonly variables: Readonly<Record<string, string>>
  readonly defaults: Given
  readonly sizes: Sizes
}

/**
 * The variables with those that the house pins, and with sizes of pages where the usual one would be too large.
 * @throws AppError BAD_USER_INPUT with the path of each that is outside
 */
export function applyPolicies(policies: readonly Policy[], { variables, defaults, sizes }: Governed, given: Given): Given {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(variables, name))
  if (unknown.length === 0 && policies.every(({ size }) => size === 0)) return given
  const sized = policies.reduce((all, policy) => withSizes(all, policy, sizes), given)
  const all = { ...defaults, ...sized }
  const faults = [
    ...unknown.map((name) => issue(name, 'unknownVariable', { fr: 'Le document n’a pas de variable {name}.', en: 'The document has no variable {name}.' }, { name })),
    ...policies.flatMap((policy) => [...policy].flatMap(([path, rule]) => faultsOf(path, rule, valueAt('pinned' in rule ? sized : all, path.split('.'))))),
  ]
  if (faults.length > 0) throw badInput(...faults)
  return policies.reduce((filled, policy) => [...policy].reduce((one, [path, rule]) => ('pinned' in rule ? put(one, path.split('.'), rule.pinned) : one), filled), sized)
}

/** Whoever names no size gets the usual one, or the nearest that he may have. */
function withSizes(given: Given, policy: Policy, { variable }: Sizes): Given {
  return [...variable].reduce((sized, [path, usual]) => {
    const rule = policy.get(path)
    const [name = '', inner] = path.split('.')
    // What is no object is not ours to mend: GraphQL refuses it.
    if (inner !== undefined && sized[name] != null && !isObject(sized[name])) return sized
    if (!rule || 'pinned' in rule || valueAt(sized, path.split('.')) != null || faultsOf(path, rule, usual).length === 0) return sized
    return put(sized, path.split('.'), nearest(rule, usual))
  }, given)
}

const nearest = (rule: VariableRule, usual: number): number =>
  (rule.oneOf ? most({ oneOf: choices(rule) }) : Math.max(Math.min(usual, rule.max ?? usual), rule.min ?? 1))

/** What is pinned the house gives. What is left out is no value: whoever must choose one of several must name it. */
function faultsOf(path: string, rule: VariableRule, value: unknown): Issue[] {
  if ('pinned' in rule) return value === undefined || isDeepStrictEqual(value, rule.pinned) ? [] : [issue(path, 'pinned', { fr: 'Cette valeur est fixée.', en: 'This value is pinned.' })]
  if (value == null) return mustBeNamed(rule) ? [issue(path, 'outOfPolicy', sentences.notNull)] : []
  return [...choiceFaults(path, rule, value), ...rangeFaults(path, rule, value), ...sizeFaults(path, rule, value)]
}

/** Whether nothing is none of what is permitted. */
export const mustBeNamed = (rule: VariableRule | undefined): boolean => rule !== undefined && ((rule.oneOf !== undefined && !rule.oneOf.includes(null)) || rule.min !== undefined)

const choiceFaults = (path: string, { oneOf }: VariableRule, value: unknown): Issue[] =>
  (!oneOf || oneOf.some((one) => isDeepStrictEqual(one, value)) ? [] : [issue(path, 'outOfPolicy', { fr: 'Valeurs permises : {choices}.', en: 'Permitted values: {choices}.' }, { choices: oneOf.map((one) => JSON.stringify(one)).join(', ').slice(0, 200) })])

function rangeFaults(path: string, { min, max }: VariableRule, value: unknown): Issue[] {
  if (min === undefined && max === undefined) return []
  const within = typeof value === 'number' && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
  return within ? [] : [issue(path, 'outOfPolicy', { fr: 'De {min} à {max}.', en: 'From {min} to {max}.' }, { min: min ?? '−∞', max: max ?? '∞' })]
}

function sizeFaults(path: string, { maxLength, only }: VariableRule, value: unknown): Issue[] {
  const tooLong = maxLength !== undefined && !((typeof value === 'string' || Array.isArray(value)) && value.length <= maxLength)
  const others = only && typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => !only.includes(key)) : []
  return [
    ...(tooLong ? [issue(path, 'outOfPolicy', { fr: 'Longueur {max} au plus.', en: 'A length of {max} at most.' }, { max: maxLength })] : []),
    ...others.map((key) => issue(`${path}.${key}`, 'outOfPolicy', { fr: 'Ce critère n’est pas permis.', en: 'This criterion is not permitted.' })),
  ]
}

const sentences = { notNull: { fr: 'Une valeur est attendue.', en: 'A value is expected.' } } as const

const issue = (path: string, reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): Issue => ({ path: `variables.${path}`, reason, message, values })

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), value)

function put(given: Given, [key = '', ...rest]: readonly string[], value: unknown): Given {
  const inner = given[key]
  return { ...given, [key]: rest.length === 0 ? value : put(isObject(inner) ? inner : {}, rest, value) }
}
