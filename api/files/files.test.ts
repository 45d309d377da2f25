import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentTypeOf, safeName } from './content.ts'
import { createDiskStorage, type DiskStorage } from './disk.ts'
import { samples } from './fixtures.ts'
import { receiveFile } from './receive.ts'

let folder: string
let storage: DiskStorage
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coulisses-files-'))
  storage = await createDiskStorage(join(folder, 'files'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('the type of a file', () => {
  test.each([
    ['png', 'photo.png', 'image/png'], ['png', 'photo.html', 'image/png'], ['jpeg', 'photo', 'image/jpeg'], ['pdf', 'x.csv', 'application/pdf'], ['xlsx', 'x.xlsx', XLSX],
    ['csv', 'table.csv', 'text/csv'], ['csvWindows', 'TABLE.CSV', 'text/csv'],
    ['csv', 'table.txt', undefined], ['svg', 'x.svg', undefined], ['svg', 'x.png', undefined], ['svg', 'x.csv', undefined], ['html', 'x.html', undefined], ['html', 'x.png', undefined],
    ['html', 'x.csv', undefined], ['exe', 'x.png', undefined], ['exe', 'x.csv', undefined], ['zip', 'x.xlsx', undefined], ['xlsm', 'x.xlsx', undefined],
  ] as const)('%s named %s is %s', async (sample, name, type) => {
    const path = join(folder, 'sample')
    await writeFile(path, samples[sample])
    expect(await contentTypeOf(path, name)).toBe(type)
  })

  test.each([
    ['nul\0,byte\n', undefined], ['\ufeffnom;ville\n', 'text/csv'], ['a,b\n1,"2\n3"\n', 'text/csv'], ['=HYPERLINK("x")\n', 'text/csv'],
    [`${'a,b\n'.repeat(50_000)}\x07`, undefined], ['a,< ScRiPt >\n', undefined], ['%PDF-1.7\n', 'application/pdf'],
  ])('a table of %j is %s', async (text, type) => {
    const path = join(folder, 'sample')
    await writeFile(path, text)
    expect(await contentTypeOf(path, 'x.csv')).toBe(type)
  })
})

test.each([
  ['photo.png', 'photo.png'], ['photo.PNG', 'photo.PNG'], ['photo', 'photo.png'], ['page.html', 'page.html.png'], ['../../etc/passwd', 'passwd.png'], ['C:\\Users\\x\\photo.png', 'photo.png'],
  ['.htaccess', 'htaccess.png'], ['', 'file.png'], ['..', 'file.png'], ['a\r\nSet-Cookie: x.png', 'a Set-Cookie x.png'], ['nul\0.png', 'nul .png'], ['‮gnp.exe', 'gnp.exe.png'],
  ['Affiche été 2027.png', 'Affiche été 2027.png'], [`${'x'.repeat(500)}.png`, `${'x'.repeat(200)}.png`], ['half \ud83c.png', 'half �.png'],
])('the name %j becomes %j', (given, name) => {
  expect(safeName(given, 'image/png')).toBe(name)
})

describe('a file that comes in', () => {
  const take = (content: Buffer, name: string, maxBytes?: number) => receiveFile(storage, Readable.from([content]), name, maxBytes)

  test('is kept under a name of ours, with its digest, and given back as it was', async () => {
    const file = await take(samples.png, '../affiche.png')
    expect(file).toEqual({ name: 'affiche.png', mimeType: 'image/png', size: samples.png.length, sha256: createHash('sha256').update(samples.png).digest('hex'), storageKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string })
    expect(await buffer(await storage.get(file.storageKey))).toEqual(samples.png)
    const shelf = join(folder, 'files', file.storageKey.slice(-2))
    expect(await readdir(shelf)).toEqual([file.storageKey])
    expect((await stat(join(shelf, file.storageKey))).mode & 0o077).toBe(0)
    expect(await readdir(storage.incoming)).toEqual([])
  })

  test.each([
    ['that is empty', Buffer.alloc(0), 'x.png', undefined, 'empty'], ['of a wrong type', samples.svg, 'x.png', undefined, 'wrongType'],
    ['that is too large', Buffer.concat([samples.png, Buffer.alloc(1_000)]), 'x.png', 1_000, 'tooLarge'],
  ])('%s leaves nothing behind', async (_name, content, name, max, reason) => {
    await expect(take(content, name, max)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'file', reason }] })
    expect(await readdir(join(folder, 'files'))).toEqual(['incoming'])
    expect(await readdir(storage.incoming)).toEqual([])
  })

  test('and breaks off leaves nothing behind', async () => {
    async function* broken() {
      yield await Promise.resolve(samples.png)
      throw new Error('the line went dead')
    }
    await expect(receiveFile(storage, Readable.from(broken()), 'x.png')).rejects.toThrow('the line went dead')
    expect(await readdir(storage.incoming)).toEqual([])
  })
})

describe('the store', () => {
  test('forgets what was coming in when the process ended', async () => {
    await writeFile(join(storage.incoming, 'half'), 'x')
    storage = await createDiskStorage(join(folder, 'files'))
    expect(await readdir(storage.incoming)).toEqual([])
  })

  test('removes a file, and one that is not there', async () => {
    const { storageKey } = await receiveFile(storage, Readable.from([samples.pdf]), 'x.pdf')
    await storage.remove(storageKey)
    await storage.remove(storageKey)
    await expect(storage.get(storageKey)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test.each(['../../etc/passwd', '/etc/passwd', '', '.', 'x'.repeat(36), '01900000-0000-7000-8000-00000000000a/../x'])('has no key %j', async (key) => {
    await expect(storage.get(key)).rejects.toThrow('not ours')
    await expect(storage.put(key, '/nowhere')).rejects.toThrow('not ours')
    await expect(storage.remove(key)).rejects.toThrow('not ours')
  })
})
