import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Principal } from '../../access/principal.ts'
import { createDiskStorage, type DiskStorage } from '../../files/disk.ts'
import { samples } from '../../files/fixtures.ts'
import type { ReceivedFile } from '../../files/receive.ts'
import { unauthenticated } from '../../model/errors.ts'
import { createHttpApp } from './app.ts'
import { fileRoutes } from './files.ts'

const ID = '01900000-0000-7000-8000-000000000001'
let folder: string
let storage: DiskStorage
let app: FastifyInstance
let base: string
let rows: (ReceivedFile & { readonly owner: string | undefined })[]
let reports: unknown[]
let refuseRow: boolean

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coulisses-files-'))
  storage = await createDiskStorage(folder)
  rows = []
  reports = []
  refuseRow = false
  app = createHttpApp({ report: (error) => reports.push(error), trustProxy: false, secure: false })
  await app.register(fileRoutes({
    storage, maxBytes: 10_000,
    authenticate: ({ authorization, requestId }) => {
      if (authorization !== undefined && !authorization.startsWith('Bearer user-')) return Promise.reject(unauthenticated())
      const principal: Principal = { userId: authorization?.slice(7), organisationId: undefined, roles: new Set(), origin: 'API', locale: 'en', requestId }
      return Promise.resolve({ principal, sessionId: undefined })
    },
    add: (principal, file) => {
      if (refuseRow) return Promise.reject(new Error('no row'))
      rows.push({ ...file, owner: principal.userId })
      return Promise.resolve(ID)
    },
    find: (principal, id) => Promise.resolve(id === ID ? rows.find((row) => row.owner === principal.userId) : undefined),
  }))
  base = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

function form(content: Buffer, name = 'affiche.png', field = 'file'): FormData {
  const data = new FormData()
  data.append(field, new Blob([new Uint8Array(content)], { type: 'image/png' }), name)
  return data
}
const send = (body: FormData | string, user: string | null = 'user-1', headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${base}/files`, { method: 'POST', body, headers: { 'accept-language': 'en', ...(user === null ? {} : { authorization: `Bearer ${user}` }), ...headers } })
const kept = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).filter((path) => path.length > 30)
const told = async (response: Response) => ({ status: response.status, ...((await response.json()) as { errors: { message: string; extensions: Record<string, unknown> }[] }).errors[0]?.extensions })

describe('sending a file', () => {
  test('answers its id, and the file can be had again: to be saved, never to be shown', async () => {
    const response = await send(form(samples.png, 'Affiche été.png'))
    expect([response.status, await response.json()]).toEqual([201, { id: ID, name: 'Affiche été.png', size: samples.png.length, mimeType: 'image/png' }])
    const back = await fetch(`${base}/files/${ID}`, { headers: { authorization: 'Bearer user-1' } })
    expect(Buffer.from(await back.arrayBuffer())).toEqual(samples.png)
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'image/png', 'content-length': String(samples.png.length), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Affiche ?t?.png"; filename*=UTF-8''Affiche%20%C3%A9t%C3%A9.png`, 'content-security-policy': `default-src 'none'; sandbox`,
    })
  })

  test.each([
    ['nobody', null], ['somebody with a bad token', 'garbage'],
  ])('by %s is refused, before the file is read', async (_name, user) => {
    expect(await told(await send(form(samples.png), user))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect(await kept()).toEqual([])
  })

  test.each([
    ['of HTML named .png', () => form(samples.html), 400, 'wrongType'], ['of SVG', () => form(samples.svg, 'x.svg'), 400, 'wrongType'], ['that is empty', () => form(Buffer.alloc(0)), 400, 'empty'],
    ['that is too large', () => form(Buffer.concat([samples.png, Buffer.alloc(10_000)])), 400, 'tooLarge'], ['far too large', () => form(Buffer.alloc(200_000)), 400, 'tooLarge'],
    ['in another field', () => form(samples.png, 'x.png', 'upload'), 400, 'required'], ['that is none', () => { const data = new FormData(); data.append('file', 'a text'); return data }, 400, 'required'],
  ])('%s is refused, and nothing is kept', async (_name, body, status, reason) => {
    expect(await told(await send(body()))).toMatchObject({ status, code: 'BAD_USER_INPUT', reason, fields: [{ path: 'file' }] })
    expect(await kept()).toEqual([])
    expect(reports).toEqual([])
  })

  test('in JSON, or in a damaged form, is refused', async () => {
    expect(await told(await send('{"file":"x"}', 'user-1', { 'content-type': 'application/json' }))).toMatchObject({ status: 415 })
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const { status } = await told(await send('--y\r\ngarbage', 'user-1', { 'content-type': type }))
      expect([400, 415]).toContain(status)
    }
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\n\r\nhalf'
    expect(await told(await send(cut, 'user-1', { 'content-type': 'multipart/form-data; boundary=x' }))).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
    expect(await kept()).toEqual([])
    expect(reports).toEqual([])
  })

  test('that nobody can write down is not kept', async () => {
    refuseRow = true
    expect(await told(await send(form(samples.png)))).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' })
    expect(await kept()).toEqual([])
    expect(reports).toHaveLength(1)
  })

  test('that breaks off leaves nothing behind', async () => {
    const { hostname, port } = new URL(base)
    const socket = connect(Number(port), hostname)
    const closed = new Promise((resolve) => app.server.once('request', (_request, response) => response.once('close', resolve)))
    socket.write('POST /files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer user-1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\n\r\nhalf')
    await once(socket, 'connect')
    while ((await readdir(storage.incoming)).length === 0) await new Promise((resolve) => setImmediate(resolve))
    socket.destroy()
    await closed
    while ((await readdir(storage.incoming)).length > 0) await new Promise((resolve) => setImmediate(resolve))
    expect(await kept()).toEqual([])
    expect(reports).toEqual([])
  })
})

describe('asking for a file', () => {
  test.each([ID.replace('1', '2'), 'x', '..%2f..%2fetc%2fpasswd', `${ID}%00`])('%j that is not there, or not his, is not found', async (id) => {
    expect(await told(await fetch(`${base}/files/${id}`, { headers: { authorization: 'Bearer user-1' } }))).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('of somebody else answers like one that is missing', async () => {
    await send(form(samples.png))
    const [other, missing] = await Promise.all([ID, ID.replace('1', '2')].map(async (id) => {
      const response = await fetch(`${base}/files/${id}`, { headers: { authorization: 'Bearer user-2' } })
      const body = await response.json() as { errors: { extensions: { requestId?: string } }[] }
      delete body.errors[0]?.extensions.requestId
      return [response.status, body]
    }))
    expect(other).toEqual(missing)
  })

  test('whose bytes are gone is a fault of ours', async () => {
    await send(form(samples.png))
    await storage.remove(rows[0]?.storageKey ?? '')
    expect(await told(await fetch(`${base}/files/${ID}`, { headers: { authorization: 'Bearer user-1' } }))).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' })
    expect(reports).toHaveLength(1)
  })
})
