import { CodeDisplay, CodeFilter, CodeInput } from './parts/codes.tsx'
import type { KindUI } from './kind.ts'

/** Two-letter codes that browsers name although ISO 3166 gives them to no country. */
const none = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])

let found: readonly string[] | undefined

/** The browser has no list of countries, but a name for each: its own data stands in for a table of ours. */
export function countries(): readonly string[] {
  if (found) return found
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  // A code that was given up (DD, SU) is answered as the one that followed it.
  found = codes.filter((code) => !none.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
  return found
}

export const country: KindUI = {
  kind: 'country',
  Display: (props) => <CodeDisplay {...props} type="region" />,
  Input: (props) => <CodeInput {...props} codes={countries} type="region" />,
  Filter: (props) => <CodeFilter {...props} codes={countries} type="region" />,
}
