import { Box, Tab, Tabs } from '@mui/material'
import { Form, useRecordContext, useSaveContext, useTranslate } from 'ra-core'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import get from 'lodash/get.js'
import { useMeta, useSchema } from '../../app/meta.tsx'
import { apiErrorOf } from '../../data/errors.ts'
import { isEditable, isObject, type AdminField, type AdminResource, type Values } from '../../data/meta.ts'
import { ConflictDialog, type Clash } from '../conflict/conflictDialog.tsx'
import { approvalOf, useTell } from '../parts/useTell.tsx'
import { FormBar } from './formBar.tsx'
import { FormField, grid } from './field.tsx'
import { placed } from './faults.ts'
import { FaultSummary } from './faultSummary.tsx'
import { formPath } from './formPath.ts'
import { formFields, isVisible, type Mode } from './formFields.ts'
import { initialValues } from './initialValues.ts'

interface Props {
  readonly resource: AdminResource
  readonly mode: Mode
  /** Names of fields that are not asked for. */
  readonly hidden?: readonly string[]
  readonly inDialog?: boolean
  readonly onCancel?: () => void
  /** Told when there is something to save, and when there no longer is. */
  readonly onDirty?: (dirty: boolean) => void
  /** Beside the save button: deletion. */
  readonly tools?: ReactNode
}

interface Section { readonly name: string; readonly label: string; readonly fields: readonly AdminField[] }

/** The form of a resource, from what `adminMeta` and the introspected inputs say of it. */
export function GeneratedForm({ resource, mode, hidden = none, inDialog = false, onCancel, onDirty, tools }: Props) {
  const meta = useMeta()
  const schema = useSchema()
  const record = useRecordContext()
  const { save } = useSaveContext()
  const [clash, setClash] = useState<Clash>()
  const tell = useTell(resource)
  const fields = useMemo(() => formFields(meta, schema, resource, mode).filter((field) => !hidden.includes(field.name) && (mode === 'create' || isEditable(record, field.name))), [meta, schema, resource, mode, hidden, record])
  const defaults = useMemo(() => (mode === 'create' ? initialValues(resource) : {}), [mode, resource])

  const submit = async (values: Values): Promise<object | undefined> => {
    let failure: unknown
    const errors: unknown = await save?.({ ...values }, { onError: (error: unknown) => { failure = error } })
    const api = apiErrorOf(failure)
    if (api?.conflict && record) setClash({ fields: api.conflict, mine: values, base: record })
    if (approvalOf(failure) !== undefined) {
      tell(failure)
      return undefined
    }
    // A failure without a field is a fault of the form too: otherwise it would count as saved, and let one leave.
    if (failure !== undefined && !isObject(errors)) return { root: { serverError: failure instanceof Error ? failure.message : 'coulisses.error.unexpected' } }
    const shown = new Set(fields.filter((field) => isVisible(field, values)).map((field) => field.name))
    if (!isObject(errors)) return undefined
    return placed(meta, resource, shown, Object.fromEntries(Object.entries(errors).map(([path, message]) => [formPath(path, values, record), message])))
  }
  return (
    <Form key={record?.id ?? 'new'} defaultValues={defaults} onSubmit={submit} noValidate warnWhenUnsavedChanges={!inDialog} disableInvalidFormNotification>
      <FaultSummary resource={resource} />
      {onDirty ? <Dirty tell={onDirty} /> : null}
      <Sections resource={resource} fields={fields} mode={mode} />
      {clash ? <ConflictDialog resource={resource} clash={clash} onClose={() => { setClash(undefined) }} /> : null}
      <FormBar inDialog={inDialog} create={mode === 'create'} {...(onCancel ? { onCancel } : {})}>{tools}</FormBar>
    </Form>
  )
}
const none: readonly string[] = []

function Dirty({ tell }: { readonly tell: (dirty: boolean) => void }) {
  const { dirtyFields } = useFormState()
  const dirty = Object.keys(dirtyFields).length > 0
  useEffect(() => { tell(dirty) }, [tell, dirty])
  return null
}

function sectionsOf(resource: AdminResource, fields: readonly AdminField[], general: string): readonly Section[] {
  const named = new Set(resource.groups.map((group) => group.name))
  const loose = fields.filter((field) => field.group === null || !named.has(field.group))
  const groups = resource.groups.map((group) => ({ ...group, fields: fields.filter((field) => field.group === group.name) }))
  return [{ name: '', label: general, fields: loose }, ...groups].filter((section) => section.fields.length > 0)
}

/** One section stands open; several are tabs, of which each says when a fault lies in it. */
function Sections({ resource, fields, mode }: { readonly resource: AdminResource; readonly fields: readonly AdminField[]; readonly mode: Mode }) {
  const translate = useTranslate()
  const [chosen, setChosen] = useState('')
  const { errors } = useFormState()
  const sections = sectionsOf(resource, fields, translate('coulisses.form.general'))
  const open = sections.some((section) => section.name === chosen) ? chosen : sections[0]?.name ?? ''
  const id = (name: string): string => `section-${resource.plural}-${name || 'general'}`
  const inputs = (section: Section) => <Box sx={grid}>{section.fields.map((field) => <FormField key={field.name} field={field} prefix="" mode={mode} />)}</Box>
  const [only] = sections
  if (sections.length <= 1) return only ? inputs(only) : null
  return (
    <>
      <Tabs value={open} onChange={(_event, next: string) => { setChosen(next) }} variant="scrollable" allowScrollButtonsMobile sx={{ mb: 2.5, borderBottom: 1, borderColor: 'divider' }}>
        {sections.map((section) => {
          const faulty = section.fields.some((field) => get(errors, field.name) !== undefined)
          return <Tab key={section.name} value={section.name} id={`${id(section.name)}-tab`} aria-controls={id(section.name)} label={faulty ? `${section.label} ⚠` : section.label} sx={faulty ? { color: 'error.main' } : {}} />
        })}
      </Tabs>
      {/* Hidden sections stay in the form: their values are sent, and their faults are found. */}
      {sections.map((section) => <Box key={section.name} role="tabpanel" id={id(section.name)} aria-labelledby={`${id(section.name)}-tab`} hidden={section.name !== open}>{inputs(section)}</Box>)}
    </>
  )
}
