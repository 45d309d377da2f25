import { readRecord } from '../commands/show.ts'
import { save } from '../commands/update.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { fill } from '../text/labels.ts'
import { clean } from '../out/clean.ts'
import { RemoteError } from '../remote/remoteError.ts'
import type { Json } from '../remote/graphql.ts'
import { conflictOf } from '../things/conflict.ts'
import { inputFrom } from '../things/value.ts'
import { textOf, zoneOf } from '../things/shown.ts'
import { writable, type Field, type Thing } from '../things/types.ts'
import { typedOn, type Stroke } from './keys.ts'
import { moved, type Opened, type State } from './state.ts'

interface Screen {
  readonly state: () => State
  readonly become: (change: Partial<State>) => void
  readonly reload: () => Promise<void>
}

/** Fields of an open record, in the order in which they are shown. */
export const fieldsOf = (thing: Thing): readonly Field[] => thing.fields.filter(({ read, input }) => read !== undefined || input !== undefined).filter(({ kind }) => kind !== 'secret')

export const mayWrite = (thing: Thing, field: Field): boolean => writable(thing, 'update').includes(field) && field.kind !== 'zone'

/** One record: moves over its fields, edits one in place, and settles a clash with somebody else's change. */
export class Editor {
  readonly #context: Context
  readonly #screen: Screen

  constructor(context: Context, screen: Screen) {
    this.#context = context
    this.#screen = screen
  }

  async open(thing: Thing, id: string): Promise<void> {
    try {
      const row = await readRecord(thing, this.#context, id)
      const { opened } = this.#screen.state()
      this.#become({ thing, row, at: opened?.thing === thing ? opened.at : 0 })
    } catch (error) {
      this.#screen.become({ note: this.#told(error) })
    }
  }

  #become(opened: Opened | undefined, note = ''): void {
    this.#screen.become({ opened, note })
  }

  key(stroke: Stroke, opened: Opened): void {
    if (opened.dispute) this.#disputeKey(stroke, opened)
    else if (opened.draft) this.#draftKey(stroke, opened)
    else this.#fieldKey(stroke, opened)
  }

  #fieldKey({ text, name }: Stroke, opened: Opened): void {
    const fields = fieldsOf(opened.thing)
    if (name === 'escape' || text === 'q') this.#become(undefined)
    else if (name === 'down' || text === 'j' || name === 'tab') this.#become({ ...opened, at: moved(opened.at, 1, fields.length) })
    else if (name === 'up' || text === 'k' || name === 'backtab') this.#become({ ...opened, at: moved(opened.at, -1, fields.length) })
    else if (text === 'r') void this.open(opened.thing, String(opened.row['id']))
    else if (text === '?') this.#screen.become({ help: true })
    else if (name === 'enter' || text === 'e') this.#begin(opened, fields[opened.at])
  }

  #begin(opened: Opened, field: Field | undefined): void {
    if (!field) return
    if (!mayWrite(opened.thing, field)) this.#screen.become({ note: this.#context.say({ fr: '« {name} » ne se modifie pas ici.', en: '“{name}” is not changed here.' }, { name: this.#context.say(field.label) }) })
    else this.#become({ ...opened, draft: { text: field.read === undefined ? '' : textOf(field, opened.row, this.#context.locale) } })
  }

  #draftKey({ text, name }: Stroke, opened: Opened): void {
    const field = fieldsOf(opened.thing)[opened.at]
    const draft = opened.draft?.text ?? ''
    if (!field || name === 'escape') this.#become({ ...opened, draft: undefined })
    else if (name === 'enter') void this.#saveDraft(opened, field, draft)
    else if (field.choices && (name === 'left' || name === 'right')) this.#become({ ...opened, draft: { text: this.#nextChoice(field, draft, name === 'right' ? 1 : -1) } })
    else this.#become({ ...opened, draft: { text: typedOn(draft, text, name) } })
  }

  #nextChoice({ choices = [] }: Field, shown: string, by: number): string {
    const at = choices.findIndex(({ label }) => this.#context.say(label) === shown)
    const next = choices[(at + by + choices.length) % choices.length]
    return next ? this.#context.say(next.label) : shown
  }

  async #saveDraft(opened: Opened, field: Field, typed: string): Promise<void> {
    try {
      const input = await inputFrom(this.#context, new Map([[field, typed]]), zoneOf(field, opened.row))
      await this.#save(opened, input, Number(opened.row['version']))
    } catch (error) {
      this.#become({ ...opened, draft: { text: typed, fault: this.#told(error) } })
    }
  }

  async #save(opened: Opened, input: Readonly<Record<string, Json>>, version: number): Promise<void> {
    const id = String(opened.row['id'])
    try {
      const row = await save(opened.thing, this.#context, { id, input, version })
      this.#become({ ...opened, row: row ?? opened.row, draft: undefined, dispute: undefined }, this.#context.say({ fr: 'Enregistré.', en: 'Saved.' }))
      await this.#screen.reload()
    } catch (error) {
      const conflict = error instanceof RemoteError ? conflictOf(error) : undefined
      const [clash] = conflict?.clashes ?? []
      if (!conflict || !clash) throw error
      this.#become({ ...opened, dispute: { clash, version: conflict.version, input } })
    }
  }

  /** m: mine stays · t: theirs stays. */
  #disputeKey({ text, name }: Stroke, opened: Opened): void {
    const { dispute } = opened
    if (text === 'm' && dispute) {
      this.#save(opened, dispute.input, dispute.version).catch((error: unknown) => this.#become({ ...opened, dispute: undefined }, this.#told(error)))
    } else if (text === 't' || name === 'escape') {
      this.#become({ ...opened, draft: undefined, dispute: undefined })
      void this.open(opened.thing, String(opened.row['id']))
    }
  }

  #told(error: unknown): string {
    return clean(error instanceof Failure ? fill(error.text[this.#context.locale], error.values) : String(error))
  }
}
