import type { Clash } from '../things/conflict.ts'
import type { Json } from '../remote/graphql.ts'
import type { Row } from '../things/shown.ts'
import type { Thing } from '../things/types.ts'

export interface Pane {
  readonly thing: Thing
  readonly rows: readonly Row[]
  /** The row that the cursor is on. */
  readonly at: number
  readonly more: boolean
  /** Why there are none. */
  readonly fault?: string | undefined
}

/** A value that is being typed. */
export interface Draft {
  readonly text: string
  readonly fault?: string | undefined
}

/** Two people changed the same: whose stays? */
export interface Dispute {
  readonly clash: Clash
  readonly version: number
  readonly input: Readonly<Record<string, Json>>
}

export interface Opened {
  readonly thing: Thing
  readonly row: Row
  /** The field that the cursor is on. */
  readonly at: number
  readonly draft?: Draft | undefined
  readonly dispute?: Dispute | undefined
}

export interface State {
  readonly panes: readonly Pane[]
  /** Which pane the keys go to. */
  readonly focus: number
  readonly filter: string
  readonly typing: boolean
  /** Contracts and events of the chosen client only. */
  readonly linked: boolean
  readonly opened?: Opened | undefined
  readonly help: boolean
  /** The session has ended: its password. */
  readonly password?: string | undefined
  readonly note: string
}

export const startState = (things: readonly Thing[]): State => ({
  panes: things.map((thing) => ({ thing, rows: [], at: 0, more: false })), focus: 0, filter: '', typing: false, linked: false, help: false, note: '',
})

export const chosen = ({ rows, at }: Pane): Row | undefined => rows[at]

/** Moves a cursor and keeps it on the list. */
export const moved = (at: number, by: number, length: number): number => Math.max(0, Math.min(length - 1, at + by))

export const withPane = (state: State, index: number, change: Partial<Pane>): State => ({
  ...state, panes: state.panes.map((pane, place) => (place === index ? { ...pane, ...change } : pane)),
})
