import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { answerJson, fakeServer, type FakeServer } from '../test/fakeServer.ts'
import { person, type Ended } from '../test/program.ts'
import { keys, openTerminal } from '../test/terminal.ts'

const servers: FakeServer[] = []
afterEach(() => { for (const server of servers.splice(0)) server.close() })

async function serve(...answer: Parameters<typeof fakeServer>): Promise<FakeServer> {
  const server = await fakeServer(...answer)
  servers.push(server)
  return server
}

const ask = (url: string, ...more: string[]): Promise<Ended> => person(url, { COULISSES_TOKEN: 'a.b.c' }).run('whoami', ...more)

describe('a server that is not what it should be', () => {
  test('and is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect(await ask(`http://127.0.0.1:${port}`)).toEqual({ code: 4, out: '', err: `coulisses: http://127.0.0.1:${port} cannot be reached.\n` })
  })

  test('and never answers', async () => {
    const { url } = await serve(() => undefined)
    expect(await ask(url, '--timeout', '0.3')).toEqual({ code: 4, out: '', err: `coulisses: ${url} did not answer in time.\n` })
  })

  test('and says a byte now and then', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{')
      const dripping = setInterval(() => response.write(' '), 20)
      response.once('close', () => clearInterval(dripping))
    })
    expect(await ask(url, '--timeout', '0.3')).toMatchObject({ code: 4, err: `coulisses: ${url} did not answer in time.\n` })
  })

  test('and breaks off in the middle, each time it is asked', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"data":{"me":')
      setImmediate(() => response.destroy())
    })
    expect(await ask(server.url)).toMatchObject({ code: 4, out: '', err: `coulisses: The answer of ${server.url} broke off.\n` })
    // What only reads is tried again.
    expect(server.asked).toHaveLength(3)
  })

  test.each([
    ['HTML', 'text/html', '<html>\u001b[31mSign in</html>'], ['HTML as JSON', 'application/json', '<html>'], ['half of a JSON', 'application/json', '{"data":{'],
    ['another JSON', 'application/json', '{"status":"ok"}'], ['null', 'application/json', 'null'], ['nothing', 'application/json', ''],
  ])('and answers %s', async (_name, type, body) => {
    const { url } = await serve((_request, response) => { response.writeHead(200, { 'content-type': type }).end(body) })
    expect(await ask(url)).toEqual({ code: 4, out: '', err: `coulisses: ${url} is no Coulisses server: its answer is not that of the API.\n` })
  })

  test('and sends elsewhere: the token does not go there', async () => {
    const other = await serve((_request, response) => answerJson(response, { data: { me: null } }))
    const { url } = await serve((_request, response) => { response.writeHead(307, { location: other.url }).end() })
    expect(await ask(url, '--verbose')).toMatchObject({ code: 4, err: expect.stringContaining(`location: ${other.url}`) })
    expect(other.asked).toEqual([])
  })

  test('and never stops: more than anybody reads is cut', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const block = ' '.repeat(1_024 * 1_024)
      const pour = (): void => { while (!response.destroyed && response.write(block)) continue }
      response.on('drain', pour)
      pour()
    })
    expect(await ask(url, '--timeout', '60')).toMatchObject({ code: 4, err: `coulisses: The answer of ${url} is too large.\n` })
  })

  test('and is busy for a moment is asked again', async () => {
    let times = 0
    const { url } = await serve((_request, response) => {
      times++
      if (times === 1) response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '0' }).end('{"errors":[{"message":"busy","extensions":{"code":"UNAVAILABLE"}}]}')
      else answerJson(response, { data: { me: { id: '1', email: 'a@b.c', fullName: 'A', roles: [] } } })
    })
    expect(await ask(url)).toMatchObject({ code: 0 })
  })
})

