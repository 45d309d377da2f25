/** The languages of the interface. French comes first: it is the fallback. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** A sentence or a name in every language of the interface. */
export interface Labels {
  readonly fr: string
  readonly en: string
}

/** Fills the `{name}` places of a sentence. A name without a value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
}
