import { appendFileSync, existsSync, fsyncSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'

/** What an import has made, written down as it is made, so that all of it can be taken back. */
export interface Import {
  readonly name: string
  readonly server: string
  readonly file: string
  readonly ids: readonly string[]
  /** Of the last lines that were sent, when nothing was heard of them: the server may have created these. */
  readonly unheard: readonly Sent[]
}

/** By what a record is found that was created, though nobody heard of it. */
export interface Sent {
  readonly fullName: string
  readonly email: string
}

interface Entry {
  readonly server?: string
  readonly file?: string
  readonly sent?: readonly Sent[]
  readonly made?: readonly string[]
}

export interface Writing {
  readonly name: string
  /** On the disk before they leave, so that whatever ends this program, it is known what may have been done. */
  readonly sending: (lines: readonly Sent[]) => void
  readonly made: (ids: readonly string[]) => void
}

type Environment = Readonly<Record<string, string | undefined>>

function folderOf(environment: Environment): string {
  const given = environment['XDG_STATE_HOME']
  return join(given?.startsWith('/') ? given : join(environment['HOME'] || environment['USERPROFILE'] || '/', '.local/state'), 'coulisses/imports')
}

const inOrder = new Intl.Collator('en', { numeric: true }).compare

export class Journal {
  readonly #folder: string

  constructor(environment: Environment) {
    this.#folder = folderOf(environment)
  }

  /** Begins an import; what it sends and makes is added, a few lines at a time. */
  begin(server: string, file: string, now: Date): Writing {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const wanted = now.toISOString().replaceAll(/[-:]|\.\d+Z$/g, '')
    let name = wanted
    for (let number = 2; existsSync(join(this.#folder, `${name}.jsonl`)); number++) name = `${wanted}-${number}`
    const path = join(this.#folder, `${name}.jsonl`)
    const write = (entry: Entry): void => append(path, `${JSON.stringify(entry)}\n`)
    write({ server, file })
    return { name, sending: (sent) => write({ sent }), made: (made) => write({ made }) }
  }

  /** Those that were not taken back, the latest last. */
  all(): Import[] {
    if (!existsSync(this.#folder)) return []
    // The second of one second is called `…-2`, and comes after it.
    return readdirSync(this.#folder).filter((file) => file.endsWith('.jsonl')).map((file) => file.replace(/\.jsonl$/, '')).sort(inOrder).map((name) => this.#read(name))
  }

  find(name: string | undefined, server: string): Import {
    const mine = this.all().filter((one) => one.server === server)
    const found = name === undefined ? mine.at(-1) : mine.find((one) => one.name === name)
    if (!found) throw new Failure(1, { fr: 'Aucun import à annuler ici.', en: 'There is no import to undo here.' })
    return found
  }

  taken(name: string): void {
    renameSync(join(this.#folder, `${name}.jsonl`), join(this.#folder, `${name}.undone`))
  }

  #read(name: string): Import {
    const [head, ...rows] = readFileSync(join(this.#folder, `${name}.jsonl`), 'utf8').split('\n').filter((line) => line !== '').map(entryOf)
    return { name, server: head?.server ?? '', file: head?.file ?? '', ids: rows.flatMap(({ made = [] }) => made), unheard: rows.at(-1)?.sent ?? [] }
  }
}

/** On the disk before the next line is sent. */
function append(path: string, text: string): void {
  const descriptor = openSync(path, 'a', 0o600)
  try {
    appendFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function entryOf(line: string): Entry {
  try {
    return JSON.parse(line) as Entry
  } catch {
    // The machine went off in the middle of a line: what it says was not sent, or is found by the line before it.
    return {}
  }
}
