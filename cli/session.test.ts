import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../api/contract/harness.ts'
import { startTestServer } from '../api/contract/server.ts'
import { demoPassword } from '../seeds/loadDemo.ts'
import { person, temporaryFolder, type Person } from './test/program.ts'
import { keys, openTerminal } from './test/terminal.ts'

const EMAIL = 'admin@coulisses.test'
let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const fileOf = ({ env }: Person): string => join(env['XDG_CONFIG_HOME'] ?? '', 'coulisses/session.json')
interface File { sessions: Record<string, { token: string; refresh: string }> }
const readFile = (one: Person): File => JSON.parse(readFileSync(fileOf(one), 'utf8')) as File

async function signedIn(): Promise<Person> {
  const one = person(server.url)
  await one.signIn(EMAIL, demoPassword)
  return one
}

/** As if a quarter of an hour had gone by: the token says of itself that it is over. */
function expire(one: Person, { refresh }: { refresh?: string } = {}): void {
  const file = readFile(one)
  const session = file.sessions[server.url]
  if (!session) throw new Error('no session')
  session.token = `e30.${Buffer.from(JSON.stringify({ exp: 1 })).toString('base64url')}.x`
  if (refresh !== undefined) session.refresh = refresh
  writeFileSync(fileOf(one), JSON.stringify(file))
}

describe('before signing in', () => {
  test.each([['whoami'], ['client', 'list'], ['contract', 'list'], ['event', 'list'], ['collaborator', 'list']])('crm %s %s is refused', async (...words) => {
    const { code, out, err } = await person(server.url).run(...words)
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: 'coulisses: You are not signed in: coulisses crm login.\n' })
  })

  test('a wrong password is told in one line, in the language of the machine', async () => {
    const one = person(server.url, { LANG: 'fr_FR.UTF-8' })
    const { code, err } = await one.pipe('not the password\n', 'login', '--email', EMAIL, '--password-stdin')
    expect([code, err]).toEqual([3, 'coulisses: Adresse électronique ou mot de passe incorrect.\n'])
  })

  test('a password is no argument, and is asked of nobody in a pipe', async () => {
    expect(await person(server.url).run('login', '--email', EMAIL, '--password', 'x')).toMatchObject({ code: 2 })
    expect(await person(server.url).run('login', '--email', EMAIL)).toMatchObject({ code: 2, err: expect.stringContaining('--password-stdin') })
  })
})

describe('a session', () => {
  test('is kept for its owner alone, and ends at the server too', async () => {
    const one = await signedIn()
    expect(statSync(fileOf(one)).mode & 0o777).toBe(0o600)
    expect(statSync(join(fileOf(one), '..')).mode & 0o777).toBe(0o700)
    expect(JSON.parse((await one.run('whoami', '--json')).out)).toMatchObject({ server: server.url, email: EMAIL, roles: expect.arrayContaining(['administrator']) })
    const { token } = readFile(one).sessions[server.url] ?? { token: '' }
    expect(await one.run('logout')).toMatchObject({ code: 0 })
    expect(await one.run('whoami')).toMatchObject({ code: 3 })
    expect(await person(server.url, { COULISSES_TOKEN: token }).run('whoami')).toMatchObject({ code: 3 })
  })

  test('remembers its server', async () => {
    const { home: _home, env, ...one } = await signedIn()
    expect(one).toBeDefined()
    const { COULISSES_SERVER: _server, ...without } = env
    const { runProgram } = await import('./test/program.ts')
    expect(await runProgram(without, ['whoami'])).toMatchObject({ code: 0, out: expect.stringContaining(server.url) })
  })

  test('is renewed when its token is over', async () => {
    const one = await signedIn()
    const before = readFile(one).sessions[server.url]?.refresh
    expire(one)
    expect(await one.run('whoami')).toMatchObject({ code: 0, err: '' })
    expect(readFile(one).sessions[server.url]?.refresh).not.toBe(before)
    expect(await one.run('whoami')).toMatchObject({ code: 0 })
  })

  test('that is over for good is told in a pipe', async () => {
    const one = await signedIn()
    expire(one, { refresh: 'gone' })
    expect(await one.run('whoami')).toMatchObject({ code: 3, out: '' })
  })

  test('that is over for good is signed in anew at a terminal, and the command goes on', async () => {
    const one = await signedIn()
    expire(one, { refresh: 'gone' })
    const terminal = await openTerminal(one.env, ['whoami'])
    await terminal.sees(`Password of ${EMAIL}`)
    terminal.type(demoPassword + keys.enter)
    expect(await terminal.sees(`· ${server.url}`)).not.toContain(demoPassword)
    expect(await terminal.ends()).toBe(0)
    expect(await one.run('whoami')).toMatchObject({ code: 0 })
  })

  test('by a token of the environment leaves nothing on the disk', async () => {
    const one = person(server.url, { COULISSES_TOKEN: await server.signIn(EMAIL) })
    expect(await one.run('whoami')).toMatchObject({ code: 0 })
    expect(() => statSync(fileOf(one))).toThrow('ENOENT')
  })
})

