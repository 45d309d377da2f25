import { Button } from '@mui/material'
import { useState } from 'react'
import type { AdminAction, AdminResource } from '../../data/meta.ts'
import { ActionDialog } from './actionDialog.tsx'
import { useRun } from './useRun.tsx'

/** Actions that concern the entity, not one of its records. */
export function EntityActions({ resource }: { readonly resource: AdminResource }) {
  const [asked, setAsked] = useState<AdminAction>()
  const run = useRun(resource)
  const start = (action: AdminAction): void => {
    if (action.confirm !== null || action.args.length > 0) setAsked(action)
    else void run.act(action, undefined, {}).catch(run.fail)
  }
  return (
    <>
      {resource.actions.filter((action) => action.scope === 'entity').map((action) => <Button key={action.name} variant="outlined" disabled={run.busy} onClick={() => { start(action) }}>{action.label}</Button>)}
      {asked ? <ActionDialog resource={resource} action={asked} id={undefined} onClose={() => { setAsked(undefined) }} /> : null}
    </>
  )
}
