import type { Labels } from './labels.ts'

/** A part of the product that can be switched on and off as a whole. Its name is that of its folder. */
export interface ModuleDeclaration {
  readonly name: string
  readonly label: Labels
  readonly icon: string
  /** Place in the menu. */
  readonly order: number
  /** The modules whose entities it may name. */
  readonly uses: readonly string[]
}

export const module = (given: ModuleDeclaration): ModuleDeclaration => Object.freeze(given)
