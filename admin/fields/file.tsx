import { isObject, isRef } from '../data/meta.ts'
import { FileLink, Upload } from './parts/upload.tsx'
import { PresenceFilter } from './parts/filters.tsx'
import type { DisplayProps, KindUI } from './kind.ts'

function Display({ value, dense }: DisplayProps) {
  if (!isRef(value)) return null
  return <FileLink file={value} preview={!dense && isObject(value) && String(value['mimeType'] ?? '').startsWith('image/')} />
}

export const file: KindUI = { kind: 'file', Display, Input: Upload, Filter: PresenceFilter }
