import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../server/fixtures.ts'
import { createLog } from '../server/log.ts'
import { createMask } from '../server/mask.ts'
import { createReporter, type Reporter } from '../server/report.ts'
import { createKeeper, type Keeper } from '../server/reports/keeper.ts'
import { startWholeServer } from './server.ts'

/** Every fault that nobody foresaw is kept, grouped, and told to Sentry, without a word that a person wrote. */
let server: Awaited<ReturnType<typeof startWholeServer>>
let reporter: Reporter
let keeper: Keeper
let sentry: Server
let tokens: Record<'admin' | 'employee', string>
const envelopes: string[] = []
const lines: string[] = []

async function openReporter(): Promise<Reporter> {
  const made = await createReporter({ log: createLog('info', { write: (line) => { lines.push(line) } }), dsn: `http://key@127.0.0.1:${(sentry.address() as AddressInfo).port}/1`, release: '1.2.3', mask: createMask(['the-secret-of-the-house']) })
  made.keepIn(keeper)
  return made
}

beforeAll(async () => {
  sentry = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks)
      envelopes.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString())
      response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(sentry, 'listening')
  server = await startWholeServer(undefined, (error, context) => { reporter.report(error, context) })
  keeper = createKeeper({ query: (text, values) => server.pool.query(text, [...values]), complain: (error) => { throw error } })
  reporter = await openReporter()
  tokens = { admin: await server.signIn('admin@coulisses.test'), employee: await server.signIn('employee@coulisses.test') }
})
afterAll(async () => {
  await keeper.stop()
  await reporter.close()
  sentry.close()
  await server.close()
})

const LIST = '{ errorReports(sort: [{ lastAt: DESC }]) { items { id message stack context release count source state user { fullName } } } }'
interface Report { readonly id: string; readonly message: string; readonly stack: string; readonly context: object; readonly count: number; readonly source: string; readonly state: string; readonly release: string; readonly user: { readonly fullName: string } | null }
const reports = async (): Promise<readonly Report[]> => {
  const { data, errors } = await server.graphql<{ errorReports: { items: Report[] } }>(LIST, {}, tokens.admin)
  if (!data) throw new Error(JSON.stringify(errors))
  return data.errorReports.items
}
const kept = async (text: string, count = 1): Promise<Report> => {
  await until(async () => (await reports()).some((one) => one.message.includes(text) && one.count >= count))
  return (await reports()).find((one) => one.message.includes(text)) ?? Promise.reject(new Error(text))
}

/** Twenty kinds of what must not get out, each once as a value that somebody sends. */
const canaries = [
  'zoe.durand@theatre-de-la-ville.fr', '+33 6 12 34 56 78', '01 99 00 12 34', 'FR76 3000 6000 0112 3456 7890 189', '4970 1012 3456 7893', '2 84 05 75 116 001 23',
  'hunter2hunter2', 'correct horse battery staple', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTkwMDAwMCJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ', 'ck_live_9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c', 'JBSWY3DPEHPK3PXP',
  'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQQPZRY9X8GF2TVDW0S', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----',
  'coulisses_refresh=k7k7k7k7k7k7k7k7k7k7k7k7k7k7k7k7', 'Bearer abcdef', 'postgresql://app:pa55word!@10.0.0.1/db', '1984-05-31', '192.168.100.23', 'Zoé Durand-Lefèvre', '12 rue des Lilas, 75019 Paris',
]

