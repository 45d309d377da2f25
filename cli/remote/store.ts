import { chmodSync, constants, fstatSync, closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'

/** What is kept of a session between two commands. */
export interface Kept {
  readonly email: string
  readonly token: string
  /** The value of the refresh cookie. */
  readonly refresh: string
}

interface File {
  /** Where the last sign-in was. */
  readonly server?: string
  readonly sessions: Readonly<Record<string, Kept>>
}

export interface Store {
  readonly path: string
  /** Others could read the file; it was closed to them. */
  readonly repaired: boolean
  lastServer(): string | undefined
  read(server: string): Kept | undefined
  write(server: string, kept: Kept): void
  forget(server: string): void
}

type Environment = Readonly<Record<string, string | undefined>>

/** `$XDG_CONFIG_HOME/coulisses`, `~/.config/coulisses`, or the application data of Windows. */
export function configFolder(environment: Environment): string {
  const given = environment['XDG_CONFIG_HOME']
  // The convention says to pass over what is not absolute.
  if (given?.startsWith('/')) return join(given, 'coulisses')
  const windows = environment['APPDATA']
  if (process.platform === 'win32' && windows) return join(windows, 'coulisses')
  return join(environment['HOME'] || environment['USERPROFILE'] || '/', '.config', 'coulisses')
}

/** The sessions of this user, readable for him alone. */
export function openStore(folder: string): Store {
  const path = join(folder, 'session.json')
  const { file: found, repaired } = read(path)
  let file = found
  const save = (next: File): void => {
    write(folder, path, JSON.stringify(next, null, 2))
    file = next
  }
  return {
    path, repaired,
    lastServer: () => file.server,
    read: (server) => (Object.hasOwn(file.sessions, server) ? file.sessions[server] : undefined),
    write: (server, kept) => save({ server, sessions: { ...file.sessions, [server]: kept } }),
    forget: (server) => {
      const { [server]: _gone, ...sessions } = file.sessions
      save({ ...file, sessions })
    },
  }
}

const nothing: File = { sessions: {} }

function read(path: string): { file: File; repaired: boolean } {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat) return { file: nothing, repaired: false }
  const own = process.getuid?.()
  if (!stat.isFile() || (own !== undefined && own !== 0 && stat.uid !== own)) throw new Failure(1, { fr: '{path} n’est pas un fichier à vous : supprimez-le, puis reconnectez-vous.', en: '{path} is not a file of yours: remove it, then sign in again.' }, { path })
  const open = process.platform !== 'win32' && (stat.mode & 0o077) !== 0
  if (open) chmodSync(path, 0o600)
  return { file: understand(readWhole(path)), repaired: open }
}

function readWhole(path: string): string {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    return fstatSync(descriptor).size > 1_000_000 ? '' : readFileSync(descriptor, 'utf8')
  } finally {
    closeSync(descriptor)
  }
}

/** A file that was damaged holds no session; the next sign-in makes it anew. */
function understand(text: string): File {
  try {
    const given: unknown = JSON.parse(text)
    if (typeof given !== 'object' || given === null || !('sessions' in given) || typeof given.sessions !== 'object' || given.sessions === null) return nothing
    const sessions = Object.fromEntries(Object.entries(given.sessions).filter((entry): entry is [string, Kept] => isKept(entry[1])))
    return { sessions, ...('server' in given && typeof given.server === 'string' ? { server: given.server } : {}) }
  } catch {
    return nothing
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && ['email', 'token', 'refresh'].every((name) => typeof Reflect.get(value, name) === 'string')

/** All or nothing: a full disk, or a machine that goes off, leaves the file as it was. */
function write(folder: string, path: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  try {
    const descriptor = openSync(draft, 'w', 0o600)
    try {
      writeSync(descriptor, `${text}\n`)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new Failure(1, { fr: 'La session n’a pas pu être gardée dans {path}.', en: 'The session could not be kept in {path}.' }, { path }, [String(error)])
  }
}
