import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileFault, StartError } from '../startError.ts'
import { makeSystemFolder, systemFolder } from './binaries.ts'
import { closedFolder, findRunUser, type RunUser } from './runUser.ts'

export const majorVersion = '18'

/** Where the files of the embedded PostgreSQL are, and who works on them. */
export interface ClusterPlace {
  /** The path inside the data folder, as we speak of it. */
  readonly path: string
  /** Where it really lies: elsewhere when the account that runs PostgreSQL cannot enter the data folder. */
  readonly real: string
  readonly exists: boolean
  readonly user: RunUser | undefined
}

/**
 * Level by level: `recursive` tries for ever, at full load, where a parent is there and takes no folders
 * (`/proc/x`).
 */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent, mode)
  mkdirSync(path, { mode })
}

/** Makes the data folder, or says in one line why it cannot be used. */
export function prepareDataDir(dataDir: string): void {
  try {
    // Root leaves the way open for the account that runs PostgreSQL; what lies inside is closed by itself.
    makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
    if (!statSync(dataDir).isDirectory()) throw new StartError(`${dataDir} is not a folder; move that file away, or set DATA_DIR to a folder.`)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw fileFault(error, dataDir)
  }
}

/** Finds the files of PostgreSQL in the data folder, or the place where they are going to be. */
export async function placeCluster(dataDir: string): Promise<ClusterPlace> {
  const path = join(dataDir, 'postgres')
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return await newPlace(dataDir, path)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new StartError(`${path} is a link to a place that is gone: bring it back, or delete the link to begin anew.`)
  if (!stat.isDirectory()) throw new StartError(`${path} is not a folder; move that file away and start again.`)
  const real = realpathSync(path)
  const user = ownerOf(path, stat.uid, stat.gid)
  const closed = closedFolder(real, user)
  if (closed !== undefined) throw new StartError(`PostgreSQL runs as the user who owns ${path}, who cannot enter ${closed}: run "chmod o+x ${closed}", or set DATA_DIR.`)
  return { path, real, user, exists: isCluster(path) }
}

async function newPlace(dataDir: string, path: string): Promise<ClusterPlace> {
  const user = await findRunUser()
  const closed = closedFolder(dataDir, user)
  if (closed === undefined) return { path, real: join(realpathSync(dataDir), 'postgres'), user, exists: false }
  makeSystemFolder(user, closed)
  return { path, real: join(systemFolder, `data-${randomBytes(6).toString('hex')}`), user, exists: false }
}

/** Root works as whoever owns the files; anyone else can only work on his own. */
function ownerOf(path: string, uid: number, gid: number): RunUser | undefined {
  const me = process.getuid?.()
  if (me === undefined || me === uid && me !== 0) return undefined
  if (me === 0 && uid !== 0) return { uid, gid }
  throw new StartError(me === 0
    ? `${path} belongs to root, as whom PostgreSQL refuses to run: give it to another user (chown -R postgres ${path}).`
    : `${path} belongs to another user (number ${uid}): start as that user, or set DATA_DIR to another folder.`)
}

/** An empty folder is a fresh one; a folder with files must say which PostgreSQL wrote them. */
function isCluster(path: string): boolean {
  const version = readVersion(path)
  if (version === majorVersion) return true
  if (version === undefined && readdirSync(path).length === 0) return false
  throw new StartError(version !== undefined && /^\d+$/.test(version)
    ? `${path} was written by PostgreSQL ${version}, and this Coulisses brings ${majorVersion}: set DATABASE_URL to a PostgreSQL ${version} that serves it, or move the folder away to begin anew.`
    : `${path} is damaged (PG_VERSION is missing or unreadable): restore it from a backup, or move the folder away to begin anew.`)
}

function readVersion(path: string): string | undefined {
  try {
    return readFileSync(join(path, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}
