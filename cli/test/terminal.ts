import { spawn, type IPty } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { builtProgram } from './program.ts'

/** A real pseudo-terminal, and what somebody who sits before it sees. */
export interface Terminal {
  /** Lines of the screen, without empty ones at the end. */
  screen(): string
  /** All that was sent to the terminal, escape sequences included. */
  readonly sent: () => string
  /** Waits until the screen shows this; the runner's time limit ends a wait in vain. */
  sees(text: string | RegExp): Promise<string>
  type(keys: string): void
  resize(columns: number, rows: number): void
  ends(): Promise<number>
}

export const keys = { enter: '\r', down: '\u001b[B', up: '\u001b[A', left: '\u001b[D', right: '\u001b[C', escape: '\u001b', tab: '\t', ctrlC: '\u0003', ctrlU: '\u0015', backspace: '\u007f' } as const

export async function openTerminal(env: Readonly<Record<string, string>>, args: readonly string[], { columns = 100, rows = 30 } = {}): Promise<Terminal> {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1_000 })
  const pty = spawn(process.execPath, [await builtProgram(), 'crm', ...args], { name: 'xterm-256color', cols: columns, rows, env: { ...env, TERM: 'xterm-256color' } })
  return watch(pty, emulator)
}

function watch(pty: IPty, emulator: InstanceType<typeof xterm.Terminal>): Terminal {
  let sent = ''
  let ended: number | undefined
  const waiting = new Set<() => void>()
  const wake = (): void => { for (const look of waiting) look() }
  pty.onData((data) => {
    sent += data
    emulator.write(data, wake)
  })
  // What the terminal answers to questions of the program.
  emulator.onData((data) => { pty.write(data) })
  pty.onExit(({ exitCode }) => emulator.write('', () => { ended = exitCode; wake() }))
  const screen = (): string => {
    const { active } = emulator.buffer
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '').join('\n').trimEnd()
  }
  const until = <T>(look: () => T | undefined): Promise<T> => new Promise((resolve) => {
    const check = (): void => {
      const found = look()
      if (found === undefined) return
      waiting.delete(check)
      resolve(found)
    }
    waiting.add(check)
    check()
  })
  return {
    screen, sent: () => sent, type: (text) => { pty.write(text) },
    resize: (columns, rows) => { emulator.resize(columns, rows); pty.resize(columns, rows) },
    sees: async (text) => {
      const seen = await until(() => {
        const shown = screen()
        if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return shown
        return ended === undefined ? undefined : new Error(`The program ended with ${ended} before it showed ${String(text)}:\n${shown}`)
      })
      if (seen instanceof Error) throw seen
      return seen
    },
    ends: () => until(() => ended),
  }
}
