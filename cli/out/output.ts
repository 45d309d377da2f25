import { once } from 'node:events'
import { Failure } from '../failure.ts'

/** Where results go, and, apart from them, what is said about them. */
export interface Output {
  /** Results go to a terminal. */
  readonly terminal: boolean
  readonly columns: number
  /** Results: waits where whoever reads is slow. */
  write(text: string): Promise<void>
  line(text: string): Promise<void>
  /** For people, beside the results: stays out of pipes and files. */
  note(text: string): void
  /** One line that is written over again while work goes on; nothing where nobody watches. */
  progress(text: string): void
}

export function openOutput(): Output {
  const { stdout, stderr } = process
  let failed: Failure | undefined
  let shown = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read has seen enough (`| head`).
    if (error.code === 'EPIPE') process.exit(0)
    failed = new Failure(1, { fr: 'Le résultat n’a pas pu être écrit en entier : {reason}.', en: 'The result could not be written completely: {reason}.' }, { reason: error.code === 'ENOSPC' ? 'ENOSPC, disk full' : error.message })
    process.exitCode = 1
  })
  const wipe = (): void => {
    if (shown) stderr.write('\r\u001b[K')
    shown = false
  }
  const output: Output = {
    terminal: stdout.isTTY,
    // A width that cannot be known, or is none, as some terminals say at first.
    columns: stdout.columns > 0 ? stdout.columns : 80,
    write: async (text) => {
      if (failed) throw failed
      wipe()
      if (!stdout.write(text)) await once(stdout, 'drain')
      if (failed) throw failed
    },
    line: (text) => output.write(`${text}\n`),
    note: (text) => {
      wipe()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      if (!stderr.isTTY) return
      stderr.write(`\r\u001b[K${text}`)
      shown = text !== ''
    },
  }
  return output
}
