import type { ComponentType } from 'react'
import type { AdminResource, Ref, Values } from '../data/meta.ts'

/** In both languages, as the declarations have theirs. */
export interface Labels { readonly fr: string; readonly en: string }

export interface RecordProps { readonly resource: AdminResource; readonly record: Ref & Values; readonly onDone: () => void }
export interface ListProps { readonly resource: AdminResource }

/** The named places, and what a screen is given there. */
export interface Places {
  /** An address of its own, with an entry in the menu of a module, in that of the account, or in none. */
  readonly page: object
  /** Above every page. */
  readonly banner: object
  /** A button in the bar at the top. */
  readonly bar: object
  /** A card of the first page. */
  readonly dashboard: object
  readonly recordTab: RecordProps
  /** A button among the actions of a record. */
  readonly recordTool: RecordProps
  /** Above the tabs of a record. */
  readonly recordNotice: RecordProps
  /** A button beside the title of a list. */
  readonly listTool: ListProps
}
export type Place = keyof Places

/**
 * A bespoke screen and the named place where it stands. One file each, `admin/screens/<module>/<name>.screen.ts`,
 * found by glob; what it shows is fetched only where it is shown.
 */
export interface Screen<P extends Place = Place> {
  readonly place: P
  readonly label: Labels
  /** A root field of the API, query or mutation: who is not shown it by introspection is not shown the screen. */
  readonly needs: string
  readonly load: () => Promise<{ readonly default: ComponentType<Places[P]> }>
  /** Of a page: its address below that of the back office, `access/chart`. */
  readonly path?: string
  readonly icon?: string
  readonly menu?: 'account' | { readonly module: string; readonly order: number }
  /** On records and lists of these entities only. */
  readonly on?: readonly string[]
  /** On the records that this relation of another entity may lead to: `Comment.subject`. */
  readonly about?: { readonly entity: string; readonly field: string }
}

/** Checks a declaration against its place, and forgets which one it was: one list holds the screens of all places. */
export const screen = <P extends Place>(given: Screen<P>): Screen => given as unknown as Screen
