import CalendarMonth from '@mui/icons-material/CalendarMonth'
import ViewWeek from '@mui/icons-material/ViewWeek'
import type { SvgIconComponent } from '@mui/icons-material'
import { lazy, type ComponentType } from 'react'
import { isObject, type AdminResource } from '../data/meta.ts'

export interface ViewProps {
  readonly resource: AdminResource
  /** What the declaration says of the view: names of fields by what they stand for. */
  readonly config: Readonly<Record<string, string>>
}

interface View { readonly Icon: SvgIconComponent; readonly Component: ComponentType<ViewProps>; /** Fields without which there is nothing to see. */ readonly needs: readonly string[] }

/** Other readers of the same list. They know no entity: which fields to look at, the declaration says. */
const views: Readonly<Record<string, View>> = {
  calendar: { Icon: CalendarMonth, Component: lazy(() => import('./calendar.tsx')), needs: ['start'] },
  board: { Icon: ViewWeek, Component: lazy(() => import('./board.tsx')), needs: ['column'] },
}

export interface Offered extends View { readonly name: string; readonly config: Readonly<Record<string, string>> }

/** The views of a resource whose fields the caller may read. */
export function viewsOf(resource: AdminResource): readonly Offered[] {
  if (!isObject(resource.views)) return []
  const readable = new Set(resource.fields.filter((field) => field.read).map((field) => field.name))
  return Object.entries(resource.views).flatMap(([name, given]) => {
    const view = views[name]
    if (!view || !isObject(given)) return []
    const config = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && readable.has(entry[1])))
    return view.needs.every((need) => need in config) ? [{ ...view, name, config }] : []
  })
}
