import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

/** A language by its BCP 47 tag: `fr`, `en-GB`. */
export const language: FieldKind<FieldOptions> = {
  name: 'language',
  graphql: 'String',
  filter: 'exact',
  sort: 'plain',
  columns: single('varchar(35)'),
  parse: (value) => {
    const tag = typeof value === 'string' ? canonical(value) : undefined
    return tag ? ok(tag) : no('unknownLanguage', { fr: 'Langue inconnue : écrivez un code, par exemple fr.', en: 'Unknown language: write a code, for example fr.' })
  },
  select: plain,
}

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

function canonical(value: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim())
    return tag && names.of(tag) ? tag : undefined
  } catch {
    return undefined
  }
}
