import { LRUCache } from 'lru-cache'
import type { Answer } from './answer.ts'

/** An answer, and how long it stays true. */
export interface Made {
  readonly answer: Answer
  /** Tables whose change may change it. */
  readonly tables: ReadonlySet<string>
  /** For which it may be kept at most; 0: not at all. */
  readonly milliseconds: number
}

interface Kept {
  readonly answer: Answer
  readonly tables: ReadonlySet<string>
  readonly until: number
}

export interface AnswersOptions {
  /** Bytes. */
  readonly room?: number
  readonly now?: () => number
}

const ROOM = 64 * 1_048_576
/** What an entry takes beside its body. */
const OVERHEAD = 400

/**
 * Answers by document, variables and rights. One is dropped when a table that it shows changes, and kept only while
 * such changes are heard; while it is being made, whoever asks the same waits for it.
 */
export class Answers {
  readonly #now: () => number
  readonly #kept: LRUCache<string, Kept>
  readonly #byTable = new Map<string, Set<string>>()
  readonly #making = new Map<string, Promise<Made>>()
  /** Which change of each table was the last, counted over all of them. */
  readonly #lastChange = new Map<string, number>()
  #changes = 0
  #heard = false

  constructor({ room = ROOM, now = () => performance.now() }: AnswersOptions = {}) {
    this.#now = now
    this.#kept = new LRUCache({ maxSize: room, sizeCalculation: ({ answer }, key) => answer.bytes + key.length * 2 + OVERHEAD, dispose: ({ tables }, key) => this.#forget(key, tables) })
  }

  get(key: string): Answer | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    if (kept.until > this.#now()) return kept.answer
    this.#kept.delete(key)
    return undefined
  }

  /** The answer that is being made, or that is made now. It is kept if it is sound, and nothing of what it shows changed meanwhile. */
  async make(key: string, make: () => Promise<Made>): Promise<Answer> {
    const begun = this.#changes
    // Whoever asks after a change must not be given what was begun before it.
    const name = `${begun} ${key}`
    const being = this.#making.get(name)
    if (being) return (await being).answer
    const making = make().finally(() => this.#making.delete(name))
    this.#making.set(name, making)
    const made = await making
    if (this.#heard && made.answer.sound && made.milliseconds > 0 && !this.#changedSince(begun, made.tables)) this.#keep(key, made)
    return made.answer
  }

  changed(table: string): void {
    this.#lastChange.set(table, ++this.#changes)
    for (const key of this.#byTable.get(table) ?? []) this.#kept.delete(key)
  }

  heard(): void {
    this.#heard = true
  }

  /** Changes are not heard: nothing that is kept can be trusted. */
  lost(): void {
    this.#heard = false
    this.clear()
  }

  /** Everything may have changed. */
  clear(): void {
    this.#lostAt = ++this.#changes
    this.#kept.clear()
  }

  #lostAt = 0

  #changedSince(begun: number, tables: ReadonlySet<string>): boolean {
    return this.#lostAt > begun || [...tables].some((table) => (this.#lastChange.get(table) ?? 0) > begun)
  }

  #keep(key: string, { answer, tables, milliseconds }: Made): void {
    this.#kept.set(key, { answer, tables, until: this.#now() + milliseconds })
    // Not kept where it alone is larger than the room.
    if (this.#kept.has(key)) for (const table of tables) this.#byTable.set(table, (this.#byTable.get(table) ?? new Set()).add(key))
  }

  #forget(key: string, tables: ReadonlySet<string>): void {
    for (const table of tables) this.#byTable.get(table)?.delete(key)
  }
}