describe('an exception in a resolver', () => {
  test('is kept with its place, the operation and the user, grouped, and told to Sentry', async () => {
    await server.sql('alter table region rename column name to broken')
    const document = 'query Regions($f: RegionFilter) { regions(filter: $f) { items { name } } }'
    try {
      for (let n = 0; n < 3; n++) {
        const { errors } = await server.graphql(document, { f: { q: canaries[0] } }, tokens.employee)
        expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR')
      }
    } finally {
      await server.sql('alter table region rename column broken to name')
    }
    const report = await kept('does not exist', 3)
    expect(report).toMatchObject({ source: 'API', state: 'OPEN', release: '1.2.3', count: 3, user: { fullName: expect.any(String) }, context: { where: 'Regions', origin: 'API', variables: { f: { q: '[text of 33]' } } } })
    expect(report.stack).toMatch(/\n {4}at /)
    await until(() => envelopes.length >= 3)
    expect(envelopes[0]).toMatch(/"where":"Regions"/)
    expect(envelopes[0]).toMatch(/"user":\{"id":"[0-9a-f-]{36}"\}/)
  })

  test('is masked whatever was sent with it: canaries of twenty kinds are found nowhere', async () => {
    await server.sql('alter table region rename column name to broken')
    try {
      await server.graphql('mutation M($input: PersonCreateInput!) { createPerson(input: $input) { id } ok: createRegion(input: { name: "x", code: "FR-X", countryCode: "FR" }) { name } }',
        { input: { lastName: canaries[18], notes: canaries.join('\n'), email: canaries[0] }, password: canaries[6], token: canaries[8] }, tokens.admin)
      for (const canary of canaries) await server.graphql('query Q($q: String) { regions(filter: { q: $q }) { items { name } } }', { q: canary }, tokens.employee)
    } finally {
      await server.sql('alter table region rename column broken to name')
    }
    // Sentry is told of ten faults in a second at most: two reporters.
    const further = [await openReporter(), await openReporter()]
    for (const [index, canary] of canaries.entries()) (further[index % 2] ?? reporter).report(Object.assign(new Error(`refused: "${canary}"`, { cause: new Error(`Key (x)=(y): "${canary}"`) }), { parameters: [canary] }), { where: 'job core.test', variables: { password: canary, anything: canary, deep: [{ name: canary }] } })
    await keeper.stop()
    for (const one of further) await one.close()
    const rows = (await server.sql('select e::text as whole from error_report e')).map(({ whole }) => String(whole)).join('\n')
    for (const text of [rows, envelopes.join('\n'), lines.join('\n')]) {
      expect(text).toContain('job core.test')
      expect(canaries.filter((canary) => text.includes(canary) || text.includes(JSON.stringify(canary).slice(1, -1)))).toEqual([])
    }
    expect((await reports()).some(({ source }) => source === 'JOB')).toBe(true)
  })
})

describe('a report of a program elsewhere', () => {
  const REPORT = 'mutation ($message: String!, $stack: String, $where: String) { reportError(message: $message, stack: $stack, where: $where, release: "9.9") }'

  test('comes to the same list, without addresses and words, and only from who is signed in', async () => {
    expect((await server.graphql(REPORT, { message: 'x' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const stack = `TypeError: no\n    at render (https://desk.example.org/admin/assets/main-AbC.js?user=zoe:12:34)\nload@http://127.0.0.1/admin/assets/list.js:1:2\n${canaries.join('\n')}`
    expect((await server.graphql(REPORT, { message: `TypeError: Cannot read "${canaries[18]}" of ${canaries[0]} (reading 'title')`, stack, where: `/people/${canaries[0]}` }, tokens.employee)).data).toEqual({ reportError: true })
    const report = await kept("(reading 'title')")
    expect(report).toMatchObject({ source: 'API', release: '9.9', message: "TypeError: Cannot read \"… of [e-mail] (reading 'title')" })
    expect(report.stack).toContain('at render (main-AbC.js:12:34)')
    expect(canaries.filter((canary) => JSON.stringify(report).includes(canary))).toEqual([])
  })

  test('is limited for each account', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => server.graphql(REPORT, { message: 'Error: loop' }, tokens.admin)))
    expect(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED')).toHaveLength(10)
  })
})

describe('the list', () => {
  test('is the administrators’, who call a report resolved; it opens again when it comes back', async () => {
    expect((await server.graphql(LIST, {}, tokens.employee)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const again = (): Error => Object.assign(new Error('the same fault'), { stack: 'Error: the same fault\n    at here (file.ts:1:2)' })
    reporter.report(again(), { where: 'x' })
    const { id } = await kept('the same fault')
    expect((await server.graphql('mutation ($id: ID!) { resolveErrorReport(id: $id) { state } }', { id }, tokens.admin)).data).toEqual({ resolveErrorReport: { state: 'RESOLVED' } })
    reporter.report(again(), { where: 'y' })
    await kept('the same fault', 2)
    expect((await kept('the same fault')).state).toBe('REOPENED')
  })
})
