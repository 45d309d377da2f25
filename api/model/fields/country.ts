import countries from 'i18n-iso-countries'
import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

const codes: ReadonlySet<string> = new Set(Object.keys(countries.getAlpha2Codes()))

/** A country by its ISO 3166-1 alpha-2 code. */
export const country: FieldKind<FieldOptions> = {
  name: 'country',
  graphql: 'String',
  filter: 'exact',
  sort: 'plain',
  columns: single('char(2)'),
  parse: (value) => {
    const code = typeof value === 'string' ? value.trim().toUpperCase() : ''
    return codes.has(code) ? ok(code) : no('unknownCountry', { fr: 'Pays inconnu : écrivez un code ISO 3166, par exemple FR.', en: 'Unknown country: write an ISO 3166 code, for example FR.' })
  },
  select: plain,
}
