import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runFixture } from '../fixtures.ts'
import { lockDataDir } from './dataLock.ts'
import { birthMark } from './processes.ts'
import { makeTestFolder } from './testCluster.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = makeTestFolder()
  file = join(folder, 'coulisses.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (pid: number, born: string, host = hostname()): void =>
  writeFileSync(file, JSON.stringify({ host, pid, born, since: '2026-11-20T10:00:00.000Z' }))

test('a second one is refused in one line that names the first', () => {
  const lock = lockDataDir(folder)
  expect(() => lockDataDir(folder)).toThrow(new RegExp(`^${folder} is in use by another Coulisses \\(process ${process.pid}, since .*DATA_DIR\\.$`))
  lock.release()
  lockDataDir(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that is gone is taken over', async () => {
  const program = runFixture('lifecycle', ['web'])
  await program.says('ready')
  write(program.pid, birthMark(program.pid))
  expect(() => lockDataDir(folder)).toThrow(`(process ${program.pid}, since 2026-11-20T10:00:00.000Z)`)
  program.child.kill('SIGKILL')
  await program.ends()
  lockDataDir(folder).release()
  expect(existsSync(file)).toBe(false)
})

test.skipIf(process.platform === 'win32')('the number of a process says nothing without its beginning', () => {
  write(process.pid, 'another beginning')
  expect(() => lockDataDir(folder).release()).not.toThrow()
})

test('a lock from another machine lives as long as it is touched', () => {
  write(1, '', 'elsewhere')
  expect(() => lockDataDir(folder)).toThrow('(process 1 on elsewhere, since')
  utimesSync(file, new Date(), new Date(Date.now() - 60_000))
  lockDataDir(folder).release()
})

test.each(['', '{', '{"pid":"1"}', 'null'])('a damaged lock (%j) is no lock', (content) => {
  writeFileSync(file, content)
  expect(() => lockDataDir(folder).release()).not.toThrow()
})

test('releasing does not take away the lock of another one', () => {
  const lock = lockDataDir(folder)
  write(1, birthMark(1))
  lock.release()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: 1 })
})
