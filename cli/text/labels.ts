export type Locale = 'fr' | 'en'

/** A text of ours in both languages. */
export interface Labels {
  readonly fr: string
  readonly en: string
}

export type Values = Readonly<Record<string, string | number>>

/** Puts values where a text has `{name}`. */
export const fill = (text: string, values: Values = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))

/** The language of the machine; English where it is neither of ours. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): Locale {
  const said = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return said.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** Two letters for a moment that both languages read. */
export const isLocale = (text: string): text is Locale => text === 'fr' || text === 'en'
