import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWholeServer } from '../api/contract/server.ts'
import { createLog } from '../api/server/log.ts'
import { until } from '../api/server/fixtures.ts'
import { createReporter } from '../api/server/report.ts'
import { createKeeper, type Keeper } from '../api/server/reports/keeper.ts'
import { demoPassword } from '../seeds/loadDemo.ts'
import { fakeServer, type FakeServer } from './test/fakeServer.ts'
import { person, runProgram, type Ended, type Person } from './test/program.ts'

/** A fault of the program itself, made from outside: it cannot end a line any more. */
const broken = `data:text/javascript,${encodeURIComponent('String.prototype.trimEnd = function () { throw new RangeError("no end for ada@example.org \'secret words\' /home/ada/notes.txt +33 6 39 98 00 00") }')}`

let server: Awaited<ReturnType<typeof startWholeServer>>
let keeper: Keeper
let sales: Person
let support: Person
let sentry: FakeServer

beforeAll(async () => {
  const reporter = await createReporter({ log: createLog('info', { write: () => undefined }), dsn: undefined, release: '1.2.3' })
  server = await startWholeServer(undefined, reporter.report)
  keeper = createKeeper({ query: (text, values) => server.pool.query(text, [...values]), complain: (error) => { throw error } })
  reporter.keepIn(keeper)
  sentry = await fakeServer((_request, response) => { response.writeHead(200).end('{}') })
  ;[sales, support] = [person(server.url), person(server.url)]
  for (const [one, login] of [[sales, 'sales'], [support, 'support']] as const) await one.signIn(`${login}@coulisses.test`, demoPassword)
})
afterAll(async () => {
  sentry.close()
  await keeper.stop()
  await server.close()
})

const crash = (more: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Promise<Ended> =>
  runProgram({ ...sales.env, NODE_OPTIONS: `--import ${broken}`, ...more }, args.length > 0 ? args : ['client', 'list', '--name', 'ouick'])
const reports = () => server.sql(`select message, stack, source, release, context, user_id as user from error_report where source = 'CLI' order by last_at`)
const private_ = /ada|secret words|39 98|ouick|notes\.txt/

describe('a fault of the program itself (EE-14)', () => {
  test('is one line for whoever sees it, and on record at the server, without what anybody typed', async () => {
    expect(await crash()).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^coulisses: Unexpected error: no end[^\n]*\n$/) })
    const [me] = await server.sql(`select id from "user" where email = 'sales@coulisses.test'`)
    await until(async () => (await reports()).length > 0)
    expect(await reports()).toEqual([expect.objectContaining({ source: 'CLI', user: me?.['id'], release: expect.stringMatching(/^cli \d/), context: expect.objectContaining({ where: 'crm client list' }) })])
    const [report] = await reports()
    expect(String(report?.['message'])).toMatch(/^RangeError: no end for/)
    expect(String(report?.['stack'])).toMatch(/ {4}at .+\.js:\d+/)
    expect(JSON.stringify(report)).not.toMatch(private_)
  })

  test('goes to Sentry where an address of it is given', async () => {
    const { host } = new URL(sentry.url)
    const ended = await crash({ COULISSES_SENTRY_DSN: `http://0123456789abcdef@${host}/42` })
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(sentry.asked).toHaveLength(1)
    const [head, item, event] = (sentry.asked[0]?.body ?? '').split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(item).toMatchObject({ type: 'event' })
    expect(event).toMatchObject({
      event_id: head?.['event_id'], platform: 'node', level: 'fatal', release: expect.stringMatching(/^cli \d/), tags: { source: 'CLI', where: 'crm client list' }, user: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      exception: { values: [{ type: 'RangeError', value: expect.stringContaining('no end'), stacktrace: { frames: expect.arrayContaining([expect.objectContaining({ filename: expect.stringMatching(/^[\w-]+\.js$/), lineno: expect.any(Number) })]) } }] },
    })
    expect(sentry.asked[0]?.body).not.toMatch(private_)
    expect(sentry.asked[0]?.body).not.toMatch(/\/tmp\//)
  })

  test.each([['that is away', 'http://k@127.0.0.1:1/1'], ['that is none', 'nonsense']])('is told to nobody by an address of Sentry %s, and says what it says', async (_name, dsn) => {
    expect(await crash({ COULISSES_SENTRY_DSN: dsn })).toMatchObject({ code: 1, err: expect.stringMatching(/^coulisses: Unexpected error[^\n]*\n$/) })
  })

  test('is told nowhere when nobody is signed in', async () => {
    const before = await reports()
    await sales.run('logout')
    expect(await crash({}, 'client', 'list')).toMatchObject({ code: 3 })
    expect(await reports()).toEqual(before)
  })
})

test('what is refused, and what the machine lacks, is no fault of the program', async () => {
  const asked = sentry.asked.length
  const { host } = new URL(sentry.url)
  const env = { ...support.env, COULISSES_SENTRY_DSN: `http://k@${host}/42` }
  for (const args of [['client', 'create', '--full-name', 'A', '--email', 'a@b.fr'], ['client', 'nonsense'], ['export', 'clients', '/nowhere/x.csv'], ['import', 'clients', '/nowhere.csv']]) {
    expect((await runProgram(env, args)).code).not.toBe(0)
  }
  expect(sentry.asked).toHaveLength(asked)
})
