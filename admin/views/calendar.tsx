import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import { Box, Button, IconButton, Link as MuiLink, Stack, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useGetList, useListContext, useLocale, useTranslate } from 'ra-core'
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { bothFilters } from '../data/filter.ts'
import { isRef, type Ref, type Values } from '../data/meta.ts'
import { ReadFailure } from '../resource/parts/readFailure.tsx'
import { useRowPath } from '../resource/list/cell.tsx'
import type { ViewProps } from './index.ts'
import { addDays, addMonths, daysOf, firstOf, momentOf, timeOf, today, weeksOf } from './month.ts'

/** As many as one request brings. */
const MOST = 100
type Row = Ref & Values

/** The rows of a list by their days: the filters of the list hold here too. */
export default function Calendar({ resource, config: { start = '', end } }: ViewProps) {
  const [month, setMonth] = useState(() => firstOf(today()))
  const weeks = useMemo(() => weeksOf(month), [month])
  const [from = month] = weeks.flat()
  const until = addDays(weeks.flat().at(-1) ?? month, 1)
  const { filterValues } = useListContext()
  const range = { [start]: { gte: `${addDays(from, -7)}T00:00:00Z`, lt: `${until}T00:00:00Z` } }
  const { data, total, error } = useGetList<Row>(resource.plural, {
    filter: bothFilters(filterValues, range), sort: { field: start, order: 'ASC' }, pagination: { page: 1, perPage: MOST },
    meta: { view: 'list', fields: [start, ...(end ? [end] : [])] },
  })
  const rowsOn = useMemo(() => byDay(data ?? [], start, end), [data, start, end])
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    setMonth((shown) => addMonths(shown, event.key === 'PageUp' ? -1 : 1))
  }
  const day = (on: string) => <DayEntries resource={resource} rows={rowsOn.get(on) ?? []} day={on} start={start} />
  return (
    <Box onKeyDown={turn} sx={{ p: 2 }}>
      <MonthBar month={month} onMonth={setMonth} {...(total !== undefined && total > MOST ? { hidden: total - MOST } : {})} />
      {error ? <ReadFailure error={error} /> : isPhone ? <Agenda month={month} days={weeks.flat()} rowsOn={rowsOn} day={day} /> : <MonthTable month={month} weeks={weeks} day={day} />}
    </Box>
  )
}

function byDay(rows: readonly Row[], start: string, end: string | undefined): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows.filter(isRef)) for (const day of daysOf(row[start], end ? row[end] : undefined)) found.set(day, [...(found.get(day) ?? []), row])
  return found
}

function MonthBar({ month, onMonth, hidden }: { readonly month: string; readonly onMonth: (month: string) => void; readonly hidden?: number }) {
  const translate = useTranslate()
  const name = useFormat({ month: 'long', year: 'numeric' })
  return (
    <Stack direction="row" alignItems="center" spacing={1} useFlexGap flexWrap="wrap" sx={{ mb: 1.5 }}>
      <IconButton aria-label={translate('coulisses.view.previousMonth')} aria-keyshortcuts="PageUp" onClick={() => { onMonth(addMonths(month, -1)) }}><ChevronLeft /></IconButton>
      <Typography component="h2" variant="h6" aria-live="polite" sx={{ minWidth: 170, textAlign: 'center', '&::first-letter': { textTransform: 'uppercase' } }}>{name(month)}</Typography>
      <IconButton aria-label={translate('coulisses.view.nextMonth')} aria-keyshortcuts="PageDown" onClick={() => { onMonth(addMonths(month, 1)) }}><ChevronRight /></IconButton>
      <Button size="small" onClick={() => { onMonth(firstOf(today())) }}>{translate('coulisses.view.today')}</Button>
      {hidden ? <Typography variant="body2" color="text.secondary">{translate('coulisses.view.hidden', { smart_count: hidden })}</Typography> : null}
    </Stack>
  )
}

function MonthTable({ month, weeks, day }: { readonly month: string; readonly weeks: readonly (readonly string[])[]; readonly day: (on: string) => ReactNode }) {
  const weekday = useFormat({ weekday: 'long' })
  const short = useFormat({ weekday: 'short' })
  const whole = useFormat({ dateStyle: 'full' })
  const now = today()
  return (
    <Box component="table" sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', '& th, & td': { border: 1, borderColor: 'divider', verticalAlign: 'top', p: 0.5 } }}>
      <thead><tr>{(weeks[0] ?? []).map((on) => <Box key={on} component="th" scope="col" abbr={weekday(on)} sx={{ fontSize: '0.8rem', fontWeight: 600 }}>{short(on)}</Box>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <Box key={on} component="td" aria-label={whole(on)} {...(on === now ? { 'aria-current': 'date' as const } : {})} sx={{ height: 96, bgcolor: on === now ? 'action.selected' : on.slice(0, 7) === month.slice(0, 7) ? 'transparent' : 'action.hover' }}>
                <Typography variant="caption" component="time" dateTime={on} sx={{ fontWeight: on === now ? 700 : 400 }}>{Number(on.slice(8))}</Typography>
                {day(on)}
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** A table of seven columns is no sight for a phone: the days on which there is something. */
function Agenda({ month, days, rowsOn, day }: { readonly month: string; readonly days: readonly string[]; readonly rowsOn: ReadonlyMap<string, readonly Row[]>; readonly day: (on: string) => ReactNode }) {
  const translate = useTranslate()
  const whole = useFormat({ dateStyle: 'full' })
  const filled = days.filter((on) => on.slice(0, 7) === month.slice(0, 7) && rowsOn.has(on))
  if (filled.length === 0) return <Typography color="text.secondary">{translate('coulisses.view.emptyMonth')}</Typography>
  return <Stack spacing={1.5}>{filled.map((on) => <section key={on} aria-label={whole(on)}><Typography component="h3" variant="subtitle2">{whole(on)}</Typography>{day(on)}</section>)}</Stack>
}

function DayEntries({ resource, rows, day, start }: Pick<ViewProps, 'resource'> & { readonly rows: readonly Row[]; readonly day: string; readonly start: string }) {
  const pathFor = useRowPath(resource)
  const locale = useLocale()
  if (rows.length === 0) return null
  return (
    <Stack component="ul" spacing={0.25} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => {
        const moment = momentOf(row[start])
        const clock = moment && moment.at.length > 10 && daysOf(moment, undefined)[0] === day ? new Intl.DateTimeFormat(locale, { timeZone: moment.zone, timeStyle: 'short' }).format(Date.parse(moment.at)) : ''
        const label = `${clock} ${row._label ?? ''}`.trim()
        const path = pathFor(row)
        return <Box key={row.id} component="li" sx={{ fontSize: '0.78rem', lineHeight: 1.3, borderLeft: 3, borderColor: 'primary.main', pl: 0.5, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: { sm: 'nowrap' } }}>{path ? <MuiLink component={Link} to={path} underline="hover" title={label}>{label}</MuiLink> : label}</Box>
      })}
    </Stack>
  )
}

function useFormat(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return (day) => format.format(timeOf(day))
}
