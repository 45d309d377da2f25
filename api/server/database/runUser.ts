import { execFile } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { StartError } from '../startError.ts'

/** The account that PostgreSQL runs under when we are root, which PostgreSQL refuses to be. */
export interface RunUser {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)
const name = 'postgres'

/** Undefined when we are not root: PostgreSQL then runs as ourselves. Makes the account if there is none. */
export async function findRunUser(): Promise<RunUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  return await lookUp() ?? await create()
}

async function lookUp(): Promise<RunUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) }
  } catch {
    return undefined
  }
}

async function create(): Promise<RunUser> {
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name])
    .then(lookUp, () => undefined)
  if (made !== undefined) return made
  throw new StartError(
    `PostgreSQL refuses to run as root and the user ${name} could not be made: start as another user, run "useradd --system ${name}", or set DATABASE_URL.`,
  )
}

/**
 * The first folder on the way to `path` that the account may not enter, if there is one. Reading the
 * modes is enough: whoever grants more by access lists meets no harm, only a move to another place.
 */
export function closedFolder(path: string, user: RunUser | undefined): string | undefined {
  if (user === undefined) return undefined
  return ancestors(existing(resolve(path))).find((folder) => !mayEnter(folder, user))
}

function mayEnter(folder: string, user: RunUser): boolean {
  const { uid, gid, mode } = statSync(folder)
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/** What exists of the path, with its links followed. */
function existing(path: string): string {
  return existsSync(path) ? realpathSync(path) : existing(dirname(path))
}

/** From the root down to the folder itself. */
function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...ancestors(parent), path]
}
