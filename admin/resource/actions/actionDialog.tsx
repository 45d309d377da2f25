import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { Form, RecordContextProvider, useTranslate } from 'ra-core'
import { useId, useMemo } from 'react'
import { useFormState } from 'react-hook-form'
import { useMeta } from '../../app/meta.tsx'
import { HttpError } from 'ra-core'
import { isObject, type AdminAction, type AdminResource, type Values } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { FormField, grid } from '../form/field.tsx'
import { placed } from '../form/faults.ts'
import { FaultSummary } from '../form/faultSummary.tsx'
import { approvalOf } from '../parts/useTell.tsx'
import { useRun } from './useRun.tsx'

interface Props { readonly resource: AdminResource; readonly action: AdminAction; readonly id: string | undefined; readonly onClose: () => void; readonly onDone?: () => void }

/** What an action wants to know before it runs: its arguments, each by its kind. */
export function ActionDialog({ resource, action, id, onClose, onDone }: Props) {
  const translate = useTranslate()
  const meta = useMeta()
  const title = useId()
  const run = useRun(resource, onDone)
  // What is refused may be a field of the record: it is called by its name too.
  const asking = useMemo(() => ({ ...resource, fields: [...action.args, ...resource.fields], groups: [] }), [resource, action])
  const defaults = useMemo(() => Object.fromEntries(action.args.map((arg) => [arg.name, arg.default ?? kindOf(arg).initial?.(arg) ?? (arg.many ? [] : null)] as const)), [action])
  const submit = async (values: Values): Promise<object | undefined> => {
    try {
      await run.act(action, id, values)
      onClose()
      return undefined
    } catch (error) {
      if (approvalOf(error) !== undefined) {
        run.fail(error)
        onClose()
        return undefined
      }
      const errors: unknown = error instanceof HttpError ? error.body : undefined
      const found = isObject(errors) && isObject(errors['errors']) ? errors['errors'] : { root: { serverError: error instanceof Error ? error.message : 'coulisses.error.unexpected' } }
      return placed(meta, asking, new Set(action.args.map((arg) => arg.name)), found)
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <RecordContextProvider>
        <Form defaultValues={defaults} onSubmit={submit} noValidate disableInvalidFormNotification>
          <DialogTitle id={title}>{action.label}</DialogTitle>
          <DialogContent>
            {action.confirm ?? action.help ? <DialogContentText sx={{ mb: 2 }}>{action.confirm ?? action.help}</DialogContentText> : null}
            <FaultSummary resource={asking} />
            <Box sx={{ ...grid, pt: 1 }}>{action.args.map((arg) => <FormField key={arg.name} field={arg} prefix="" mode="create" />)}</Box>
          </DialogContent>
          <Buttons label={action.label} cancel={translate('ra.action.cancel')} onClose={onClose} />
        </Form>
      </RecordContextProvider>
    </Dialog>
  )
}

function Buttons({ label, cancel, onClose }: { readonly label: string; readonly cancel: string; readonly onClose: () => void }) {
  const { isSubmitting } = useFormState()
  return (
    <DialogActions>
      <Button color="inherit" onClick={onClose}>{cancel}</Button>
      <Button type="submit" variant="contained" disabled={isSubmitting}>{label}</Button>
    </DialogActions>
  )
}
