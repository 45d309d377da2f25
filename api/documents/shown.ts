import type { Model } from '../model/model.ts'

/** What the statements of an answer say about how long it stays true. */
export interface Shown {
  /** Tables that they read; a change of none of the others can change the answer. */
  readonly tables: ReadonlySet<string>
  /** Whether they ask the clock: what time alone changes, nobody announces. */
  readonly timed: boolean
}

const CLOCK = /\bnow\(\)|\bcurrent_|\bclock_timestamp\b|\blocaltime/i
const KEPT = 2_000

/** Reads what a statement of ours shows from its text: names of tables come from the model only. */
export function createShown(model: Model): (text: string) => Shown {
  const names = new Set([...model.entities.values()].flatMap((entity) => [entity.table, ...[...entity.members.values()].flatMap((member) => (member.is === 'manyToMany' ? [member.table.name] : []))]))
  const known = new Map<string, Shown>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    // A column that is called like a table makes it one too many, which does no harm.
    const shown = { tables: new Set((text.match(/[a-z_][a-z0-9_]*/g) ?? []).filter((word) => names.has(word))), timed: CLOCK.test(text) }
    if (known.size >= KEPT) known.delete(known.keys().next().value ?? '')
    known.set(text, shown)
    return shown
  }
}

/** What one answer shows, gathered while it is made. */
export class Showing {
  readonly tables = new Set<string>()
  timed = false

  add({ tables, timed }: Shown): void {
    for (const table of tables) this.tables.add(table)
    this.timed ||= timed
  }
}
