import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as delay } from 'node:timers/promises'

/** A program of ours under test, in a process of its own. */
export interface Program {
  readonly child: ChildProcess
  readonly pid: number
  output(): string
  /** Waits until the output holds this, and answers all of it. */
  says(text: string): Promise<string>
  /** Waits for the end. */
  ends(): Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>
}

/** Runs a file of `fixtures/` with the Node that runs the tests. */
export function runFixture(name: string, args: readonly string[], options: { uid?: number; gid?: number } = {}): Program {
  const path = fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url))
  // A process group of its own stands for the terminal: a signal to the group is what Ctrl-C sends.
  const child = spawn(process.execPath, ['--no-warnings', path, ...args], { ...options, detached: true, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString() })
  const closed = once(child, 'close')
  if (child.pid === undefined) throw new Error(`${name} could not be started.`)
  return {
    child, pid: child.pid, output: () => output,
    says: async (text) => {
      await until(() => output.includes(text) || child.exitCode !== null || child.signalCode !== null)
      if (!output.includes(text)) throw new Error(`${name} never said "${text}", but:\n${output}`)
      return output
    },
    ends: async () => {
      await closed
      return { code: child.exitCode, signal: child.signalCode, output }
    },
  }
}

/** Waits for a condition; the runner's own time limit ends a wait in vain. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!await condition()) await delay(5)
}