describe('what a server says', () => {
  const evil = 'x\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\r\nroot#'

  test('in an error reaches the terminal without its commands, on one line', async () => {
    const { url } = await serve((_request, response) => answerJson(response, { errors: [{ message: evil, extensions: { code: 'FORBIDDEN', requestId: evil, reason: evil, fields: [{ path: evil, reason: evil, message: evil }] } }] }))
    const { code, err } = await ask(url, '--verbose')
    expect(code).toBe(1)
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect((await ask(url)).err.split('\n')).toHaveLength(2)
  })

  test('of somebody’s name reaches the terminal without its commands', async () => {
    const { url } = await serve((_request, response) => answerJson(response, { data: { me: { id: '1', email: evil, fullName: evil, roles: [evil] } } }))
    expect((await ask(url)).out.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
    const { out } = await ask(url, '--json')
    expect(out.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
    // Nothing is lost for programs.
    expect(JSON.parse(out)).toMatchObject({ fullName: evil })
  })
})

describe('an export', () => {
  const exporting = (url: string, ...more: string[]): Promise<Ended> => person(url, { COULISSES_TOKEN: 'a.b.c' }).run('client', 'list', '--all', ...more)

  test('that breaks off is told, and is no success', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' }).write('number\r\n1\r\n')
      setImmediate(() => response.destroy())
    })
    expect(await exporting(url, '--csv', '--fields', 'number')).toEqual({ code: 1, out: 'number\r\n1\r\n', err: 'coulisses: The answer broke off: what was written is incomplete.\n' })
  })

  test('that stops in the middle is not waited for without end', async () => {
    const { url } = await serve((_request, response) => { response.writeHead(200, { 'content-type': 'text/csv' }).write('number\r\n') })
    expect(await exporting(url, '--csv', '--fields', 'number', '--timeout', '0.3')).toMatchObject({ code: 1, out: 'number\r\n' })
  })

  test('brings nothing to the terminal that it would obey, be it cut between two pieces', async () => {
    const { url } = await serve((_request, response) => {
      const [first, second] = [Buffer.from('[\n{"id":"x\u001b]0;owned\u0007\u009b31m\u202e'), Buffer.from('東\u009b"}\n]\n')]
      response.writeHead(200, { 'content-type': 'application/json' }).write(Buffer.concat([first, second.subarray(0, 1)]))
      setImmediate(() => response.end(second.subarray(1)))
    })
    const { code, out } = await exporting(url, '--json')
    expect(code).toBe(0)
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(JSON.parse(out)).toEqual([{ id: 'x␛]0;owned␇\u009b31m\u202e東\u009b' }])
  })

  test('that is refused says why, and one to a busy server is asked again', async () => {
    let times = 0
    const { url } = await serve((_request, response) => {
      times++
      if (times === 1) response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '0' }).end('{"errors":[{"message":"busy","extensions":{"code":"UNAVAILABLE"}}]}')
      else answerJson(response, { errors: [{ message: 'not yours', extensions: { code: 'FORBIDDEN' } }] }, 403)
    })
    expect(await exporting(url, '--csv')).toEqual({ code: 1, out: '', err: 'coulisses: not yours\n' })
    expect(times).toBe(2)
  })

  test('answered by something that is no export', async () => {
    const { url } = await serve((_request, response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>\u001b[31mSign in</html>') })
    expect(await exporting(url, '--csv')).toMatchObject({ code: 4, out: '' })
  })
})

describe('a change that was sent', () => {
  test('is not sent again when its answer breaks off, and the doubt is told', async () => {
    const server = await serve((_request, response) => { response.destroy() })
    const { code, err } = await person(server.url).pipe('a password of mine\n', 'login', '--email', 'a@b.c', '--password-stdin')
    expect(code).toBe(4)
    expect(err).toContain('Whether the change was made is not known')
    expect(server.asked).toHaveLength(1)
  })

  test('is waited for after Ctrl-C', async () => {
    let answer = (): void => undefined
    const server = await serve((_request, response) => { answer = () => { response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'coulisses_refresh=abc; Path=/graphql' }).end('{"data":{"signIn":{"token":"a.b.c"}}}') } })
    const terminal = await openTerminal(person(server.url).env, ['login', '--email', 'a@b.c'])
    await terminal.sees('Password')
    terminal.type(`a password of mine${keys.enter}`)
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
    terminal.type(keys.ctrlC)
    await terminal.sees('its answer is waited for')
    answer()
    await terminal.sees('The change is made.')
    expect(await terminal.ends()).toBe(0)
  })

  test('is left at the second Ctrl-C, and the doubt is told', async () => {
    const server = await serve(() => undefined)
    const terminal = await openTerminal(person(server.url).env, ['login', '--email', 'a@b.c'])
    await terminal.sees('Password')
    terminal.type(`a password of mine${keys.enter}`)
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
    terminal.type(keys.ctrlC)
    await terminal.sees('its answer is waited for')
    terminal.type(keys.ctrlC)
    await terminal.sees('whether the change was made is not known')
    expect(await terminal.ends()).toBe(130)
  })
})

describe('a second factor', () => {
  const cookie = { 'content-type': 'application/json', 'set-cookie': 'coulisses_refresh=abc; Path=/graphql' }
  const server = (): Promise<FakeServer> => serve((_request, response, body) => {
    if (!body.includes('completeSignIn')) answerJson(response, { errors: [{ message: 'Enter the six digits', extensions: { code: 'UNAUTHENTICATED', reason: 'secondFactorNeeded', challenge: 'c1' } }] })
    else if (body.includes('"challenge":"c1","code":"123456"')) response.writeHead(200, cookie).end('{"data":{"completeSignIn":{"token":"a.b.c"}}}')
    else answerJson(response, { errors: [{ message: 'wrong', extensions: { code: 'UNAUTHENTICATED' } }] })
  })

  test('is asked for at a terminal', async () => {
    const terminal = await openTerminal(person((await server()).url).env, ['login', '--email', 'a@b.c'])
    await terminal.sees('Password')
    terminal.type(`a password of mine${keys.enter}`)
    await terminal.sees('Code of the second factor')
    terminal.type(`123456${keys.enter}`)
    await terminal.sees('Signed in')
    expect(await terminal.ends()).toBe(0)
  })

  test('is an option for scripts, and asked of nobody in a pipe', async () => {
    const { url } = await server()
    expect(await person(url).pipe('a password of mine\n', 'login', '--email', 'a@b.c', '--password-stdin', '--code', '123456')).toMatchObject({ code: 0 })
    expect(await person(url).pipe('a password of mine\n', 'login', '--email', 'a@b.c', '--password-stdin')).toMatchObject({ code: 3, err: 'coulisses: Enter the six digits\n' })
  })
})

describe('an address', () => {
  test.each(['nonsense', 'ftp://x', 'javascript:alert(1)', ''])('%j is no server’s', async (address) => {
    expect(await person('', { COULISSES_TOKEN: 'a.b.c' }).run('whoami', '--server', address)).toMatchObject({ code: 2, out: '' })
  })

  test('of another machine without https is refused before anything is sent', async () => {
    expect(await ask('http://192.0.2.1:4000')).toMatchObject({ code: 2, err: expect.stringContaining('--insecure') })
  })
})
