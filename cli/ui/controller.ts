import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { fill } from '../text/labels.ts'
import { clean } from '../out/clean.ts'
import { pagesOf } from '../things/pages.ts'
import { fieldOf, type Thing } from '../things/types.ts'
import type { Json } from '../remote/graphql.ts'
import { Editor } from './editor.ts'
import { typedOn, type Stroke } from './keys.ts'
import { chosen, moved, startState, withPane, type State } from './state.ts'

const SHOWN = 50
const PAGE = 10
/** Between two letters of somebody who types; what is asked meanwhile would only be thrown away. */
const TYPING_MILLISECONDS = 80

/** The state of the screen, and what keys make of it. Knows nothing of how it is drawn. */
export class Controller {
  readonly #context: Context
  readonly #leave: () => void
  readonly #editor: Editor
  readonly #listeners = new Set<() => void>()
  #state: State
  #asked = 0
  #waiting: NodeJS.Timeout | undefined
  #password: ((typed: string | undefined) => void) | undefined

  constructor(context: Context, things: readonly Thing[], leave: () => void) {
    this.#context = context
    this.#leave = leave
    this.#state = startState(things)
    this.#editor = new Editor(context, { state: () => this.#state, become: (change) => this.#become(change), reload: () => this.load() })
  }

  readonly state = (): State => this.#state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #become(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** The session has ended: its password is asked on the screen, and what was typed stays. */
  askPassword(): Promise<string | undefined> {
    this.#become({ password: '' })
    return new Promise((resolve) => { this.#password = resolve })
  }

  /** Reads all three lists; an answer that a later question has overtaken is dropped. */
  async load(): Promise<void> {
    const asked = ++this.#asked
    await Promise.all(this.#state.panes.map(async ({ thing }, index) => {
      const loaded = await this.#read(thing).catch((error: unknown) => ({ rows: [], more: false, fault: this.told(error) }))
      if (asked !== this.#asked) return
      const pane = this.#state.panes[index]
      this.#become(withPane(this.#state, index, { fault: undefined, ...loaded, at: moved(pane?.at ?? 0, 0, Math.max(1, loaded.rows.length)) }))
    }))
  }

  async #read(thing: Thing): Promise<{ rows: State['panes'][number]['rows']; more: boolean }> {
    const fields = thing.list.map((name) => fieldOf(thing, name))
    const sort = [{ [thing.sorted.replace('-', '')]: thing.sorted.startsWith('-') ? 'DESC' : 'ASC' }]
    for await (const { rows, more } of pagesOf(this.#context, thing, { fields, filter: this.#filter(thing), sort, many: SHOWN })) return { rows, more }
    return { rows: [], more: false }
  }

  #filter(thing: Thing): Json | undefined {
    const { filter, linked, panes } = this.#state
    const client = panes[0] ? chosen(panes[0]) : undefined
    const parts: Json[] = []
    if (filter.trim() !== '' && !(linked && thing.name !== 'client')) parts.push({ q: filter })
    if (linked && client && thing.name !== 'client') parts.push({ client: { id: { eq: client['id'] ?? '' } } })
    return parts.length > 1 ? { and: parts } : parts[0]
  }

  told(error: unknown): string {
    return clean(error instanceof Failure ? fill(error.text[this.#context.locale], error.values) : String(error))
  }

  key(stroke: Stroke): void {
    const { password, help, typing, opened } = this.#state
    if (stroke.name === 'leave') this.#leave()
    else if (password !== undefined) this.#passwordKey(stroke, password)
    else if (help) this.#become({ help: false })
    else if (typing) this.#filterKey(stroke)
    else if (opened) this.#editor.key(stroke, opened)
    else this.#listKey(stroke)
  }

  #passwordKey({ text, name }: Stroke, typed: string): void {
    if (name === 'enter' || name === 'escape') {
      this.#become({ password: undefined })
      this.#password?.(name === 'enter' ? typed : undefined)
    } else this.#become({ password: typedOn(typed, text, name) })
  }

  #filterKey({ text, name }: Stroke): void {
    if (name === 'enter') this.#become({ typing: false })
    else if (name === 'escape') this.#refilter({ typing: false, filter: '' })
    else this.#refilter({ filter: typedOn(this.#state.filter, text, name) })
  }

  #refilter(change: Partial<State>): void {
    const before = this.#state.filter
    this.#become({ ...change, panes: this.#state.panes.map((pane) => ({ ...pane, at: 0 })) })
    if (this.#state.filter === before) return
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => { void this.load() }, TYPING_MILLISECONDS)
  }

  #listKey({ text, name }: Stroke): void {
    const { focus, panes } = this.#state
    if (name === 'tab' || name === 'right') this.#become({ focus: (focus + 1) % panes.length })
    else if (name === 'backtab' || name === 'left') this.#become({ focus: (focus + panes.length - 1) % panes.length })
    else if (name === 'down' || text === 'j') this.#move(1)
    else if (name === 'up' || text === 'k') this.#move(-1)
    else if (name === 'pageDown') this.#move(PAGE)
    else if (name === 'pageUp') this.#move(-PAGE)
    else if (name === 'enter') void this.#open()
    else if (name === 'escape') this.#refilter({ filter: '' })
    else if (text === '/') this.#become({ typing: true })
    else if (text === '?') this.#become({ help: true })
    else if (text === 'q') this.#leave()
    else if (text === 'r') void this.load()
    else if (text === 'l') this.#link()
  }

  #move(by: number): void {
    const { focus, panes, linked } = this.#state
    const pane = panes[focus]
    if (!pane) return
    this.#become(withPane(this.#state, focus, { at: moved(pane.at, by, Math.max(1, pane.rows.length)) }))
    if (linked && focus === 0) void this.load()
  }

  #link(): void {
    this.#become({ linked: !this.#state.linked })
    void this.load()
  }

  async #open(): Promise<void> {
    const pane = this.#state.panes[this.#state.focus]
    const row = pane ? chosen(pane) : undefined
    if (pane && row) await this.#editor.open(pane.thing, String(row['id']))
  }
}
