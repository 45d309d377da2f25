import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Program, runFixture, until } from '../fixtures.ts'
import { extensions } from './checkServer.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { isAlive } from './processes.ts'
import { makeTestFolder } from './testCluster.ts'

const isRoot = process.getuid?.() === 0
/** A cluster made once; each test works on a copy, which takes a tenth of the time. */
const model = makeTestFolder()
let folder = ''
const servers: Embedded[] = []
const programs: Program[] = []

beforeAll(async () => (await startEmbedded({ dataDir: model, durable: false, say: () => undefined })).stop())
afterAll(() => rmSync(model, { recursive: true, force: true }))
beforeEach(() => { folder = makeTestFolder() })
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const program of programs.splice(0)) {
    program.child.kill('SIGTERM')
    await program.ends()
  }
  rmSync(folder, { recursive: true, force: true })
})

const said: string[] = []
async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  said.length = 0
  const server = await startEmbedded({ dataDir: folder, durable: false, say: (line) => said.push(line), ...options })
  servers.push(server)
  return server
}

function startProgram(): Program {
  const program = runFixture('database', [folder])
  programs.push(program)
  return program
}

const copyModel = (): void => void execFileSync('cp', ['-a', `${model}/.`, folder])
const serverOf = (output: string): number => Number(/ready: process (\d+)/.exec(output)?.[1])

/** The first row. */
async function ask(url: string, text: string): Promise<unknown[] | undefined> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    return rows[0]
  } finally {
    await client.end()
  }
}

