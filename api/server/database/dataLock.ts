import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, fileFault, StartError } from '../startError.ts'
import { birthMark, isAlive } from './processes.ts'

/** Says that this process, and no other, works on a data folder. */
export interface DataLock {
  release(): void
}

interface Holder {
  readonly pid: number
  readonly born: string
  readonly since: string
}

/**
 * Takes the folder for this process. A lock whose process is gone (killed, or the machine restarted)
 * is taken over; one whose process lives refuses the start in one line.
 */
export function lockDataDir(dataDir: string): DataLock {
  const path = join(dataDir, 'coulisses.lock')
  const mine = JSON.stringify({ pid: process.pid, born: birthMark(process.pid), since: new Date().toISOString() })
  while (!tryTake(path, mine)) {
    const found = read(path)
    if (found === undefined) continue
    refuseIfAlive(found, dataDir)
    setAside(path, found, dataDir)
  }
  const release = (): void => {
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

function refuseIfAlive(content: string, dataDir: string): void {
  const holder = parse(content)
  if (holder === undefined || !isAlive(holder.pid) || birthMark(holder.pid) !== holder.born) return
  throw new StartError(
    `${dataDir} is in use by another Coulisses (process ${holder.pid}, since ${holder.since}): stop that one, or give this one its own folder with DATA_DIR.`,
  )
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
  if (taken !== undefined && taken !== judged) tryTake(path, taken)
  rmSync(aside, { force: true })
  if (taken !== undefined && taken !== judged) refuseIfAlive(taken, dataDir)
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
  return typeof value === 'object' && value !== null && 'pid' in value && Number.isInteger(value.pid)
    && 'born' in value && typeof value.born === 'string' && 'since' in value && typeof value.since === 'string'
}
