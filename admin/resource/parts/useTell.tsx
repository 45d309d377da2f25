import { Alert, Link as MuiLink } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { Link } from 'react-router'
import { useMeta } from '../../app/meta.tsx'
import { apiErrorOf } from '../../data/errors.ts'
import type { AdminResource } from '../../data/meta.ts'
import { pathOf } from '../../fields/parts/recordLink.tsx'
import { sentenceOf } from '../form/faults.ts'

/** Id of the request that a critical operation became. */
export const approvalOf = (error: unknown): string | undefined => {
  const api = apiErrorOf(error)
  const id = api?.code === 'APPROVAL_REQUIRED' ? api.details['approvalRequest'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** Says why something was not done. What waits for a second person is no error: the request is one click away. */
export function useTell(resource: AdminResource): (error: unknown) => void {
  const meta = useMeta()
  const notify = useNotify()
  const translate = useTranslate()
  return (error) => {
    const message = sentenceOf(meta, resource, error)
    const request = approvalOf(error)
    if (request === undefined) return notify(message, { type: 'error', messageArgs: { _: message } })
    const inbox = meta.resource('ApprovalRequest')
    const path = inbox && pathOf(inbox, request)
    notify(<Alert severity="info" variant="filled">{message}{path ? <> · <MuiLink component={Link} to={path} color="inherit" underline="always">{translate('coulisses.approval.see')}</MuiLink></> : null}</Alert>, { type: 'info', autoHideDuration: 15_000 })
  }
}