describe('a first start', () => {
  test('makes a database that knows French, UTF-8 and our extensions, owned by no superuser', async () => {
    const { url } = await start()
    expect(await ask(url, "SELECT current_user, current_database(), current_setting('server_version_num')::int / 10000, current_setting('TimeZone'), current_setting('server_encoding')"))
      .toEqual(['coulisses', 'coulisses', 18, 'UTC', 'UTF8'])
    expect(await ask(url, 'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user')).toEqual([false, false, false])
    for (const extension of extensions) await ask(url, `CREATE EXTENSION ${extension}`)
    expect(await ask(url, `SELECT array_agg(word ORDER BY word COLLATE "fr-x-icu") FROM unnest(ARRAY['été','zoo','Éric','eric','côté','cote']) word`))
      .toEqual([['cote', 'côté', 'eric', 'Éric', 'été', 'zoo']])
    // Without a character type that knows UTF-8, pg_trgm cuts the word at its accent.
    expect(await ask(url, "SELECT cardinality(show_trgm('théâtre')), upper('œuvre à côté'), unaccent('Œuvre')")).toEqual([8, 'ŒUVRE À CÔTÉ', 'OEuvre'])
  })

  test('keeps its key and its files to itself', async () => {
    const { url } = await start()
    expect(statSync(join(folder, 'postgres.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'postgres.log')).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps what is written on a disk that is told to, by default', async () => {
    const { url } = await start({ durable: true })
    expect(await ask(url, "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('jit')")).toEqual(['on', 'on', 'on', 'off'])
  })

  test('serves on the loopback where a socket does not fit', async () => {
    const { url } = await start({ port: 0 })
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('that was killed halfway leaves nothing that looks like a database', async () => {
    mkdirSync(join(folder, 'postgres.new'))
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18')
    const { url } = await start()
    expect(await ask(url, 'SELECT 1')).toEqual([1])
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false)
  })
})

describe('a later start', () => {
  beforeEach(copyModel)

  test('finds what was written', async () => {
    await ask((await start()).url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await servers.pop()?.stop()
    expect(await ask((await start()).url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('on a folder in use is refused, with the number of the one who uses it', async () => {
    const first = startProgram()
    await first.says('ready')
    const { code, output } = await startProgram().ends()
    expect(output).toMatch(new RegExp(`^${folder} is in use by another Coulisses \\(process ${first.pid}, since [^\n]*\n$`))
    expect(code).toBe(1)
    expect(first.child.exitCode).toBe(null)
  })

  test('after a kill -9 stops the server that was left behind, and goes on', async () => {
    const first = startProgram()
    const orphan = serverOf(await first.says('ready'))
    first.child.kill('SIGKILL')
    await first.ends()
    expect(isAlive(orphan)).toBe(true)
    const { url } = await start()
    expect(said).toEqual([`Stopped the PostgreSQL server (process ${orphan}) that an earlier run had left on ${folder}/postgres.`])
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('is not taken in by a number that now belongs to another process', async () => {
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n`)
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })

  test('sets a new password when the key is lost', async () => {
    rmSync(join(folder, 'postgres.key'))
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })

  test('closes a copied folder that others may enter', async () => {
    chmodSync(join(folder, 'postgres'), 0o755)
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })
})

describe('the end', () => {
  beforeEach(copyModel)

  test.each([['SIGINT', 'Ctrl-C, to the whole group'], ['SIGTERM', 'a stop']] as const)('by %s (%s) stops the database too, cleanly', async (signal, _) => {
    const program = startProgram()
    const server = serverOf(await program.says('ready'))
    process.kill(-program.pid, signal)
    expect((await program.ends()).code).toBe(0)
    expect(isAlive(server)).toBe(false)
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(folder, 'coulisses.lock'))).toBe(false)
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
  })

  test('of the server alone is mended: it is started again on the same address', async () => {
    const server = await start()
    const first = server.pid
    process.kill(first, 'SIGKILL')
    await until(() => server.pid !== first)
    expect(await ask(server.url, 'SELECT 1')).toEqual([1])
    expect(said).toEqual(['PostgreSQL ended by itself; starting it again.'])
  })

  test('does not wait for those who are still connected', async () => {
    const server = await start()
    const waiting = ask(server.url, 'SELECT pg_sleep(60)').catch((error: unknown) => error)
    await until(async () => await ask(server.adminUrl, "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'") !== undefined)
    await servers.pop()?.stop()
    expect(await waiting).toBeInstanceOf(Error)
  })
})

describe('a data folder that cannot serve is told in one line', () => {
  beforeEach(copyModel)
  const inside = (...names: string[]): string => join(folder, 'postgres', ...names)

  test.each<[string, () => void, RegExp]>([
    ['another version', () => writeFileSync(inside('PG_VERSION'), '17\n'), /postgres was written by PostgreSQL 17, and this Coulisses brings 18: set DATABASE_URL .*begin anew\.$/],
    ['no version', () => rmSync(inside('PG_VERSION')), /postgres is damaged \(PG_VERSION is missing or unreadable\): restore it from a backup/],
    ['no control file', () => rmSync(inside('global', 'pg_control')), /postgres is damaged \(could not (open|find|read) .*: restore it/],
    ['a spoilt control file', () => writeFileSync(inside('global', 'pg_control'), Buffer.alloc(8_192, 7)), /postgres is damaged \(.*\): restore it/],
    ['a cut control file', () => truncateSync(inside('global', 'pg_control'), 10), /postgres is damaged \(.*\): restore it/],
    ['a missing journal', () => { for (const name of readdirSync(inside('pg_wal'))) rmSync(inside('pg_wal', name), { recursive: true }) }, /postgres is damaged \(.*\): restore it/],
    ['a missing folder', () => rmSync(inside('pg_notify'), { recursive: true }), /postgres is damaged \(could not open directory "pg_notify".*\): restore it/],
    ['a file in its place', () => { rmSync(inside(), { recursive: true }); writeFileSync(inside(), '') }, /postgres is not a folder; move that file away/],
    ['a key that is not its own', () => writeFileSync(join(folder, 'postgres.key'), `${'x'.repeat(43)}\n`), /^The password in postgres\.key is not the one of .*delete it and a new password is set\.$/],
    ['a spoilt key', () => writeFileSync(join(folder, 'postgres.key'), 'x'), /postgres\.key is damaged: delete it/],
  ])('%s', async (_, spoil, line) => {
    spoil()
    await expect(start()).rejects.toMatchObject({ name: 'StartError', lines: [expect.stringMatching(line)] })
    expect(existsSync(join(folder, 'coulisses.lock'))).toBe(false)
  })

  test('a file where the folder should be', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(start({ dataDir: file })).rejects.toMatchObject({ lines: [`${file} is not a folder; move that file away, or set DATA_DIR to a folder.`] })
    await expect(start({ dataDir: join(file, 'below') })).rejects.toMatchObject({ lines: [expect.stringContaining('is not a folder')] })
  })

  test('a folder that we may not write', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o555 })
    // Root may write anywhere, so it sends somebody else to try.
    const program = runFixture('database', [closed], isRoot ? { uid: 65_534, gid: 65_534 } : {})
    const { code, output } = await program.ends()
    expect(output).toBe(`${closed} may not be written by this user; give the user the right, or set DATA_DIR to another folder.\n`)
    expect(code).toBe(1)
  })
})

describe.runIf(isRoot)('as root', () => {
  test('a folder that PostgreSQL cannot enter gets its database elsewhere, and says where', async () => {
    chmodSync(folder, 0o700)
    const { url } = await start()
    const place = realpathSync(join(folder, 'postgres'))
    try {
      expect(said).toEqual([`The database lies in ${place}: the user postgres, as whom PostgreSQL runs for root, cannot enter ${folder}.`])
      expect(await ask(url, 'SELECT 1')).toEqual([1])
      await servers.pop()?.stop()
      expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
    } finally {
      await servers.pop()?.stop()
      rmSync(place, { recursive: true, force: true })
    }
  })

  test('a full disk is told in one line, and the data survives it', async (context) => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m,mode=711', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return context.skip('this machine lets nobody mount a disk')
    }
    try {
      const fill = (): void => void execFileSync('sh', ['-c', `cat /dev/zero > '${disk}/ballast' 2>/dev/null || true`])
      fill()
      await expect(start({ dataDir: disk })).rejects.toMatchObject({ lines: [expect.stringMatching(/full/)] })
      rmSync(join(disk, 'ballast'))
      cpSync(join(model, 'postgres.key'), join(disk, 'postgres.key'))
      execFileSync('cp', ['-a', join(model, 'postgres'), disk])
      fill()
      await expect(start({ dataDir: disk })).rejects.toMatchObject({ lines: [expect.stringMatching(/full/)] })
      rmSync(join(disk, 'ballast'))
      expect(await ask((await start({ dataDir: disk })).url, 'SELECT 1')).toEqual([1])
      await servers.pop()?.stop()
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
