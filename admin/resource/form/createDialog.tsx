import { Dialog, DialogContent, DialogTitle } from '@mui/material'
import { CreateBase, useTranslate } from 'ra-core'
import { useId } from 'react'
import { isRef, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { FormDepth } from '../../fields/parts/formDepth.ts'
import { GeneratedForm } from './generatedForm.tsx'
import { initialValues, withTitle } from './initialValues.ts'

interface Props {
  readonly resource: AdminResource
  /** What was typed when the record was missed. */
  readonly text?: string
  /** Values that are given already, and not asked for: the record from whose page this one is created. */
  readonly preset?: Values
  readonly onDone: (record: Ref) => void
  readonly onClose: () => void
}

const nothing: Values = {}

/** A record created where it is needed, without leaving what one is doing. */
export default function CreateDialog({ resource, text = '', preset = nothing, onDone, onClose }: Props) {
  const translate = useTranslate()
  const title = useId()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={title} onSubmit={(event) => { event.stopPropagation() }}>
      <DialogTitle id={title}>{translate('coulisses.relation.create', { name: resource.label })}</DialogTitle>
      <DialogContent sx={{ pb: 0, '&&': { pt: 1 } }}>
        <FormDepth value={0}>
          <CreateBase
            resource={resource.plural} disableAuthentication redirect={false} mutationMode="pessimistic" record={{ ...withTitle(resource, initialValues(resource), text), ...preset }}
            mutationOptions={{ meta: { view: 'edit' }, onSuccess: (record: unknown) => { if (isRef(record)) onDone(record) } }}
          >
            <GeneratedForm resource={resource} mode="create" hidden={Object.keys(preset)} inDialog onCancel={onClose} />
          </CreateBase>
        </FormDepth>
      </DialogContent>
    </Dialog>
  )
}
