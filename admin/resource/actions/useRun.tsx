import { Alert, Link as MuiLink } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAdminDataProvider, useInputs, useMeta } from '../../app/meta.tsx'
import { isRef, type AdminAction, type AdminMove, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { actionOperation, moveOperation } from '../../data/operations.ts'
import { pathOf } from '../../fields/parts/recordLink.tsx'
import { useChanged } from '../parts/useChanged.ts'
import { useTell } from '../parts/useTell.tsx'

/** Runs moves and actions, and says what came of it. */
export function useRun(resource: AdminResource, onDone?: () => void) {
  const provider = useAdminDataProvider()
  const meta = useMeta()
  const inputs = useInputs()
  const notify = useNotify()
  const translate = useTranslate()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)

  const during = async <T,>(work: () => Promise<T>): Promise<T> => {
    setBusy(true)
    try {
      return await work()
    } finally {
      setBusy(false)
      changed()
      onDone?.()
    }
  }
  const move = (wanted: AdminMove, record: Ref & Values): Promise<void> => during(async () => {
    const { document, variables } = moveOperation(resource, wanted, { id: record.id, version: record['version'] })
    await provider.run(document, variables)
    notify('coulisses.action.done', { type: 'success', messageArgs: { name: wanted.label } })
  })
  const act = (action: AdminAction, id: string | undefined, values: Values): Promise<void> => during(async () => {
    const { document, variables } = actionOperation(inputs, resource, action, id, values)
    const answer = await provider.run(document, variables)
    const target = meta.resource(action.returns)
    const path = isRef(answer) && target && answer.id !== id ? pathOf(target, answer.id) : undefined
    const said = translate('coulisses.action.done', { name: action.label })
    // What was made is one click away.
    notify(path && isRef(answer) ? <Alert severity="success" variant="filled">{said} · <MuiLink component={Link} to={path} color="inherit" underline="always">{answer._label ?? target?.label}</MuiLink></Alert> : said, { type: 'success', autoHideDuration: path ? 10_000 : 4_000 })
  })
  return { busy, move, act, fail: useTell(resource) }
}
