import { Box } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { InputProps, KindUI } from './kind.ts'

/** A text that is written but never read back is a secret: a password. */
const isSecret = ({ field }: InputProps): boolean => !field.read && /password|secret/i.test(field.name)

export const text: KindUI = {
  kind: 'text',
  Display: ({ value }) => <Lines value={value} />,
  Input: (props) => <Box {...props} {...(isSecret(props) ? { type: 'password', html: { autoComplete: 'new-password' } } : {})} />,
  Filter: ContainsFilter,
}
