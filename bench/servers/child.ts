import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a server needs to know; it travels by the channel between the processes, not by the environment. */
export interface Setting {
  readonly databaseUrl: string
  readonly pool: number
  readonly [more: string]: unknown
}

export interface Running {
  readonly url: string
  /** Milliseconds from the start of the process until it served. */
  readonly startedIn: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

export interface Usage {
  /** Resident, in bytes. */
  readonly memory: number
  /** Milliseconds of work so far. */
  readonly cpu: number
}

type Message = { readonly url: string } | { readonly usage: Usage }

/** Starts a server as a process of its own. It ends with us, whatever ends us: it listens to the channel. */
export async function start(file: string, setting: Setting, nodeOptions: readonly string[] = []): Promise<Running> {
  const begun = performance.now()
  const child = fork(file, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...nodeOptions],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', process.env['BENCH_OUT'] === undefined ? 'ignore' : 'inherit', 'inherit', 'ipc'],
  })
  child.send(setting)
  const answer = await told(child)
  if (!('url' in answer)) throw new Error(`${file}: no address`)
  const startedIn = performance.now() - begun
  return {
    url: answer.url, startedIn,
    usage: async () => {
      child.send({ usage: true })
      const said = await told(child)
      if (!('usage' in said)) throw new Error(`${file}: no answer`)
      return said.usage
    },
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

function told(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${child.spawnargs[1] ?? 'a server'} ended with code ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message)
    })
  })
}
