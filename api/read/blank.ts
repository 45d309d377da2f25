/**
 * A place of a statement that is left for a variable, so that the statement is made once whatever the value will be. Only what compares
 * a field with one value leaves such a place (`filterField.ts`); whatever else depends on a value is made for that value.
 */
export class Blank {
  readonly #fill: (variables: Readonly<Record<string, unknown>>) => unknown

  private constructor(fill: (variables: Readonly<Record<string, unknown>>) => unknown) {
    this.#fill = fill
  }

  static for(variable: string): Blank {
    return new Blank((variables) => variables[variable])
  }

  /** What is filled in is checked first. */
  checked(check: (value: unknown) => unknown): Blank {
    return new Blank((variables) => check(this.#fill(variables)))
  }

  /** @throws AppError BAD_USER_INPUT where it is no value for this place */
  filled(variables: Readonly<Record<string, unknown>>): unknown {
    return this.#fill(variables)
  }
}
