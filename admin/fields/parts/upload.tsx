import AttachFile from '@mui/icons-material/AttachFile'
import Close from '@mui/icons-material/Close'
import { Box, Button, FormHelperText, IconButton, LinearProgress, Link, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useEffect, useState, type ChangeEvent, type DragEvent } from 'react'
import { useFiles } from '../../app/files.tsx'
import { isObject, isRef, type Ref } from '../../data/meta.ts'
import type { InputProps } from '../kind.ts'
import { useField } from './useField.ts'

const nameOf = (file: Ref): string => (isObject(file) && typeof file['name'] === 'string' ? file['name'] : file._label ?? file.id)

/** `1536` → `1.5 kB` */
export function writtenSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return `${Number((bytes / 1000 ** power).toFixed(1))} ${units[power]}`
}

/** A file is answered to whoever holds the token only: it is fetched, then handed over to the browser. */
export function FileLink({ file, preview = false }: { readonly file: Ref; readonly preview?: boolean }) {
  const files = useFiles()
  const notify = useNotify()
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    if (!preview) return undefined
    let address: string | undefined
    let gone = false
    files.fetch(file.id).then((blob) => { if (!gone) { address = URL.createObjectURL(blob); setPicture(address) } }, () => undefined)
    return () => { gone = true; if (address) URL.revokeObjectURL(address) }
  }, [files, file.id, preview])
  const name = nameOf(file)
  return (
    <Stack component="span" spacing={0.5} sx={{ display: 'inline-flex' }} alignItems="flex-start">
      {picture ? <img src={picture} alt="" style={{ maxWidth: 240, maxHeight: 160, borderRadius: 6 }} /> : null}
      <Link component="button" type="button" variant="body2" sx={{ textAlign: 'start', overflowWrap: 'anywhere' }} onClick={(event) => { event.stopPropagation(); files.download(file.id, name).catch(() => { notify('coulisses.file.failed', { type: 'error' }) }) }}>
        {name}{isObject(file) && typeof file['size'] === 'number' ? ` (${writtenSize(file['size'])})` : ''}
      </Link>
    </Stack>
  )
}

/** Uploaded at once by `POST /files`; the form then links what was stored (pitfall 22). */
export function Upload(props: InputProps) {
  const translate = useTranslate()
  const files = useFiles()
  const state = useField(props)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const { accept, maxBytes } = props.field.relation ?? {}
  const send = async (given: File | undefined): Promise<void> => {
    setFault(undefined)
    if (!given) return
    if (maxBytes && given.size > maxBytes) { setFault(translate('coulisses.file.tooLarge', { max: writtenSize(maxBytes) })); return }
    setBusy(true)
    try {
      state.onChange(await files.upload(given))
    } catch (error) {
      setFault(error instanceof Error ? translate(error.message, { _: error.message }) : translate('coulisses.file.failed'))
    } finally {
      setBusy(false)
    }
  }
  const error = fault ?? state.error
  const hint = [props.field.help, accept?.map((type) => type.split('/')[1]).join(', '), maxBytes ? `≤ ${writtenSize(maxBytes)}` : ''].filter(Boolean).join(' · ')
  return (
    <Box
      component="fieldset" className="owned" sx={{ m: 0, minWidth: 0 }} onDragOver={(event: DragEvent) => { event.preventDefault() }}
      onDrop={(event: DragEvent) => { event.preventDefault(); if (!props.disabled) void send(event.dataTransfer.files[0]) }}
    >
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.75 }}>{props.field.label}{props.required ? ' *' : ''}</Typography>
      <Stack direction="row" spacing={1.5} alignItems="center">
        {isRef(state.value) ? <FileLink file={state.value} preview={isObject(state.value) && String(state.value['mimeType'] ?? '').startsWith('image/')} /> : null}
        <Button component="label" size="small" startIcon={<AttachFile />} disabled={busy || props.disabled === true}>
          {translate(isRef(state.value) ? 'coulisses.file.replace' : 'coulisses.file.choose')}
          <input type="file" hidden aria-label={props.field.label} {...(accept ? { accept: accept.join(',') } : {})} onChange={(event: ChangeEvent<HTMLInputElement>) => { void send(event.target.files?.[0]); event.target.value = '' }} />
        </Button>
        {isRef(state.value) && !props.required ? <IconButton size="small" aria-label={translate('coulisses.relation.remove', { name: nameOf(state.value) })} onClick={() => { state.onChange(null) }}><Close fontSize="small" /></IconButton> : null}
      </Stack>
      {busy ? <LinearProgress sx={{ mt: 1 }} /> : null}
      {error ?? hint ? <FormHelperText error={error !== undefined} role={error ? 'alert' : undefined}>{error ?? hint}</FormHelperText> : null}
    </Box>
  )
}
