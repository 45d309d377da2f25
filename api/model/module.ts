import type { Labels } from './labels.ts'
import type { PlacedSetting, Setting } from './setting.ts'

/** A part of the product that can be switched on and off as a whole. Its name is that of its folder. */
export interface ModuleDeclaration {
  readonly name: string
  readonly label: Labels
  readonly icon: string
  /** Place in the menu. */
  readonly order: number
  /** The modules whose entities it may name. They stay on as long as it is on. */
  readonly uses: readonly string[]
  /** What administrators may change of how it works, by key: a closed list. */
  readonly settings: Readonly<Record<string, PlacedSetting>>
}

type Given<S extends Settings> = Omit<ModuleDeclaration, 'settings'> & { readonly settings?: S }
type Settings = Readonly<Record<string, Setting>>
type Placed<S extends Settings> = { readonly [K in keyof S]: S[K] extends Setting<infer V> ? PlacedSetting<V> : never }

export function module<const S extends Settings = Record<never, never>>(given: Given<S>): Omit<ModuleDeclaration, 'settings'> & { readonly settings: Placed<S> } {
  const settings = Object.entries(given.settings ?? {}).map(([key, setting]) => [key, Object.freeze({ ...setting, module: given.name, key })] as const)
  // The keys are those that were given, each with its own type of value.
  return Object.freeze({ ...given, settings: Object.fromEntries(settings) as unknown as Placed<S> })
}

/** Is never switched off: every other module stands on it. */
export const CORE = 'core'

/** What a module needs, and what those need in turn. */
export function neededBy(modules: ReadonlyMap<string, ModuleDeclaration>, name: string): ReadonlySet<string> {
  const needed = new Set<string>()
  const visit = (of: string): void => {
    for (const used of modules.get(of)?.uses ?? []) {
      if (needed.has(used)) continue
      needed.add(used)
      visit(used)
    }
  }
  visit(name)
  return needed
}
