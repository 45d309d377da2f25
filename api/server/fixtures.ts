import { type ChildProcess, type ChildProcessByStdio, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
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
  return watch(name, spawn(process.execPath, ['--no-warnings', path, ...args], { ...options, ...apart, cwd: '/' }))
}

const bundled = 'dist/test/main.js'

/** Makes the bundle that `runProduct` runs: what `npm start` runs, made now. */
export async function bundleProduct(): Promise<void> {
  const { bundle } = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as { bundle: (entry: string, outfile: string) => Promise<void> }
  await bundle('api/server/main.ts', bundled)
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the product as `npm start` does. */
export function runProduct(environment: Readonly<Record<string, string>>, args: readonly string[] = []): Program {
  const { DATABASE_URL: _own, ...inherited } = process.env
  return watch('the product', spawn(process.execPath, ['--no-warnings', bundled, ...args], {
    ...apart, cwd: root, env: { ...inherited, NODE_ENV: 'test', PORT: '0', HOST: '127.0.0.1', ...environment },
  }))
}

/** A process group of its own stands for the terminal: a signal to the group is what Ctrl-C sends. */
const apart = { detached: true, stdio: ['ignore', 'pipe', 'pipe'] } as const satisfies SpawnOptions

function watch(name: string, child: ChildProcessByStdio<null, Readable, Readable>): Program {
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
