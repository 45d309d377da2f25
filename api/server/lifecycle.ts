import * as terminal from './console.ts'
import type { Mask } from './mask.ts'
import { StartError } from './startError.ts'

export interface LifecycleOptions {
  readonly say?: (line: string) => void
  readonly complain?: (line: string) => void
  /** Hides secrets in what is printed of an unforeseen fault. */
  readonly mask?: Mask
  /** Told of an unforeseen fault before the stop; what it answers is waited for, a second at most. */
  readonly report?: (error: unknown) => unknown
  /** How long one step may take to stop before the next one is stopped beside it. */
  readonly stepLimit?: number
  /** How long stopping may take in all. After it the process ends, whatever still hangs. */
  readonly hardLimit?: number
  readonly exit?: (code: number) => void
}

type Progress = (text: string) => void

export interface Lifecycle {
  /**
   * Starts the next part of the whole and answers what `start` gives; `stop` gets the same when its turn
   * comes. Anything longer than a second is announced.
   */
  step<T>(name: string, start: (progress: Progress) => T | Promise<T>, stop?: (value: T) => unknown): Promise<T>
  /** Stops every part in reverse order and ends the process. Asking again changes nothing. */
  stop(exitCode?: number): Promise<void>
  /** Prints why it cannot go on, once, and stops with the fault's exit code. */
  fail(error: unknown): Promise<void>
}

/** Thrown out of `step` when the stop came first, so that nothing more is started. */
export class Stopping extends Error {}

interface Started {
  readonly name: string
  stop(): unknown
}

export function createLifecycle(options: LifecycleOptions = {}): Lifecycle {
  const { say = terminal.say, complain = terminal.complain, mask = (text: string) => text } = options
  const { stepLimit = 4_000, hardLimit = 10_000, exit = (code: number) => process.exit(code) } = options
  const started: Started[] = []
  let current: Promise<unknown> = Promise.resolve()
  let stopping: Promise<void> | undefined

  async function step<T>(name: string, start: (progress: Progress) => T | Promise<T>, stop?: (value: T) => unknown): Promise<T> {
    if (stopping !== undefined) throw new Stopping(name)
    const work = announced(name, start, say).then((value) => {
      started.push({ name, stop: () => stop?.(value) })
      return value
    })
    current = work.catch(() => undefined)
    const value = await work
    if (stopping !== undefined) throw new Stopping(name)
    return value
  }

  async function stopAll(exitCode: number): Promise<void> {
    const hard = setTimeout(() => {
      complain(`Stopping took longer than ${hardLimit / 1_000} s; ending now.`)
      exit(exitCode || 1)
    }, hardLimit)
    let code = exitCode
    // A part that is just starting is let finish, so that it can be stopped properly.
    await within(() => current, stepLimit)
    for (const part of started.reverse()) {
      const fault = await within(async () => part.stop(), stepLimit)
      if (fault === undefined) continue
      code ||= 1
      complain(mask(`${part.name} did not stop: ${fault}`))
    }
    clearTimeout(hard)
    exit(code)
  }

  async function reportThenStop(error: unknown): Promise<void> {
    await within(async () => options.report?.(error), 1_000)
    await stopAll(1)
  }

  const stop = (exitCode = 0): Promise<void> => stopping ??= stopAll(exitCode)

  async function fail(error: unknown): Promise<void> {
    // What breaks while we stop is a consequence; the first fault is the one to read.
    if (error instanceof Stopping || stopping !== undefined) return await stopping
    if (error instanceof StartError) {
      for (const line of error.lines) complain(mask(line))
      return await stop(error.exitCode)
    }
    complain(mask(error instanceof Error ? error.stack ?? error.message : String(error)))
    return await (stopping ??= reportThenStop(error))
  }

  return { step, stop, fail }
}

/** Runs a program: signals stop it, faults end it with one masked report, and it always ends. */
export async function run(main: (life: Lifecycle) => Promise<void>, options: LifecycleOptions = {}): Promise<void> {
  const life = createLifecycle(options)
  const say = options.say ?? terminal.say
  const exit = options.exit ?? ((code: number) => process.exit(code))
  let first = 0
  const onSignal = (): void => {
    // npm passes on the Ctrl-C that the terminal has sent us already: an echo is no second wish.
    if (first !== 0 && performance.now() - first > 1_000) return exit(1)
    if (first !== 0) return
    first = performance.now()
    say('Stopping…')
    void life.stop(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error: unknown) => void life.fail(error))
  await main(life).catch(life.fail)
}

async function announced<T>(name: string, start: (progress: Progress) => T | Promise<T>, say: (line: string) => void): Promise<T> {
  const begin = performance.now()
  let late = false
  const timer = setTimeout(() => {
    late = true
    say(`${name}…`)
  }, 1_000)
  try {
    const value = await start((text) => { if (late) say(`${name}: ${text}`) })
    if (late) say(`${name}: ready after ${((performance.now() - begin) / 1_000).toFixed(1)} s`)
    return value
  } finally {
    clearTimeout(timer)
  }
}

/** Waits for something, but not for ever; answers why it did not come to a good end, if it did not. */
async function within(work: () => Promise<unknown>, limit: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => { timer = setTimeout(() => resolve(`it took longer than ${limit / 1_000} s`), limit) })
  try {
    return await Promise.race([work().then(() => undefined), late])
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearTimeout(timer)
  }
}