describe('the file of the sessions', () => {
  test('that others could read is closed to them, and it is said', async () => {
    const one = await signedIn()
    chmodSync(fileOf(one), 0o644)
    expect(await one.run('whoami')).toMatchObject({ code: 0, err: expect.stringContaining('could be read by others') })
    expect(statSync(fileOf(one)).mode & 0o777).toBe(0o600)
    expect((await one.run('whoami')).err).toBe('')
  })

  test('that is a link is not followed', async () => {
    const one = await signedIn()
    const elsewhere = join(temporaryFolder(), 'session.json')
    writeFileSync(elsewhere, readFileSync(fileOf(one)), { mode: 0o600 })
    rmSync(fileOf(one))
    symlinkSync(elsewhere, fileOf(one))
    expect(await one.run('whoami')).toMatchObject({ code: 1, err: expect.stringContaining('is not a file of yours') })
  })

  test.each(['', '{', '[]', '{"sessions":{"x":1}}', '\u0000\u0000', '{"sessions":null}'])('that holds %j is as good as none', async (text) => {
    const one = person(server.url)
    mkdirSync(join(fileOf(one), '..'), { recursive: true })
    writeFileSync(fileOf(one), text, { mode: 0o600 })
    expect(await one.run('whoami')).toMatchObject({ code: 3 })
    await one.signIn(EMAIL, demoPassword)
    expect(await one.run('whoami')).toMatchObject({ code: 0 })
  })

  test('that cannot be written is told, and leaves nothing half done', async () => {
    const one = person(server.url)
    writeFileSync(join(one.home, 'config'), 'no folder')
    const { code, err } = await one.pipe(`${demoPassword}\n`, 'login', '--email', EMAIL, '--password-stdin')
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

test('signing in at a terminal', async () => {
  const one = person(server.url)
  const terminal = await openTerminal(one.env, ['login'])
  await terminal.sees('E-mail address')
  terminal.type(`admin${keys.enter}`)
  await terminal.sees('An e-mail address has an @.')
  terminal.type(`@coulisses.test${keys.enter}`)
  await terminal.sees('Password')
  terminal.type(demoPassword + keys.enter)
  await terminal.sees(`Signed in to ${server.url}: ${EMAIL}.`)
  expect(await terminal.ends()).toBe(0)
  expect(terminal.sent()).not.toContain(demoPassword)
})

describe('an account with a second factor', () => {
  const email = 'alienor.vichum@coulisses.test'
  let secret = ''
  /** What the telephone shows; as if the codes shown so far were long ago, since no test waits for a half-minute to pass. */
  const shown = async (): Promise<string> => {
    await server.sql('update second_factor set last_step = 0 where user_id = (select id from "user" where email = $1)', [email])
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  }
  beforeAll(async () => {
    const token = await server.signIn(email)
    const begun = await server.graphql<{ beginSecondFactor: { secret: string } }>('mutation { beginSecondFactor { secret } }', {}, token)
    secret = begun.data?.beginSecondFactor.secret ?? ''
    await server.graphql('mutation ($code: String!) { confirmSecondFactor(code: $code) }', { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }, token)
  })

  test('signs in at a terminal with the code that its telephone shows', async () => {
    const one = person(server.url)
    const terminal = await openTerminal(one.env, ['login', '--email', email])
    await terminal.sees('Password')
    terminal.type(demoPassword + keys.enter)
    await terminal.sees('Code of the second factor')
    terminal.type(await shown() + keys.enter)
    await terminal.sees(`Signed in to ${server.url}: ${email}.`)
    expect(await terminal.ends()).toBe(0)
    expect(await one.run('whoami', '--json')).toMatchObject({ code: 0, out: expect.stringContaining(email) })
  })

  test('signs in from a script with --code, not without, and not by another code', async () => {
    const one = person(server.url)
    const login = (...more: string[]) => one.pipe(`${demoPassword}\n`, 'login', '--email', email, '--password-stdin', ...more)
    for (const ended of [await login(), await login('--code', '000000')]) {
      expect(ended).toMatchObject({ code: 3, out: '' })
      expect(ended.err.trim().split('\n')).toHaveLength(1)
    }
    expect(await one.run('whoami')).toMatchObject({ code: 3 })
    expect(await login('--code', await shown())).toMatchObject({ code: 0 })
  })
})

test('Ctrl-C in a question ends without a trace', async () => {
  const terminal = await openTerminal(person(server.url).env, ['login'])
  await terminal.sees('E-mail address')
  terminal.type(keys.ctrlC)
  expect(await terminal.ends()).toBe(130)
  expect(terminal.screen()).toContain('Interrupted: nothing was changed.')
})
