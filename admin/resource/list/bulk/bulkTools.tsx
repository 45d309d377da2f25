import Delete from '@mui/icons-material/Delete'
import Edit from '@mui/icons-material/Edit'
import { Button } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { useState } from 'react'
import { useAdminDataProvider, useInputs } from '../../../app/meta.tsx'
import { permits, type AdminAction, type AdminMove, type AdminResource, type Values } from '../../../data/meta.ts'
import { actionOperation, moveOperation, type Operation } from '../../../data/operations.ts'
import { actionsOn, movesFrom } from '../../actions/recordActions.tsx'
import { BulkEditDialog, bulkFields } from './bulkEditDialog.tsx'
import { ResultDialog } from './resultDialog.tsx'
import { oneByOne, useBulk } from './useBulk.ts'

export const hasBulkTools = (resource: AdminResource): boolean =>
  resource.operations.deleteMany !== null || (resource.operations.updateMany !== null && bulkFields(resource).length > 0) || resource.moves.length > 0

type Asked = 'edit' | 'delete' | AdminMove | AdminAction

/** What a move or an action does to one row: the rows that it is meant for, and the operation. */
function useStep(resource: AdminResource) {
  const inputs = useInputs()
  return {
    fits: (step: AdminMove | AdminAction, row: Values): boolean => ('operation' in step ? movesFrom(resource, row).includes(step) : actionsOn(resource, row).includes(step)),
    operation: (step: AdminMove | AdminAction, row: Values & { readonly id: unknown }): Operation => ('operation' in step
      ? moveOperation(resource, step, { id: String(row.id), version: row['version'] })
      : actionOperation(inputs, resource, step, String(row.id), {})),
  }
}

/** What can be done with the rows that are marked; each of them gets its own answer. */
export function BulkTools({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { selectedIds, data } = useListContext()
  const [asked, setAsked] = useState<Asked>()
  const bulk = useBulk(resource, () => { setAsked(undefined) })
  const rows = (data ?? []).filter((row) => selectedIds.includes(row.id))
  // Of rows on other pages nothing is known here: the server answers for each.
  const idsFor = (what: string): readonly string[] => selectedIds.map(String).filter((id) => rows.every((row) => String(row.id) !== id || permits(row, what)))
  const ids = idsFor(asked === 'delete' ? 'DELETE' : 'UPDATE')
  const step = useStep(resource)
  // An action that wants to know more is done record by record.
  const steps = [...resource.moves, ...resource.actions.filter((action) => action.scope === 'record' && action.args.length === 0)].filter((one) => rows.some((row) => step.fits(one, row)))
  const wanted = asked !== undefined && typeof asked === 'object' ? asked : undefined
  const meant = wanted ? rows.filter((row) => step.fits(wanted, row)) : []
  const run = (one: AdminMove | AdminAction): void => {
    void bulk.run(() => oneByOne(meant, (row) => { const { document, variables } = step.operation(one, row); return provider.run(document, variables) }))
  }
  return (
    <>
      {steps.map((one) => <Button key={one.name} size="small" onClick={() => { setAsked(one) }}>{one.label}</Button>)}
      {resource.operations.updateMany && idsFor('UPDATE').length > 0 && bulkFields(resource).length > 0 ? <Button size="small" startIcon={<Edit />} onClick={() => { setAsked('edit') }}>{translate('coulisses.bulk.edit')}</Button> : null}
      {resource.operations.deleteMany && idsFor('DELETE').length > 0 ? <Button size="small" color="error" startIcon={<Delete />} onClick={() => { setAsked('delete') }}>{translate('ra.action.delete')}</Button> : null}
      {asked === 'edit' ? <BulkEditDialog resource={resource} ids={ids} bulk={bulk} onClose={() => { setAsked(undefined) }} /> : null}
      <Confirm
        isOpen={asked === 'delete'} loading={bulk.busy} title={translate('coulisses.bulk.deleteTitle', { smart_count: ids.length })} content={translate('coulisses.bulk.deleteContent', { smart_count: ids.length })}
        confirm="ra.action.delete" confirmColor="warning" onConfirm={() => { void bulk.run(() => provider.bulkDelete(resource.plural, { ids, allOrNothing: false }).then((answer) => answer.rows)) }} onClose={() => { setAsked(undefined) }}
      />
      {wanted ? (
        <Confirm
          isOpen loading={bulk.busy} title={translate('coulisses.bulk.moveTitle', { name: wanted.label, smart_count: meant.length })} content={wanted.confirm ?? translate('coulisses.bulk.moveContent', { name: wanted.label })}
          confirm={wanted.label} onConfirm={() => { run(wanted) }} onClose={() => { setAsked(undefined) }}
        />
      ) : null}
      {bulk.rows ? <ResultDialog resource={resource} rows={bulk.rows} labels={new Map(rows.map((row) => [String(row.id), String(row['_label'] ?? row.id)]))} onClose={bulk.clear} /> : null}
    </>
  )
}
