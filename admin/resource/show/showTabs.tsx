import { Box, Tab, Tabs } from '@mui/material'
import { useTranslate } from 'ra-core'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useMeta } from '../../app/meta.tsx'
import { ScreenBody, useSay, useScreens } from '../../app/screens.tsx'
import type { RecordProps } from '../../screens/screen.ts'
import { Details } from './details.tsx'
import { relatedFields } from './relatedFields.ts'

const Related = lazy(() => import('./related.tsx'))
const History = lazy(() => import('./history.tsx'))

/** The values, the records that belong to it, and what happened to it; which of them is open stands in the address. */
export function ShowTabs(given: RecordProps) {
  const { resource, record } = given
  const translate = useTranslate()
  const meta = useMeta()
  const say = useSay()
  const screens = useScreens('recordTab', resource.name)
  const [search, setSearch] = useSearchParams()
  const related = relatedFields(meta, resource)
  const names = ['details', ...related.map((field) => field.name), ...screens.map((one) => one.name), ...(resource.history ? ['history'] : [])]
  const asked = search.get('tab') ?? 'details'
  const open = names.includes(asked) ? asked : 'details'
  const label = (name: string): string => {
    const own = screens.find((one) => one.name === name)
    if (own) return say(own.label)
    const field = related.find((one) => one.name === name)
    const count = record[`${name}Count`]
    return field ? `${field.label}${typeof count === 'number' ? ` (${count})` : ''}` : translate(`coulisses.page.${name}`)
  }
  const field = related.find((one) => one.name === open)
  const screen = screens.find((one) => one.name === open)
  return (
    <>
      <Tabs value={open} onChange={(_event, next: string) => { setSearch(next === 'details' ? {} : { tab: next }, { replace: true, preventScrollReset: true }) }} variant="scrollable" allowScrollButtonsMobile sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}>
        {names.map((name) => <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`panel-${name}`} label={label(name)} />)}
      </Tabs>
      <Box role="tabpanel" id={`panel-${open}`} aria-labelledby={`tab-${open}`} sx={{ p: { xs: 2, sm: 3 } }}>
        <Suspense>
          {open === 'details' ? <Details resource={resource} record={record} /> : open === 'history' ? <History resource={resource} record={record} /> : field ? <Related resource={resource} record={record} field={field} /> : screen ? <ScreenBody screen={screen} given={given} /> : null}
        </Suspense>
      </Box>
    </>
  )
}
