import { Alert, AlertTitle, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { useMeta } from '../../app/meta.tsx'
import type { AdminResource } from '../../data/meta.ts'
import { faultsOf, labelOfPath } from './faults.ts'

/** What is wrong, in one place that is read out when it appears; each fault leads to its field. */
export function FaultSummary({ resource }: { readonly resource: AdminResource }) {
  const meta = useMeta()
  const translate = useTranslate()
  const { setFocus } = useFormContext()
  const { errors, submitCount } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const faults = faultsOf(errors)
  const found = faults.length > 0 && submitCount > 0
  useEffect(() => { if (found) box.current?.scrollIntoView({ block: 'nearest' }) }, [found, submitCount])
  if (!found) return null
  const said = (message: string): string => translate(plain(message), { _: plain(message) })
  return (
    <Alert severity="error" ref={box} sx={{ mb: 2.5, scrollMarginTop: 64 }}>
      <AlertTitle>{translate('coulisses.form.faults', { smart_count: faults.length })}</AlertTitle>
      <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
        {faults.map(({ path, message }) => (
          <li key={path}>
            {path.startsWith('root') ? said(message) : <><Link component="button" type="button" color="inherit" onClick={() => { setFocus(path) }}>{labelOfPath(meta, resource, path)}</Link>{' : '}{said(message)}</>}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** react-admin writes the answer of a validator as JSON behind a mark. */
const plain = (message: string): string => (message.startsWith('@@react-admin@@') ? String(JSON.parse(message.slice('@@react-admin@@'.length))) : message)
