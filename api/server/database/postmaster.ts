import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fileFault, StartError } from '../startError.ts'
import type { Binaries } from './binaries.ts'
import { childEnvironment, reasonIn } from './cluster.ts'
import type { ClusterPlace } from './dataFolder.ts'
import { isAlive, isServerOf } from './processes.ts'

/** A running server: its process, and the end of it. */
export interface Postmaster {
  readonly pid: number
  readonly exited: Promise<void>
  stop(): Promise<void>
}

export interface Launch {
  readonly place: ClusterPlace
  readonly binaries: Binaries
  readonly settings: Readonly<Record<string, string>>
  readonly logFile: string
}

const logLimit = 5_000_000

/** Starts the server and answers when it takes connections, however long a recovery after a crash takes. */
export async function launch(options: Launch): Promise<Postmaster> {
  // After a kill -9 the children of the old server need a moment to notice; until then the folder is taken.
  for (const deadline = Date.now() + 10_000; ;) {
    const fault = await attempt(options)
    if (!('reason' in fault)) return fault
    if (!fault.taken || Date.now() > deadline) throw startFault(options.place.path, options.logFile, fault.reason)
    await delay(100)
  }
}

type Failure = { readonly reason: string; readonly taken: boolean }

async function attempt(options: Launch): Promise<Postmaster | Failure> {
  const log = openLog(options.logFile)
  const child = start(options, log.descriptor)
  closeSync(log.descriptor)
  const ended = { now: false, reason: '' }
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => { ended.now = true; resolve() })
    child.once('error', (error) => { ended.now = true; ended.reason = error.message; resolve() })
  })
  while (!ended.now && !isReady(options.place.real, child.pid)) await Promise.race([exited, delay(10)])
  if (!ended.now && child.pid !== undefined) return running(child, child.pid, exited, options)
  const reason = ended.reason || readFrom(options.logFile, log.size)
  return { reason, taken: /pre-existing shared memory block|lock file "[^"]*" already exists/.test(reason) }
}

/**
 * The server gets a process group of its own: Ctrl-C at the terminal reaches us and not it, so that we
 * finish what is in hand before we stop it. Should we end without stopping it, it stops by itself.
 */
function start({ place, binaries, settings }: Launch, log: number): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(binaries.postgres, ['-D', place.real, ...flags], {
    ...place.user, cwd: place.real, env: childEnvironment(), detached: true, windowsHide: true, stdio: ['ignore', 'ignore', log],
  })
}

function running(child: ChildProcess, pid: number, exited: Promise<void>, options: Launch): Postmaster {
  const onExit = (): void => { child.kill('SIGINT') }
  process.once('exit', onExit)
  void exited.then(() => process.removeListener('exit', onExit))
  // Once it has ended, its number may belong to another program.
  return { pid, exited, stop: async () => { if (child.exitCode === null && child.signalCode === null) await stopServer(pid, options.place.real, options, exited) } }
}

/** Ends a server that an earlier run of ours left behind on this folder; answers its number. */
export async function stopOrphan(options: Pick<Launch, 'place' | 'binaries'>): Promise<number | undefined> {
  const folder = options.place.real
  const pid = Number(pidFile(folder)[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (!isServerOf(pid, folder)) {
    // The number now belongs to another program: PostgreSQL would take that one for the old server.
    if (isAlive(pid)) rmSync(join(folder, 'postmaster.pid'), { force: true })
    return undefined
  }
  await stopServer(pid, folder, options, gone(pid))
  if (isServerOf(pid, folder)) throw new StartError(`${options.place.path} is held by a PostgreSQL server (process ${pid}) that does not stop: end it, then start again.`)
  return pid
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(10)
}

/** Fast first (open transactions are rolled back), immediate when that takes too long. */
async function stopServer(pid: number, folder: string, options: Pick<Launch, 'binaries'>, exited: Promise<void>): Promise<void> {
  for (const [signal, mode] of [['SIGINT', 'fast'], ['SIGQUIT', 'immediate']] as const) {
    if (process.platform === 'win32') await promisify(execFile)(options.binaries.pgCtl, ['stop', '-D', folder, '-m', mode, '-W']).catch(() => undefined)
    else if (isAlive(pid)) process.kill(pid, signal)
    const limit = new AbortController()
    const late = delay(5_000, true, { signal: limit.signal }).catch(() => false)
    const stuck = await Promise.race([exited.then(() => false), late])
    limit.abort()
    if (!stuck) return
  }
}

/** The file where a server says who it is; its eighth line tells whether it takes connections. */
function pidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n').map((line) => line.trim())
  } catch {
    return []
  }
}

function isReady(folder: string, pid: number | undefined): boolean {
  const lines = pidFile(folder)
  return lines[0] === String(pid) && lines[7] === 'ready'
}

function openLog(path: string): { descriptor: number; size: number } {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    if (size > logLimit) renameSync(path, `${path}.1`)
    return { descriptor: openSync(path, 'a', 0o600), size: size > logLimit ? 0 : size }
  } catch (error) {
    throw fileFault(error, path)
  }
}

function readFrom(path: string, start: number): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(64_000)
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, start))
  } finally {
    closeSync(file)
  }
}

const damage = /could not (open|read|locate|access|find)|invalid|incorrect|corrupt|PANIC|is not a valid|incompatible|bogus|does not exist/i

function startFault(path: string, logFile: string, output: string): StartError {
  const reason = output.trim() === '' ? `it ended without a word; see ${logFile}` : reasonIn(output)
  if (reason.startsWith('the disk is full')) return new StartError(`${path}: ${reason}.`)
  if (/could not (bind|create any)|Address already in use/.test(output)) return new StartError(`PostgreSQL did not start: ${reason}.`)
  if (/shared memory|Cannot allocate memory/i.test(reason)) return new StartError(`PostgreSQL did not start for want of memory (${reason}): free some and start again.`)
  if (!damage.test(reason)) return new StartError(`PostgreSQL did not start (${reason}); see ${logFile}.`)
  return new StartError(`${path} is damaged (${reason}): restore it from a backup, or move the folder away to begin anew.`)
}
