import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask, useClusters } from '../fixtures/clusters.ts'
import { until } from '../fixtures.ts'
import { extensions } from './checkServer.ts'
import { isAlive } from './processes.ts'

const clusters = useClusters()
const serverOf = (output: string): number => Number(/ready: process (\d+)/.exec(output)?.[1])

describe('a first start', () => {
  test('makes a database that knows French, UTF-8 and our extensions, owned by no superuser', async () => {
    const { url } = await clusters.start()
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
    const { url } = await clusters.start()
    expect(statSync(join(clusters.folder, 'postgres.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(clusters.folder, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(clusters.folder, 'postgres.log')).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps what is written on a disk that is told to, by default', async () => {
    const { url } = await clusters.start({ durable: true })
    expect(await ask(url, "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('jit')")).toEqual(['on', 'on', 'on', 'off'])
  })

  test('keeps in memory what is read, as much as the machine has room for', async () => {
    const { url } = await clusters.start({ durable: true })
    const buffers = await ask(url, "SELECT pg_size_bytes(current_setting('shared_buffers')) / 1024 / 1024")
    const due = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20 / 32
    expect(Math.abs(Number(buffers?.[0]) - Math.min(1_024, Math.max(128, due)))).toBeLessThanOrEqual(1)
  })

  test('serves on the loopback where a socket does not fit', async () => {
    const { url } = await clusters.start({ port: 0 })
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('that was killed halfway leaves nothing that looks like a database', async () => {
    mkdirSync(join(clusters.folder, 'postgres.new'))
    writeFileSync(join(clusters.folder, 'postgres.new', 'PG_VERSION'), '18')
    const { url } = await clusters.start()
    expect(await ask(url, 'SELECT 1')).toEqual([1])
    expect(existsSync(join(clusters.folder, 'postgres.new'))).toBe(false)
  })
})

describe('a later start', () => {
  beforeEach(clusters.copyModel)

  test('finds what was written', async () => {
    await ask((await clusters.start()).url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await clusters.stopLast()
    expect(await ask((await clusters.start()).url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('on a folder in use is refused, with the number of the one who uses it', async () => {
    const first = clusters.startProgram()
    await first.says('ready')
    const { code, output } = await clusters.startProgram().ends()
    expect(output).toMatch(new RegExp(`^${clusters.folder} is in use by another Coulisses \\(process ${first.pid}, since [^\n]*\n$`))
    expect(code).toBe(1)
    expect(first.child.exitCode).toBe(null)
  })

  test('after a kill -9 stops the server that was left behind, and goes on', async () => {
    const first = clusters.startProgram()
    const orphan = serverOf(await first.says('ready'))
    first.child.kill('SIGKILL')
    await first.ends()
    expect(isAlive(orphan)).toBe(true)
    const { url } = await clusters.start()
    expect(clusters.said).toEqual([`Stopped the PostgreSQL server (process ${orphan}) that an earlier run had left on ${clusters.folder}/postgres.`])
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('is not taken in by a number that now belongs to another process', async () => {
    writeFileSync(join(clusters.folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${clusters.folder}/postgres\n`)
    expect(await ask((await clusters.start()).url, 'SELECT 1')).toEqual([1])
  })

  test('sets a new password when the key is lost', async () => {
    rmSync(join(clusters.folder, 'postgres.key'))
    expect(await ask((await clusters.start()).url, 'SELECT 1')).toEqual([1])
  })

  test('closes a copied folder that others may enter', async () => {
    chmodSync(join(clusters.folder, 'postgres'), 0o755)
    expect(await ask((await clusters.start()).url, 'SELECT 1')).toEqual([1])
  })
})

describe('the end', () => {
  beforeEach(clusters.copyModel)

  test.each([['SIGINT', 'Ctrl-C, to the whole group'], ['SIGTERM', 'a stop']] as const)('by %s (%s) stops the database too, cleanly', async (...[signal]) => {
    const program = clusters.startProgram()
    const server = serverOf(await program.says('ready'))
    process.kill(-program.pid, signal)
    expect((await program.ends()).code).toBe(0)
    expect(isAlive(server)).toBe(false)
    expect(existsSync(join(clusters.folder, 'postgres', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(clusters.folder, 'coulisses.lock'))).toBe(false)
    expect(readFileSync(join(clusters.folder, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
  })

  test('of the server alone is mended: it is started again on the same address', async () => {
    const server = await clusters.start()
    const first = server.pid
    process.kill(first, 'SIGKILL')
    await until(() => server.pid !== first)
    expect(await ask(server.url, 'SELECT 1')).toEqual([1])
    expect(clusters.said).toEqual(['PostgreSQL ended by itself; starting it again.'])
  })

  test('does not wait for those who are still connected', async () => {
    const server = await clusters.start()
    const waiting = ask(server.url, 'SELECT pg_sleep(60)').catch((error: unknown) => error)
    await until(async () => await ask(server.adminUrl, "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'") !== undefined)
    await clusters.stopLast()
    expect(await waiting).toBeInstanceOf(Error)
  })
})
