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
  /** No change up to this one concerned it. */
  true: number
}

export interface AnswersOptions {
  /** Bytes. */
  readonly room?: number
  readonly now?: () => number
}

const ROOM = 64 * 1_048_576
/** What an entry takes beside its body. */
const OVERHEAD = 400
/** So many questions are remembered at least as having been asked. */
const REMEMBERED = 5_000

/**
 * Answers by document, variables and rights. One is given until a table that it shows changes, and kept only while
 * such changes are heard; while it is being made, whoever asks the same waits for it. Where there is no room, what was
 * never asked before is not kept: whoever walks through all the pages does not drive out those that everybody reads.
 */
export class Answers {
  readonly #now: () => number
  readonly #kept: LRUCache<string, Kept>
  readonly #making = new Map<string, { readonly begun: number; readonly made: Promise<Made> }>()
  /** Which change of each table was the last, counted over all of them. */
  readonly #lastChange = new Map<string, number>()
  #changes = 0
  #heard = false
  readonly #room: number
  #asked = { now: new Set<string>(), before: new Set<string>() }

  constructor({ room = ROOM, now = () => performance.now() }: AnswersOptions = {}) {
    this.#now = now
    this.#room = room
    this.#kept = new LRUCache({ maxSize: room })
  }

  get(key: string): Answer | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    if (kept.until > this.#now() && this.#isTrue(kept)) return kept.answer
    this.#kept.delete(key)
    return undefined
  }

  #isTrue(kept: Kept): boolean {
    if (kept.true === this.#changes) return true
    if (this.#changedSince(kept.true, kept.tables)) return false
    kept.true = this.#changes
    return true
  }

  /** The answer that is being made, or that is made now. It is kept if it is sound, and nothing of what it shows changed meanwhile. */
  async make(key: string, make: () => Promise<Made>): Promise<Answer> {
    const begun = this.#changes
    const being = this.#making.get(key)
    // Whoever asks after a change must not be given what was begun before it.
    if (being?.begun === begun) return (await being.made).answer
    const making = { begun, made: make() }
    this.#making.set(key, making)
    const made = await making.made.finally(() => { if (this.#making.get(key) === making) this.#making.delete(key) })
    if (this.#heard && made.answer.sound && made.milliseconds > 0 && !this.#changedSince(begun, made.tables)) this.#keep(key, made)
    return made.answer
  }

  changed(table: string): void {
    this.#lastChange.set(table, ++this.#changes)
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
    const size = answer.bytes + key.length * 2 + OVERHEAD
    const known = this.#wasAsked(key)
    if (known || this.#kept.calculatedSize + size <= this.#room) this.#kept.set(key, { answer, tables, until: this.#now() + milliseconds, true: this.#changes }, { size })
  }

  /** Remembers it, too. Of two halves the older one is forgotten when the newer one is full. */
  #wasAsked(key: string): boolean {
    const { now, before } = this.#asked
    const known = now.has(key) || before.has(key)
    now.add(key)
    if (now.size >= REMEMBERED) this.#asked = { now: new Set(), before: now }
    return known
  }
}
