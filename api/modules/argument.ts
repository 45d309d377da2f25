import type { FieldKind, FieldOptions } from '../model/fields/kind.ts'
import type { Argument } from '../write/types.ts'

/** An argument of a kind of field, with the options that this kind knows. */
export const argument = <O extends FieldOptions>(kind: FieldKind<O>, options: O): Argument => ({ kind: kind as Argument['kind'], options })
