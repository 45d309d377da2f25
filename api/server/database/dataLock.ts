import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf, fileFault, StartError } from '../startError.ts'
import { birthMark, isAlive } from './processes.ts'

/** Says that this process, and no other, works on a data folder. */
export interface DataLock {
  release(): void
}

interface Holder {
  readonly host: string
  readonly pid: number
  readonly born: string
  readonly since: string
}

/** How often the lock is touched, and how long after the last touch another machine's lock is believed. */
const beat = 10_000
const silence = 3 * beat

/**
 * Takes the folder for this process. A lock whose process is gone (killed, or the machine restarted)
 * is taken over; one whose process lives refuses the start in one line. The process of another machine
 * or container that shares the folder cannot be seen from here: its lock lives as long as it is touched.
 */
export function lockDataDir(dataDir: string): DataLock {
  const path = join(dataDir, 'coulisses.lock')
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, born: birthMark(process.pid), since: new Date().toISOString() })
  while (!tryTake(path, mine)) {
    const found = read(path)
    if (found === undefined) continue
    refuseIfAlive(found, path, dataDir)
    setAside(path, found, dataDir)
  }
  const pulse = setInterval(() => touch(path), beat).unref()
  const release = (): void => {
    clearInterval(pulse)
    process.removeListener('exit', release)
    if (read(path) === mine) rmSync(path, { force: true })
  }
  process.once('exit', release)
  return { release }
}

/** A lock appears whole: written under another name first, then linked, which fails when one is there. */
function tryTake(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, content, { mode: 0o600 })
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // A disk without hard links: creating the file exclusively is the next best.
    if (['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error) ?? '')) return tryCreate(path, content)
    throw fileFault(error, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw fileFault(error, path)
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw fileFault(error, path)
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Taken away by hand, or the disk is gone: nothing that a lock could mend.
  }
}

function refuseIfAlive(content: string, path: string, dataDir: string): void {
  const holder = parse(content)
  if (holder === undefined || !lives(holder, path)) return
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`
  throw new StartError(
    `${dataDir} is in use by another Coulisses (process ${holder.pid}${where}, since ${holder.since}): stop that one, or give this one its own folder with DATA_DIR.`,
  )
}

function lives(holder: Holder, path: string): boolean {
  if (holder.host === hostname()) return isAlive(holder.pid) && birthMark(holder.pid) === holder.born
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence
}

/**
 * Removes a dead lock. Two starts may find the same dead lock: what the rename took away is compared
 * with what was judged, and put back when it was the fresh lock of the other one.
 */
function setAside(path: string, judged: string, dataDir: string): void {
  const aside = `${path}.dead.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw fileFault(error, path)
  }
  const taken = read(aside)
  rmSync(aside, { force: true })
  if (taken === undefined || taken === judged) return
  tryTake(path, taken)
  refuseIfAlive(taken, path, dataDir)
}

function parse(content: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(content)
    return isHolder(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'host' in value && typeof value.host === 'string' && 'pid' in value && Number.isInteger(value.pid)
    && 'born' in value && typeof value.born === 'string' && 'since' in value && typeof value.since === 'string'
}
