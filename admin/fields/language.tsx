import { CodeDisplay, CodeFilter, CodeInput } from './parts/codes.tsx'
import type { KindUI } from './kind.ts'

/** Two-letter languages that the browser has a name for; a value with a region (`en-GB`) is kept as it is. */
function languages(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return codes.filter((code) => names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code)
}

export const language: KindUI = {
  kind: 'language',
  Display: (props) => <CodeDisplay {...props} type="language" />,
  Input: (props) => <CodeInput {...props} codes={languages} type="language" />,
  Filter: (props) => <CodeFilter {...props} codes={languages} type="language" />,
}
