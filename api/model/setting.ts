import { boolean } from './fields/boolean.ts'
import { choice, type ChoiceOptions } from './fields/choice.ts'
import { email } from './fields/email.ts'
import { integer, type IntegerOptions } from './fields/integer.ts'
import type { FieldKind, FieldOptions } from './fields/kind.ts'
import { text, type TextOptions } from './fields/text.ts'
import type { Issue } from './issue.ts'
import type { Labels } from './labels.ts'

interface Told<V> {
  readonly label: Labels
  readonly default: V
  /** Changed only once a second person has agreed: it says what else needs one. */
  readonly critical?: true
}

/** What may be said of a setting: as of a field, with its name in both languages and the value that counts until somebody gives another. */
type Options<O extends FieldOptions, V> = Omit<O, 'required' | 'unique' | 'search' | 'read' | 'write'> & Told<V>

/** One option of a module, which administrators change while it runs. */
export interface Setting<V = unknown> {
  readonly kind: FieldKind
  readonly options: FieldOptions & Told<V>
}

/** The same once its module has named it: what code reads with `work.setting(casting.settings.feedPageMax)`. */
export interface PlacedSetting<V = unknown> extends Setting<V> {
  readonly module: string
  readonly key: string
}

const of = <V>(kind: FieldKind, options: FieldOptions & Told<V>): Setting<V> => Object.freeze({ kind, options })

/** `settings: { feedPageMax: setting.integer({ label: {…}, default: 100, min: 1, max: 1000 }) }` */
export const setting = {
  integer: (options: Options<IntegerOptions, number>) => of<number>(integer, options),
  boolean: (options: Options<FieldOptions, boolean>) => of<boolean>(boolean, options),
  text: (options: Options<TextOptions, string>) => of<string>(text, options),
  email: (options: Options<FieldOptions, string>) => of<string>(email, options),
  choice: (options: Options<ChoiceOptions, string>) => of<string>(choice, options),
}

/** A value in the form of the API, checked as that of a field. */
export function readSetting({ kind, options }: Setting, value: unknown, name: string): { readonly value?: unknown; readonly issue?: Issue } {
  const parsed = kind.parse(value, { name, options })
  if (!parsed.ok) return { issue: parsed.issue }
  return { value: kind.compose ? kind.compose(parsed.values) : parsed.values[''] }
}
