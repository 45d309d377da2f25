import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { createMask } from './mask.ts'
import { createReporter, type Reporter } from './report.ts'

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTkwMDAwMCJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ'

let envelopes: string[]
let fake: Server
let dsn: string
let reporter: Reporter
let lines: string[]

beforeEach(async () => {
  envelopes = []
  lines = []
  fake = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks)
      envelopes.push(JSON.stringify(request.headers) + (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString())
      response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(fake, 'listening')
  dsn = `http://key@127.0.0.1:${(fake.address() as AddressInfo).port}/1`
})
afterEach(async () => {
  await reporter.close()
  fake.close()
})

const open = (given?: string) => createReporter({ log: createLog('info', { write: (line) => { lines.push(line) } }), dsn: given, release: '1.2.3', mask: createMask(['a secret of the house']) })

function fault(): Error {
  const cause = Object.assign(new Error('Key (email)=(zoe@theatre.fr): "zoe@theatre.fr"'), { code: '23505', detail: 'zoe@theatre.fr', parameters: ['zoe@theatre.fr'] })
  return Object.assign(new Error(`a secret of the house, and ${jwt}`, { cause }), { variables: { password: 'hunter2hunter2' } })
}

test('the log has one line, without what people sent', async () => {
  reporter = await open()
  reporter.report(fault(), { requestId: 'r-1', where: 'castingOffers', origin: 'ADMIN' })
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error', requestId: 'r-1', where: 'castingOffers', origin: 'ADMIN',
    error: { name: 'Error', message: '***, and [token]', cause: { code: '23505', message: 'Key (email)=([e-mail]): "…"' } },
  })
  expect(lines[0]).not.toMatch(/zoe@|hunter2|eyJ/)
  expect(lines[0]).toContain('report.test.ts')
})

test('Sentry is told once, without what people sent', async () => {
  reporter = await open(dsn)
  reporter.report(fault(), { requestId: 'r-1', where: 'castingOffers' })
  await reporter.close()
  expect(envelopes).toHaveLength(1)
  const [sent = ''] = envelopes
  expect(sent).toContain('"requestId":"r-1"')
  expect(sent).toContain('"release":"1.2.3"')
  expect(sent).toContain('***, and [token]')
  expect(sent).toContain('report.test.ts')
  expect(sent).not.toMatch(/zoe@|hunter2|eyJ|a secret of the house/)
})

test('a fault in a loop sends ten events in a second, and each has its line', async () => {
  reporter = await open(dsn)
  for (let n = 0; n < 100; n++) reporter.report(new Error(`fault ${n}`))
  await reporter.close()
  expect(envelopes).toHaveLength(10)
  expect(lines).toHaveLength(100)
})

test('what is no error, and a Sentry that is away, do no harm', async () => {
  fake.close()
  reporter = await open(dsn)
  for (const thrown of [undefined, null, 'a text', { password: 'hunter2hunter2' }]) reporter.report(thrown)
  expect(lines).toHaveLength(4)
  expect(lines.join('')).not.toContain('hunter2')
})
