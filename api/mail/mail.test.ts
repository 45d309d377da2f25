import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InTransaction, JobData } from '../jobs/queue.ts'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { MailRefused, type Delivery, type MailTransport } from './mail.ts'
import { createOutbox, DELIVER_MAIL, type Outbox } from './outbox.ts'
import { createSmtpTransport } from './smtp.ts'

const mail = { to: 'zoe@theatre.test', subject: 'Votre été à l’Odéon', text: 'Bonjour Zoé,\n.\nÀ bientôt.', key: 'invitation 1' }

describe('the outbox', () => {
  let database: TestDatabase
  let pool: Pool
  let jobs: { readonly name: string; readonly data: JobData }[]
  const query: InTransaction = async (text, values) => (await pool.query<object>(text, [...values])).rows

  beforeAll(async () => {
    database = await createTestDatabase()
    pool = new Pool({ connectionString: database.url, max: 3 })
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  beforeEach(async () => {
    jobs = []
    await pool.query('truncate outbound_message')
  })

  const open = (transport: MailTransport['deliver'] | undefined): Outbox => createOutbox({
    query, enqueue: (_transaction, name, data) => { jobs.push({ name, data }); return Promise.resolve() },
    transport: transport && { deliver: transport, close: () => undefined },
  })
  const rows = async (): Promise<Record<string, unknown>[]> => (await pool.query<Record<string, unknown>>('select * from outbound_message')).rows
  const idOf = (): string => String(jobs[0]?.data['id'])

  test('writes a mail once, with a job that knows its id and nothing of what it says', async () => {
    const outbox = open(undefined)
    await outbox.send(query, { ...mail, html: '<p>Bonjour</p>' })
    await outbox.send(query, mail)
    const [row] = await rows()
    expect(row).toMatchObject({ channel: 'EMAIL', recipient: mail.to, subject: mail.subject, body: mail.text, payload: { html: '<p>Bonjour</p>' }, attempts: 0, idempotency_key: mail.key, state: 'QUEUED' })
    expect(jobs).toEqual([{ name: DELIVER_MAIL, data: { id: row?.['id'] } }])
  })

  test('keeps mails where there is no mail server', async () => {
    const outbox = open(undefined)
    await outbox.send(query, mail)
    await outbox.deliver(idOf())
    expect(await rows()).toMatchObject([{ state: 'SENT', attempts: 1, last_error: null, body: mail.text }])
  })

  test('hands a mail on once, however often it is asked', async () => {
    const delivered: Delivery[] = []
    const outbox = open((delivery) => { delivered.push(delivery); return Promise.resolve() })
    await outbox.send(query, { ...mail, html: '<p>Bonjour</p>' })
    for (let n = 0; n < 3; n++) await outbox.deliver(idOf())
    await outbox.deliver('01900000-0000-7000-8000-000000000001')
    expect(delivered).toEqual([{ id: idOf(), to: mail.to, subject: mail.subject, text: mail.text, html: '<p>Bonjour</p>' }])
    expect(await rows()).toMatchObject([{ state: 'SENT', attempts: 1 }])
  })

  test('tries again what may go better, and gives up at last', async () => {
    const outbox = open(() => Promise.reject(Object.assign(new Error('connect ECONNREFUSED zoe@theatre.test'), { code: 'ECONNECTION' })))
    await outbox.send(query, mail)
    for (let n = 1; n <= 6; n++) {
      await expect(outbox.deliver(idOf())).rejects.toThrow('ECONNREFUSED')
      const [row] = await rows()
      expect(row).toMatchObject({ state: 'QUEUED', attempts: n, last_error: 'ECONNECTION' })
      expect(row?.['next_attempt_at']).not.toBeNull()
    }
    await outbox.deliver(idOf())
    expect(await rows()).toMatchObject([{ state: 'FAILED', attempts: 7, last_error: 'ECONNECTION', next_attempt_at: null }])
  })

  test('does not try again what was refused', async () => {
    const outbox = open(() => Promise.reject(new MailRefused('SMTP 550')))
    await outbox.send(query, mail)
    await outbox.deliver(idOf())
    expect(await rows()).toMatchObject([{ state: 'FAILED', attempts: 1, last_error: 'SMTP 550' }])
  })

  test.each(['', 'zoe', 'zoe@theatre.test, all@theatre.test', 'zoe@theatre.test\r\nBcc: all@theatre.test', 'Zoé <zoe@theatre.test>'])('writes to no %j', async (to) => {
    await expect(open(undefined).send(query, { ...mail, to })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'to', reason: 'notEmail' }] })
    expect([await rows(), jobs]).toEqual([[], []])
  })
})

describe('SMTP', () => {
  let server: Server
  let received: string[]
  let answers: { readonly rcpt?: string; readonly data?: string }
  let transport: MailTransport

  beforeEach(async () => {
    received = []
    answers = {}
    // Just enough of RFC 5321 to take a mail, or to refuse it.
    server = createServer((socket) => {
      let text: string[] | undefined
      socket.setEncoding('utf8').write('220 test\r\n')
      socket.on('error', () => undefined)
      socket.on('data', (chunk: string) => {
        for (const line of chunk.split('\r\n').slice(0, -1)) {
          if (text && line === '.') {
            received.push(text.join('\n'))
            text = undefined
            socket.write(`${answers.data ?? '250 taken'}\r\n`)
          } else if (text) text.push(line)
          else if (/^(EHLO|HELO|MAIL)/.test(line)) socket.write('250 fine\r\n')
          else if (line.startsWith('RCPT')) { received.push(line); socket.write(`${answers.rcpt ?? '250 fine'}\r\n`) }
          else if (line === 'DATA') { text = []; socket.write('354 go on\r\n') }
          else if (line === 'QUIT') socket.end('221 bye\r\n')
        }
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    transport = createSmtpTransport({ url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, from: 'Coulisses <no-reply@coulisses.test>' })
  })
  afterEach(() => {
    transport.close()
    server.close()
  })

  const delivery: Delivery = { id: '01900000-0000-7000-8000-000000000001', to: mail.to, subject: mail.subject, text: mail.text }

  test('takes a mail to one receiver, with a number that is the same at every attempt', async () => {
    await transport.deliver(delivery)
    const [receiver, message = ''] = received
    expect(receiver).toBe('RCPT TO:<zoe@theatre.test>')
    expect(message).toContain('From: Coulisses <no-reply@coulisses.test>')
    expect(message).toContain('Message-ID: <01900000-0000-7000-8000-000000000001@coulisses.test>')
    expect(message).toContain('Bonjour Zo=C3=A9')
  })

  test('has no header of anybody else’s', async () => {
    await transport.deliver({ ...delivery, subject: 'Bonjour\r\nBcc: all@theatre.test' })
    expect(received.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
    expect(received[1]).not.toMatch(/^Bcc:/m)
  })

  test.each([{ rcpt: '550 no such mailbox for zoe@theatre.test' }, { data: '554 spam' }])('that is refused for good says so by its number: %j', async (given) => {
    answers = given
    await expect(transport.deliver(delivery)).rejects.toMatchObject({ name: 'MailRefused', answer: expect.stringMatching(/^SMTP 55\d$/) as string })
  })

  test('that is busy, or away, may be tried again', async () => {
    answers = { rcpt: '451 try later' }
    await expect(transport.deliver(delivery)).rejects.not.toBeInstanceOf(MailRefused)
    server.close()
    await once(server, 'close').catch(() => undefined)
    await expect(transport.deliver(delivery)).rejects.toMatchObject({ code: 'ESOCKET' })
  })
})
