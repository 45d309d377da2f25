import { Box } from '@mui/material'
import { RecordContextProvider } from 'ra-core'
import { useFormContext } from 'react-hook-form'
import { useMeta, useSchema } from '../../app/meta.tsx'
import { isEditable, isObject, type AdminResource } from '../../data/meta.ts'
import { bySections } from '../../data/relations.ts'
import { FormDepth, useFormDepth } from '../../fields/parts/formDepth.ts'
import { FormField, grid } from './field.tsx'
import { formFields, type Mode } from './formFields.ts'

interface Props {
  readonly resource: AdminResource
  readonly mode: Mode
  readonly source: string
  readonly disabled?: boolean
  readonly hidden?: string
  /** One of several: it shows its values, and no further lists. */
  readonly item?: boolean
}

/** The fields of a record that is written inside the form of another. */
export function NestedFields({ resource, mode, source, disabled = false, hidden, item = false }: Props) {
  const meta = useMeta()
  const schema = useSchema()
  const { getValues } = useFormContext()
  const held: unknown = getValues(source)
  const record = mode === 'update' && isObject(held) ? held : undefined
  const depth = useFormDepth() + (item ? 2 : 1)
  // What points to records of their own belongs to the page of the record, not into the form of another one.
  const fields = bySections(resource, formFields(meta, schema, resource, mode)).filter((field) => field.name !== hidden && isEditable(record, field.name) && field.kind !== 'hasMany' && (depth === 1 || field.kind !== 'manyToMany'))
  return (
    <FormDepth value={depth}>
      {/* Inputs look for a missing value in the record around them: that is another record. */}
      <RecordContextProvider>
        <Box sx={grid}>{fields.map((field) => <FormField key={field.name} field={field} prefix={`${source}.`} mode={mode} disabled={disabled} nested />)}</Box>
      </RecordContextProvider>
    </FormDepth>
  )
}
