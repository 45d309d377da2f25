import { Link } from '@mui/material'
import { Box } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import type { DisplayProps, KindUI } from './kind.ts'

/** Only addresses of the web become links: a `javascript:` that reached a row stays a text. */
function Display({ value }: DisplayProps) {
  if (typeof value !== 'string') return null
  if (!/^https?:\/\//i.test(value)) return <>{value}</>
  return <Link href={value} target="_blank" rel="noopener noreferrer" onClick={(event) => { event.stopPropagation() }} sx={{ overflowWrap: 'anywhere' }}>{value.replace(/^https?:\/\//i, '').replace(/\/$/, '')}</Link>
}

export const url: KindUI = { kind: 'url', Display, Input: (props) => <Box {...props} inputMode="url" html={{ placeholder: 'https://', spellCheck: false }} />, Filter: ContainsFilter }
