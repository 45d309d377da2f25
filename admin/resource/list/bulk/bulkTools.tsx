import Delete from '@mui/icons-material/Delete'
import Edit from '@mui/icons-material/Edit'
import { Button } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { useState } from 'react'
import { useAdminDataProvider } from '../../../app/meta.tsx'
import { isRef, type AdminMove, type AdminResource, type Values } from '../../../data/meta.ts'
import { moveOperation } from '../../../data/operations.ts'
import { BulkEditDialog, bulkFields } from './bulkEditDialog.tsx'
import { ResultDialog } from './resultDialog.tsx'
import { oneByOne, useBulk } from './useBulk.ts'

export const hasBulkTools = (resource: AdminResource): boolean =>
  resource.operations.deleteMany !== null || (resource.operations.updateMany !== null && bulkFields(resource).length > 0) || resource.moves.length > 0

type Asked = 'edit' | 'delete' | AdminMove

/** What can be done with the rows that are marked; each of them gets its own answer. */
export function BulkTools({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { selectedIds, data } = useListContext()
  const [asked, setAsked] = useState<Asked>()
  const bulk = useBulk(resource, () => { setAsked(undefined) })
  const rows = (data ?? []).filter((row) => selectedIds.includes(row.id))
  const ids = selectedIds.map(String)
  const moves = resource.moves.filter((move) => rows.some((row) => move.from.includes(String(row[move.field]))))
  const move = asked !== undefined && typeof asked === 'object' ? asked : undefined
  const run = (one: AdminMove): void => { void bulk.run(() => oneByOne(rows.filter((row) => isRef(row) && one.from.includes(String((row as Values)[one.field]))), (row) => { const { document, variables } = moveOperation(resource, one, { id: String(row.id), version: row['version'] }); return provider.run(document, variables) })) }
  return (
    <>
      {moves.map((one) => <Button key={one.name} size="small" onClick={() => { setAsked(one) }}>{one.label}</Button>)}
      {resource.operations.updateMany && bulkFields(resource).length > 0 ? <Button size="small" startIcon={<Edit />} onClick={() => { setAsked('edit') }}>{translate('coulisses.bulk.edit')}</Button> : null}
      {resource.operations.deleteMany ? <Button size="small" color="error" startIcon={<Delete />} onClick={() => { setAsked('delete') }}>{translate('ra.action.delete')}</Button> : null}
      {asked === 'edit' ? <BulkEditDialog resource={resource} ids={ids} bulk={bulk} onClose={() => { setAsked(undefined) }} /> : null}
      <Confirm
        isOpen={asked === 'delete'} loading={bulk.busy} title={translate('coulisses.bulk.deleteTitle', { smart_count: ids.length })} content={translate('coulisses.bulk.deleteContent', { smart_count: ids.length })}
        confirm="ra.action.delete" confirmColor="warning" onConfirm={() => { void bulk.run(() => provider.bulkDelete(resource.plural, { ids, allOrNothing: false }).then((answer) => answer.rows)) }} onClose={() => { setAsked(undefined) }}
      />
      {move ? <Confirm isOpen loading={bulk.busy} title={translate('coulisses.bulk.moveTitle', { name: move.label, smart_count: rows.filter((row) => move.from.includes(String(row[move.field]))).length })} content={move.confirm ?? translate('coulisses.bulk.moveContent', { name: move.label })} confirm={move.label} onConfirm={() => { run(move) }} onClose={() => { setAsked(undefined) }} /> : null}
      {bulk.rows ? <ResultDialog resource={resource} rows={bulk.rows} labels={new Map(rows.map((row) => [String(row.id), String(row['_label'] ?? row.id)]))} onClose={bulk.clear} /> : null}
    </>
  )
}
