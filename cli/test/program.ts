import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

let building: Promise<string> | undefined

/** The program as it is packed, made once for the tests of a file. */
export function builtProgram(): Promise<string> {
  return building ??= build()
}

async function build(): Promise<string> {
  const folder = temporaryFolder()
  const { buildCli } = (await import(pathToFileURL('scripts/build.mjs').href)) as { buildCli: (folder: string) => Promise<void> }
  await buildCli(join(folder, 'dist'))
  return join(folder, 'dist/main.js')
}

const folders: string[] = []
process.once('exit', () => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }) })

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-cli-'))
  folders.push(folder)
  return folder
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Somebody with a home of his own, at one server. */
export interface Person {
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  /** In a pipe: nobody can be asked. */
  run(...args: readonly string[]): Promise<Ended>
  /** The same with something on standard input. */
  pipe(input: string, ...args: readonly string[]): Promise<Ended>
  signIn(email: string, password: string): Promise<void>
}

export function person(server: string, extra: Readonly<Record<string, string>> = {}): Person {
  const home = temporaryFolder()
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_STATE_HOME: join(home, 'state'), LANG: 'en_US.UTF-8', COULISSES_SERVER: server, NODE_ENV: 'test', ...extra }
  const one: Person = {
    home, env,
    run: (...args) => runProgram(env, args),
    pipe: (input, ...args) => runProgram(env, args, input),
    signIn: async (email, password) => {
      const { code, err } = await one.pipe(`${password}\n`, 'login', '--email', email, '--password-stdin')
      if (code !== 0) throw new Error(err)
    },
  }
  return one
}

export async function runProgram(env: Readonly<Record<string, string>>, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [await builtProgram(), 'crm', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (part: string) => { out += part })
  child.stderr.setEncoding('utf8').on('data', (part: string) => { err += part })
  // A program that refuses at once does not read what it is given.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}
