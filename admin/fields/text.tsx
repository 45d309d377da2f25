import { Box } from './parts/box.tsx'
import { EntityName, EntityNameInput } from './parts/entityName.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { KindUI } from './kind.ts'

export const text: KindUI = {
  kind: 'text',
  Display: ({ field, value, dense }) => (field.limits?.entity ? <EntityName value={value} dense={dense ?? false} /> : <Lines value={value} dense={dense} />),
  Input: (props) => (props.field.limits?.entity ? <EntityNameInput {...props} /> : <Box {...props} />),
  Filter: ContainsFilter,
}
