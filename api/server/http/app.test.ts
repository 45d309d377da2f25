import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpApp } from './app.ts'
import { answerWithin, bodyWithin } from './guards.ts'

let app: FastifyInstance
let reports: unknown[]
let base: string

async function open(options: { trustProxy?: boolean | string; secure?: boolean } = {}): Promise<void> {
  reports = []
  app = createHttpApp({ report: (error) => reports.push(error), trustProxy: options.trustProxy ?? false, secure: options.secure ?? false })
  app.get('/address', (request) => ({ address: request.ip, id: request.id }))
  app.get('/fault', () => { throw new Error('a fault with a secret') })
  app.get('/never', { onRequest: answerWithin(30) }, () => new Promise(() => undefined))
  app.post('/slow', { onRequest: bodyWithin(30) }, () => 'taken')
  base = await app.listen({ host: '127.0.0.1', port: 0 })
}
beforeEach(() => open())
afterEach(() => app.close())

function dial(): Socket {
  const { hostname, port } = new URL(base)
  return connect(Number(port), hostname).setEncoding('utf8')
}

describe('the address of a caller', () => {
  const address = async (forwarded: string): Promise<unknown> =>
    ((await (await fetch(`${base}/address`, { headers: { 'x-forwarded-for': forwarded, 'x-request-id': 'mine' } })).json()) as { address: string }).address

  test('is that of the connection, whatever he says', async () => {
    expect(await address('198.51.100.7')).toBe('127.0.0.1')
  })

  test('is what our own proxy says, and not what was said to the proxy', async () => {
    await app.close()
    await open({ trustProxy: '127.0.0.1' })
    expect(await address('203.0.113.1, 198.51.100.7')).toBe('198.51.100.7')
  })
})

describe('what a proxy passes on', () => {
  test.each([{ 'x-forwarded-host': '[' }, { 'x-forwarded-host': 'a b' }, { 'x-forwarded-proto': 'ht tp' }, { 'x-forwarded-proto': '1' }])('is refused where it is no address: %j', async (headers) => {
    await app.close()
    await open({ trustProxy: '127.0.0.1' })
    expect((await fetch(`${base}/address`, { headers })).status).toBe(400)
    expect((await fetch(`${base}/address`, { headers: { 'x-forwarded-host': 'coulisses.example.org', 'x-forwarded-proto': 'https' } })).status).toBe(200)
    expect(reports).toEqual([])
  })
})

describe('an error', () => {
  test('of ours is masked, in the caller’s language, and reported', async () => {
    const response = await fetch(`${base}/fault`, { headers: { 'accept-language': 'fr' } })
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(body)).toEqual({ errors: [{ message: `Une erreur inattendue s’est produite. Elle a été signalée sous le numéro ${response.headers.get('x-request-id')}.`, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: response.headers.get('x-request-id') } }] })
    expect(reports).toMatchObject([{ message: 'a fault with a secret' }])
  })

  test.each([['/nowhere', 404], ['/%', 400], ['/%c0%af', 400], ['/..%2f..%2fetc/passwd', 404]])('at %s is %i in JSON', async (path, status) => {
    const response = await fetch(base + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8'])
    expect(reports).toEqual([])
  })
})

describe('a request', () => {
  test('whose body does not come is cut', async () => {
    const socket = dial()
    socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')
    await once(socket, 'close')
    expect(reports).toEqual([])
    expect((await fetch(`${base}/slow`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(200)
  })

  test('that nobody answers is answered', async () => {
    const response = await fetch(`${base}/never`, { headers: { 'accept-language': 'en' } })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await response.json()).toMatchObject({ errors: [{ message: 'The request took too long and was stopped.', extensions: { code: 'UNAVAILABLE' } }] })
    expect(reports).toEqual([])
  })

  test('whose sender hangs up is nobody’s fault', async () => {
    const aborted = new Promise((resolve) => app.server.once('request', (request) => request.once('close', resolve)))
    const socket = dial()
    socket.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')
    await once(socket, 'connect')
    setImmediate(() => socket.resetAndDestroy())
    await aborted
    expect((await fetch(`${base}/address`)).status).toBe(200)
    expect(reports).toEqual([])
  })

  test('reaches a server with limits for headers and bodies', () => {
    const { server } = app
    expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([5_000, 120_000, 5_000])
  })
})

test('by https only is said where people come by https', async () => {
  expect((await fetch(`${base}/address`)).headers.get('strict-transport-security')).toBeNull()
  await app.close()
  await open({ secure: true })
  expect((await fetch(`${base}/address`)).headers.get('strict-transport-security')).toBe('max-age=31536000')
})
