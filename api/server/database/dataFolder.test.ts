import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask, useClusters } from '../fixtures/clusters.ts'
import { runFixture } from '../fixtures.ts'

const isRoot = process.getuid?.() === 0
const clusters = useClusters()

describe('a data folder that cannot serve is told in one line', () => {
  beforeEach(clusters.copyModel)
  const inside = (...names: string[]): string => join(clusters.folder, 'postgres', ...names)

  test.each<[string, () => void, RegExp]>([
    ['another version', () => writeFileSync(inside('PG_VERSION'), '17\n'), /postgres was written by PostgreSQL 17, and this Coulisses brings 18: set DATABASE_URL .*begin anew\.$/],
    ['no version', () => rmSync(inside('PG_VERSION')), /postgres is damaged \(PG_VERSION is missing or unreadable\): restore it from a backup/],
    ['no control file', () => rmSync(inside('global', 'pg_control')), /postgres is damaged \(could not (open|find|read) .*: restore it/],
    ['a spoilt control file', () => writeFileSync(inside('global', 'pg_control'), Buffer.alloc(8_192, 7)), /postgres is damaged \(.*\): restore it/],
    ['a cut control file', () => truncateSync(inside('global', 'pg_control'), 10), /postgres is damaged \(.*\): restore it/],
    ['a missing journal', () => { for (const name of readdirSync(inside('pg_wal'))) rmSync(inside('pg_wal', name), { recursive: true }) }, /postgres is damaged \(.*\): restore it/],
    ['a missing folder', () => rmSync(inside('pg_notify'), { recursive: true }), /postgres is damaged \(could not open directory "pg_notify".*\): restore it/],
    ['a file in its place', () => { rmSync(inside(), { recursive: true }); writeFileSync(inside(), '') }, /postgres is not a folder; move that file away/],
    ['a key that is not its own', () => writeFileSync(join(clusters.folder, 'postgres.key'), `${'x'.repeat(43)}\n`), /^The password in postgres\.key is not the one of .*delete it and a new password is set\.$/],
    ['a spoilt key', () => writeFileSync(join(clusters.folder, 'postgres.key'), 'x'), /postgres\.key is damaged: delete it/],
  ])('%s', async (_, spoil, line) => {
    spoil()
    await expect(clusters.start()).rejects.toMatchObject({ name: 'StartError', lines: [expect.stringMatching(line)] })
    expect(existsSync(join(clusters.folder, 'coulisses.lock'))).toBe(false)
  })

  test('a file where the folder should be', async () => {
    const file = join(clusters.folder, 'file')
    writeFileSync(file, '')
    await expect(clusters.start({ dataDir: file })).rejects.toMatchObject({ lines: [`${file} is not a folder; move that file away, or set DATA_DIR to a folder.`] })
    // Where nothing can be made, the start says so instead of trying for ever.
    await expect(clusters.start({ dataDir: '/proc/coulisses/data' })).rejects.toMatchObject({ lines: [expect.stringContaining('/proc/coulisses')] })
    await expect(clusters.start({ dataDir: join(file, 'below') })).rejects.toMatchObject({ lines: [expect.stringContaining('is not a folder')] })
  })

  test('a folder that we may not write', async () => {
    const closed = join(clusters.folder, 'closed')
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
    chmodSync(clusters.folder, 0o700)
    const { url } = await clusters.start()
    const place = realpathSync(join(clusters.folder, 'postgres'))
    try {
      expect(clusters.said).toEqual([`The database lies in ${place}: the user postgres, as whom PostgreSQL runs for root, cannot enter ${clusters.folder}.`])
      expect(await ask(url, 'SELECT 1')).toEqual([1])
      await clusters.stopLast()
      expect(await ask((await clusters.start()).url, 'SELECT 1')).toEqual([1])
    } finally {
      await clusters.stopLast()
      rmSync(place, { recursive: true, force: true })
    }
  })

  test('a full disk is told in one line, and the data survives it', async (context) => {
    const disk = join(clusters.folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m,mode=711', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return context.skip('this machine lets nobody mount a disk')
    }
    try {
      const fill = (): void => void execFileSync('sh', ['-c', `cat /dev/zero > '${disk}/ballast' 2>/dev/null || true`])
      fill()
      await expect(clusters.start({ dataDir: disk })).rejects.toMatchObject({ lines: [expect.stringMatching(/full/)] })
      rmSync(join(disk, 'ballast'))
      cpSync(join(clusters.model, 'postgres.key'), join(disk, 'postgres.key'))
      execFileSync('cp', ['-a', join(clusters.model, 'postgres'), disk])
      fill()
      await expect(clusters.start({ dataDir: disk })).rejects.toMatchObject({ lines: [expect.stringMatching(/full/)] })
      rmSync(join(disk, 'ballast'))
      expect(await ask((await clusters.start({ dataDir: disk })).url, 'SELECT 1')).toEqual([1])
      await clusters.stopLast()
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
