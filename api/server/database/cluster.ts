import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileFault, StartError } from '../startError.ts'
import type { Binaries } from './binaries.ts'
import type { ClusterPlace } from './dataFolder.ts'
import type { RunUser } from './runUser.ts'

/** The owner of the database, who is no superuser: a fault of ours must not become one of the machine. */
export const appRole = 'coulisses'
export const adminRole = 'postgres'
export const database = 'coulisses'

/** One kept secret, two passwords: knowing the one that travels in the URL does not give the other. */
export function passwordsFrom(secret: string): { admin: string; app: string } {
  const derive = (role: string): string => createHmac('sha256', secret).update(role).digest('base64url')
  return { admin: derive(adminRole), app: derive(appRole) }
}

/**
 * Makes a fresh cluster. It is built beside its place and appears there by a rename, so a first start
 * that is killed halfway leaves nothing that looks like a database.
 */
export async function createCluster(place: ClusterPlace, binaries: Binaries, secret: string, durable: boolean): Promise<void> {
  const draft = `${place.real}.new`
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    if (place.user !== undefined) chownSync(draft, place.user.uid, place.user.gid)
    await initialise(draft, binaries, place.user, durable)
    writeFileSync(join(draft, 'pg_hba.conf'), accessRules)
    await singleUser(draft, binaries, place.user, newRoles(secret))
    renameSync(draft, place.real)
    if (!existsSync(place.path)) symlinkSync(place.real, place.path)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw fileFault(error, place.path)
  }
}

/** Locks an existing, stopped cluster with the present secret; for a data folder that lost its own. */
export async function resetPasswords(place: ClusterPlace, binaries: Binaries, secret: string): Promise<void> {
  await singleUser(place.real, binaries, place.user, alterRoles(secret))
}

/** PostgreSQL refuses to work in a folder that others may enter, as a copied one often is. */
export function closeToOthers(place: ClusterPlace): void {
  if (process.platform !== 'win32') chmodSync(place.real, 0o700)
}

const accessRules = `# Written by Coulisses. Who connects shows a password, from this machine only.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
host  all all ::1/128 scram-sha-256
`

const alterRoles = (secret: string): string[] => {
  const { admin, app } = passwordsFrom(secret)
  return [`ALTER ROLE ${adminRole} PASSWORD '${admin}'`, `ALTER ROLE ${appRole} LOGIN PASSWORD '${app}'`]
}

const newRoles = (secret: string): string[] => [
  `CREATE ROLE ${appRole}`, ...alterRoles(secret), `CREATE DATABASE ${database} OWNER ${appRole}`,
]

/**
 * Names are compared by code point (fast, and the same on every machine); lists sort in the language's
 * order with `COLLATE "fr-x-icu"`. The character classes must know UTF-8 all the same, because
 * pg_trgm asks the C library, and cuts every accented word in pieces when that says "C".
 */
async function initialise(folder: string, binaries: Binaries, user: RunUser | undefined, durable: boolean): Promise<void> {
  const common = [
    '-D', folder, '-U', adminRole, '--auth=trust', '--encoding=UTF8', '--no-instructions',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...durable ? [] : ['--no-sync'],
  ]
  let last = ''
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const { code, output } = await runAs(binaries.initdb, [...common, `--lc-ctype=${characters}`], user, folder)
    if (code === 0) return
    last = output
    if (!output.includes('invalid locale name')) break
  }
  throw new StartError(`PostgreSQL could not make its folder ${folder.replace(/\.new$/, '')}: ${reasonIn(last)}.`)
}

/** Runs SQL on a stopped cluster, without a server that anyone else could reach. */
async function singleUser(folder: string, binaries: Binaries, user: RunUser | undefined, statements: readonly string[]): Promise<void> {
  const args = ['--single', '-D', folder, '-c', 'log_min_messages=error', '-c', 'log_min_error_statement=panic', adminRole]
  const { code, output } = await runAs(binaries.postgres, args, user, folder, `${statements.join('\n')}\n`)
  if (code !== 0 || /\b(ERROR|FATAL|PANIC): /.test(output)) {
    throw new StartError(`PostgreSQL could not prepare ${folder.replace(/\.new$/, '')}: ${reasonIn(output)}.`)
  }
}

/** The sentence that says why, out of all that a program of PostgreSQL printed. */
export function reasonIn(output: string): string {
  if (/No space left on device/.test(output)) return 'the disk is full; free some space and start again'
  const line = output.split('\n').find((candidate) => /(error|ERROR|FATAL|PANIC): /.test(candidate)) ?? output.trim().split('\n').at(-1) ?? ''
  return line.replace(/^.*?(error|ERROR|FATAL|PANIC): +/, '').replace(/^but |\.$/g, '')
}

/** What a program of PostgreSQL needs of our environment; our secrets are none of its business. */
export function childEnvironment(): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function runAs(program: string, args: readonly string[], user: RunUser | undefined, cwd: string, input = ''): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, cwd, env: childEnvironment(), detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer): void => { output += chunk.toString() }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.on('error', () => undefined) // It ended before it read: its exit code tells why.
    child.stdin.end(input)
  })
}
