import { Box, FormHelperText, Skeleton } from '@mui/material'
import { lazy, Suspense } from 'react'
import { RichTextField } from 'react-admin'
import { ContainsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

// The editor weighs as much as the rest of a form: it comes when a form has a rich text.
const Editor = lazy(() => import('./parts/editor.tsx'))

/** `<p>A</p><p>B</p>` → `A B` */
export const plainOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll(/\s+/g, ' ').trim()

/** The API sanitises what is written; `RichTextField` does it again here, because this is where it would run. */
function Display({ value, dense }: DisplayProps) {
  if (typeof value !== 'string') return null
  if (dense) return <Lines value={plainOf(value)} dense multiline />
  return <RichTextField record={{ id: 'shown', value }} source="value" component="div" sx={{ maxWidth: '70ch', '& > span > :first-of-type': { mt: 0 }, '& > span > :last-child': { mb: 0 } }} />
}

function Input(props: InputProps) {
  return (
    <Suspense fallback={<Box><FormHelperText>{props.field.label}</FormHelperText><Skeleton variant="rounded" height={160} /></Box>}>
      <Editor {...props} />
    </Suspense>
  )
}

export const richText: KindUI = { kind: 'richText', Display, Input, Filter: ContainsFilter, wide: 'all' }
