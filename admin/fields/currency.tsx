import { CodeDisplay, CodeFilter, CodeInput } from './parts/codes.tsx'
import type { KindUI } from './kind.ts'

const currencies = (): readonly string[] => Intl.supportedValuesOf('currency')

export const currency: KindUI = {
  kind: 'currency',
  Display: (props) => <CodeDisplay {...props} type="currency" />,
  Input: (props) => <CodeInput {...props} codes={currencies} type="currency" />,
  Filter: (props) => <CodeFilter {...props} codes={currencies} type="currency" />,
}
