import { Box, Divider, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMeta } from '../../app/meta.tsx'
import { isDenied, isRef, type AdminField, type AdminResource, type Values } from '../../data/meta.ts'
import { bySections } from '../../data/relations.ts'
import { kindOf } from '../../fields/index.ts'
import { Denied } from '../../fields/parts/denied.tsx'
import { RecordLink } from '../../fields/parts/recordLink.tsx'
import { relatedFields } from './relatedFields.ts'

/** What the house writes of every record: it stands at the end, where it does not get in the way. */
const house = new Set(['createdAt', 'updatedAt', 'createdBy'])
const hidden = new Set(['id', 'version'])

/** Every value that the caller may read, in the sections of the form. */
export function Details({ resource, record }: { readonly resource: AdminResource; readonly record: Values }) {
  const translate = useTranslate()
  const shown = useShown(resource)
  const named = new Set(resource.groups.map((group) => group.name))
  const sections = [
    { name: '', label: '', fields: shown.filter((field) => !house.has(field.name) && (field.group === null || !named.has(field.group))) },
    ...resource.groups.map((group) => ({ ...group, fields: shown.filter((field) => field.group === group.name) })),
    { name: 'house', label: translate('coulisses.page.about'), fields: shown.filter((field) => house.has(field.name)) },
  ].filter((section) => section.fields.length > 0)
  return (
    <>
      {sections.map((section, index) => (
        <section key={section.name} aria-label={section.label || undefined}>
          {index > 0 ? <Divider sx={{ my: 2.5 }} /> : null}
          {section.label ? <Typography component="h2" variant="subtitle1" sx={{ mb: 1.5 }}>{section.label}</Typography> : null}
          <Grid fields={section.fields} record={record} />
        </section>
      ))}
    </>
  )
}

function useShown(resource: AdminResource): readonly AdminField[] {
  const meta = useMeta()
  const tabled = new Set(relatedFields(meta, resource).map((field) => field.name))
  return resource.fields.filter((field) => field.read && !tabled.has(field.name) && !hidden.has(field.name))
}

function Grid({ fields, record }: { readonly fields: readonly AdminField[]; readonly record: Values }) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))' }}>
      {fields.map((field) => <Detail key={field.name} field={field} value={valueOf(record, field)} denied={isDenied(record, field.name)} />)}
    </Box>
  )
}

/** A relation to many of which only the number was asked for. */
const valueOf = (record: Values, field: AdminField): unknown =>
  record[field.name] ?? (field.many && field.relation ? record[`${field.name}Count`] : undefined)

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function Detail({ field, value, denied }: { readonly field: AdminField; readonly value: unknown; readonly denied: boolean }) {
  const translate = useTranslate()
  const { Display, wide } = kindOf(field)
  const empty = isEmpty(value)
  // An owned record comes with its values: they are part of this one.
  const owned = field.kind === 'belongsTo' && field.relation?.owned === true && isRef(value)
  return (
    <Box sx={{ minWidth: 0, ...(owned || (wide === 'all' && !empty && field.kind !== 'manyToMany') ? { gridColumn: '1 / -1' } : {}) }}>
      <Typography component="dt" variant="caption" color="text.secondary">{field.label}</Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, mt: 0.25, overflowWrap: 'anywhere' }}>
        {denied ? <Denied /> : empty ? <Box component="span" sx={{ color: 'text.secondary' }}><span aria-hidden>—</span><span className="unseen">{translate('coulisses.form.empty')}</span></Box>
          : owned ? <Owned field={field} record={value} /> : <Display field={field} value={value} />}
      </Typography>
    </Box>
  )
}

function Owned({ field, record }: { readonly field: AdminField; readonly record: Values & { readonly id: string } }) {
  const target = useMeta().resource(field.relation?.target)
  const fields = target ? bySections(target, target.fields).filter((one) => one.read && !hidden.has(one.name) && !house.has(one.name) && one.kind !== 'hasMany' && !isEmpty(valueOf(record, one))) : []
  return (
    <>
      <RecordLink target={field.relation?.target} record={record} />
      {fields.length > 1 ? <Box className="owned" sx={{ mt: 1 }}><Grid fields={fields} record={record} /></Box> : null}
    </>
  )
}
