import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closedFolder } from './runUser.ts'
import { makeTestFolder } from './testCluster.ts'

const folder = makeTestFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')('the first folder on the way that another user may not enter is named', () => {
  const stranger = { uid: 54_321, gid: 54_321 }
  const way = join(folder, 'open', 'closed', 'open')
  mkdirSync(way, { recursive: true, mode: 0o755 })
  expect(closedFolder(way, stranger)).toBe(undefined)
  chmodSync(join(folder, 'open', 'closed'), 0o700)
  expect(closedFolder(way, stranger)).toBe(join(folder, 'open', 'closed'))
  expect(closedFolder(join(way, 'not', 'yet', 'there'), stranger)).toBe(join(folder, 'open', 'closed'))
  expect(closedFolder(way, undefined)).toBe(undefined)
})
