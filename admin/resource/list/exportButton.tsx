import Download from '@mui/icons-material/Download'
import { Button } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useFiles } from '../../app/files.tsx'
import { useSchema } from '../../app/meta.tsx'
import { pruneFilter } from '../../data/filter.ts'
import type { AdminField, AdminResource } from '../../data/meta.ts'
import { useTell } from '../parts/useTell.tsx'
import type { Columns } from './useColumns.ts'

/** Takes out all rows that the list shows and the pages after it, with the columns as they stand. */
export function ExportButton({ resource, columns }: { readonly resource: AdminResource; readonly columns: Columns }) {
  const { filterValues, sort } = useListContext()
  const files = useFiles()
  const schema = useSchema()
  const translate = useTranslate()
  const tell = useTell(resource)
  const [busy, setBusy] = useState(false)
  const fields = columns.all.filter((field) => !columns.hidden.includes(field.name) && field.kind !== 'encrypted')
  const take = async (): Promise<void> => {
    setBusy(true)
    try {
      const order = schema.inputs(`${resource.name}Sort`).has(sort.field) ? [{ [sort.field]: sort.order }] : null
      await files.export({ list: resource.plural, fields: named(fields), filter: pruneFilter(schema, `${resource.name}Filter`, filterValues) ?? null, sort: order })
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }
  return <Button startIcon={<Download />} disabled={busy || fields.length === 0} onClick={() => { void take() }}>{translate('ra.action.export')}</Button>
}

/** By their labels, as people know them; by their names where two have one label. */
function named(fields: readonly AdminField[]): { path: string; name: string }[] {
  const labels = fields.map(({ label }) => label)
  return fields.map(({ name, label }) => ({ path: name, name: labels.filter((one) => one === label).length > 1 ? name : label }))
}
