import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { once } from 'node:events'
import { getIntrospectionQuery } from 'graphql'
import { serverAudits } from 'graphql-http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { employeeAlways, openDoor, read, staffId, type Answer, type TestDoor } from './fixtures.ts'

let door: TestDoor
beforeEach(async () => { door = await openDoor({ query: employeeAlways }) })
afterEach(() => door.stop())

interface Refusal {
  readonly status: number
  readonly code: unknown
  readonly reason: unknown
  readonly answer: Answer
}

/** One clear error, nothing of ours in it, nothing to report, and the door still opens. */
async function refusal(sent: Promise<Answer>): Promise<Refusal> {
  const answer = await sent
  const { code, reason, requestId } = answer.errors[0]?.extensions ?? {}
  expect(requestId).toBe(answer.headers.get('x-request-id'))
  expect(answer.errors.length).toBeLessThanOrEqual(5)
  for (const { message } of answer.errors) expect(message.length).toBeLessThanOrEqual(300)
  expect(answer.text).not.toMatch(/stacktrace|node_modules|Did you mean|\.ts:/)
  expect(door.reports).toEqual([])
  expect((await door.staff('{ hello(name: "again") }')).data).toEqual({ hello: 'hello again' })
  return { status: answer.status, code, reason, answer }
}
const refused = (status: number, code: string, reason?: string) => ({ status, code, ...(reason === undefined ? {} : { reason }) })

describe('an answer', () => {
  test('comes from compiled documents, with variables, fragments, directives and several operations', async () => {
    const query = `
      query One($name: String = "you", $no: Boolean!) { hello(name: $name) skipped: boom @skip(if: true) @include(if: $no) things { ...Page } }
      query Two { who { userId origin locale } }
      fragment Page on ThingPage { total items { id children { name } __typename } }`
    for (let n = 0; n < 3; n++) {
      const one = await door.staff(query, { operationName: 'One', variables: { no: false } })
      const items = [1, 2].map(() => ({ id: '1', children: [{ name: 'One' }], __typename: 'Thing' }))
      expect(one.data).toEqual({ hello: 'hello you', things: { total: 2, items } })
      expect(one.status).toBe(200)
    }
    expect((await door.staff(query, { operationName: 'Two' })).data).toEqual({ who: { userId: staffId, origin: 'API', locale: 'en' } })
  })

  test('keeps whatever names the caller gives', async () => {
    const query = 'query delete { constructor: hello toString: hello then: hello hasOwnProperty: hello arguments: hello } query await { hello }'
    const { data } = await door.staff(query, { operationName: 'delete' })
    expect(Object.entries(data ?? {})).toEqual(['constructor', 'toString', 'then', 'hasOwnProperty', 'arguments'].map((name) => [name, 'hello undefined']))
    expect((await door.staff(query, { operationName: 'await' })).data).toEqual({ hello: 'hello undefined' })
  })

  test('of several mutations comes in their order', async () => {
    const { data } = await door.staff('mutation { a: say(text: "1") b: say(text: "2") c: say(text: "3") }')
    expect(data).toEqual({ a: '1', b: '2', c: '3' })
    expect(door.world.said).toEqual(['1', '2', '3'])
  })

  test('carries the id of the request, ours and nobody else’s, and the headers that protect', async () => {
    const { headers, data } = await door.ask({ query: '{ me { id } }' }, { 'x-request-id': 'mine' })
    expect(data).toEqual({ me: null })
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin', 'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining(`frame-ancestors 'none'`) as string,
    })
  })
})

describe('errors', () => {
  test('of ours are told in the caller’s language, with their paths', async () => {
    const english = await door.staff('{ refused { id } }')
    expect(english).toMatchObject({ status: 200, data: { refused: null } })
    expect(english.errors).toEqual([{
      message: 'At most 100 %. This field is required.', locations: [{ line: 1, column: 3 }], path: ['refused'],
      extensions: {
        code: 'BAD_USER_INPUT', reason: 'tooLarge', uses: 3, requestId: english.headers.get('x-request-id'),
        fields: [{ path: 'members.2.share', reason: 'tooLarge', message: 'At most 100 %.' }, { path: 'name', reason: 'required', message: 'This field is required.' }],
      },
    }])
    const { token } = await door.tokens.issue({ userId: staffId, sessionId: staffId })
    const french = await door.ask({ query: '{ forbidden { id } }' }, { authorization: `Bearer ${token}`, 'accept-language': 'fr' })
    expect(french.errors).toMatchObject([{ message: 'Non.', path: ['forbidden'], extensions: { code: 'FORBIDDEN' } }])
  })

  test('that nobody foresaw are masked, and reported once with the same number', async () => {
    const answer = await door.staff('query Faulty { boom hello }')
    const id = answer.headers.get('x-request-id')
    expect(answer).toMatchObject({ status: 200, data: { boom: null, hello: 'hello undefined' } })
    expect(answer.errors).toMatchObject([{ message: `An unexpected error occurred. It was reported under the number ${id}.`, path: ['boom'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id } }])
    expect(answer.text).not.toMatch(/secretsecret|10\.0\.0\.1|zoe/)
    expect(door.reports).toMatchObject([{ context: { requestId: id, where: 'Faulty', origin: 'API' } }])
    expect(String(door.reports[0]?.error)).toContain('connect to postgresql')
  })

  test('of a database that is away are 503, and say when to come back', async () => {
    const answer = await door.staff('{ away }')
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE', retryAfter: 2 } }] })
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(answer.text).not.toContain('10.0.0.1')
    expect(door.reports).toEqual([])
  })
})

describe('a body', () => {
  test('over 128 KB is refused in JSON', async () => {
    const found = await refusal(door.ask({ query: '{ me { id } }', variables: { x: 'x'.repeat(131_072) } }))
    expect(found).toMatchObject(refused(413, 'BAD_USER_INPUT', 'tooLarge'))
    const answer = found.answer
    expect(answer.errors[0]?.message).toBe('The request is too large.')
    expect((await door.staff('{ hello }', { variables: { x: 'x'.repeat(130_900) } })).status).toBe(200)
  })

  test.each([
    ['that is no JSON', '{"query": "{ me { id } }"'], ['that is empty', ''], ['of null', 'null'], ['of a number', '1'], ['of a text', '"{ me { id } }"'],
    ['with a batch', '[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]'], ['with an empty batch', '[]'],
    ['without a document', '{}'], ['with an empty document', '{"query":""}'], ['with a document that is no text', '{"query":{"kind":"Document"}}'],
    ['with variables as a text', '{"query":"{ me { id } }","variables":"{}"}'], ['with variables as a list', '{"query":"{ me { id } }","variables":[]}'],
    ['with a name that is no text', '{"query":"{ me { id } }","operationName":7}'], ['with extensions as a list', '{"query":"{ me { id } }","extensions":[]}'],
    ['that reaches for the prototype', '{"query":"{ me { id } }","variables":{"__proto__":{"isAdministrator":true}}}'],
    ['with both a document and the id of one', `{"query":"{ me { id } }","documentId":"sha256:${'0'.repeat(64)}"}`],
  ])('%s is refused', async (_name, body) => {
    expect(await refusal(door.ask(body))).toMatchObject(refused(400, 'BAD_USER_INPUT', 'malformed'))
  })

  test.each([
    ['text/plain', undefined], ['application/x-www-form-urlencoded', undefined], ['multipart/form-data; boundary=x', undefined],
    ['application/json; charset=utf-7', undefined], ['application/json; charset="iso-8859-1"', undefined], ['application/graphql', undefined], ['', undefined],
    ['text/plain', 'apollo-require-preflight'],
  ])('of the type %j is refused: a form of another site could send it', async (type, header) => {
    expect(await refusal(door.ask({ query: '{ me { id } }' }, { 'content-type': type, ...(header === undefined ? {} : { [header]: 'yes' }) }))).toMatchObject(refused(415, 'BAD_USER_INPUT'))
  })

  test.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'Application/JSON'])('of the type %j is taken', async (type) => {
    expect((await door.ask({ query: '{ me { id } }' }, { 'content-type': type })).data).toEqual({ me: null })
  })
})

describe('HTTP', () => {
  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const found = await refusal(read(fetch(`${door.url}?query={__typename}`, { method })))
    expect(found).toMatchObject(refused(405, 'BAD_USER_INPUT', 'methodNotAllowed'))
    const answer = found.answer
    expect(answer.headers.get('allow')).toBe('POST')
  })

  test('shows no page to a browser', async () => {
    const answer = await read(fetch(door.url, { headers: { accept: 'text/html' } }))
    expect(answer.status).toBe(405)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('an answer in a type that the caller does not take is refused before anything is done', async () => {
    const { token } = await door.tokens.issue({ userId: staffId, sessionId: staffId })
    expect(await refusal(door.ask({ query: 'mutation { say(text: "done") }' }, { accept: 'text/html', authorization: `Bearer ${token}` }))).toMatchObject(refused(406, 'BAD_USER_INPUT'))
    expect(door.world.said).toEqual([])
  })

  test('a faulty document is 200 in plain JSON and 400 in the type of GraphQL', async () => {
    for (const [accept, type, status] of [
      ['application/json', 'application/json; charset=utf-8', 200], ['*/*', 'application/json; charset=utf-8', 200],
      ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8', 400],
      ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8', 400],
    ] as const) {
      const answer = await door.ask({ query: '{' }, { accept })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
      expect(answer.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    }
  })

  test.each(['a b', '[', '::::', 'x'.repeat(300) + '\u0001'])('a host named %j is refused', async (host) => {
    const { port, hostname } = new URL(door.url)
    const socket = connect(Number(port), hostname)
    socket.end(`POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`)
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => { answer += chunk })
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(door.reports).toEqual([])
  })

  test('headers over 16 KB are refused', async () => {
    expect((await fetch(door.url, { method: 'POST', headers: { 'x-long': 'x'.repeat(17_000) } })).status).toBe(431)
  })

  test('more than the doors can bear are told at once to come again', async () => {
    const narrow = await openDoor({ query: employeeAlways, inFlight: 2 })
    const waiting = [narrow.staff('{ never }'), narrow.staff('{ never }')]
    while (narrow.world.gates.length < 2) await new Promise((resolve) => setImmediate(resolve))
    const answer = await narrow.staff('{ hello }')
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE', reason: 'busy' } }] })
    expect(answer.headers.get('retry-after')).toBe('2')
    for (const open of narrow.world.gates) open()
    expect((await Promise.all(waiting)).map(({ data }) => data)).toEqual([{ never: 'at last' }, { never: 'at last' }])
    expect((await narrow.staff('{ hello }')).status).toBe(200)
    await narrow.stop()
  })
})

describe('a document', () => {
  const aliases = (count: number, field: string): string => Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ')
  const deep = (levels: number): string => `{ thing(id: 1) ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`

  test.each([
    ['with a syntax error', '{ hello(', 'invalidDocument'], ['of 1,001 tokens', `{ ${'hello '.repeat(999)} }`, 'invalidDocument'],
    ['that asks an unknown field', '{ helo }', 'invalidDocument'], ['with a wrong argument', '{ hello(name: 7) }', 'invalidDocument'],
    ['with a fragment that leads back to itself', '{ thing(id: 1) { ...A } } fragment A on Thing { parent { ...A } }', 'invalidDocument'],
    ['with sixteen aliases', `{ ${aliases(16, 'hello')} }`, 'tooManyAliases'], ['with 101 aliases of __typename', `{ ${aliases(101, '__typename')} }`, 'tooManyAliases'],
    ['with an alias that means something to JavaScript', '{ __proto__: hello }', 'reservedName'],
    ['with eleven directives', `{ hello ${'@include(if: true) '.repeat(1)} ${Array.from({ length: 10 }, () => '... @include(if: true) { hello }').join(' ')} }`, 'tooManyDirectives'],
    ['thirteen levels deep', deep(13), 'tooDeep'],
    ['with six mutations', `mutation { ${Array.from({ length: 6 }, (_, n) => `m${n}: say(text: "x")`).join(' ')} }`, 'tooManyMutations'],
    ['with six mutations in a fragment', `mutation { ...M ...N } fragment M on Mutation { a: say(text: "x") b: say(text: "x") c: say(text: "x") } fragment N on Mutation { d: say(text: "x") e: say(text: "x") f: say(text: "x") }`, 'tooManyMutations'],
    ['that signs in twice', 'mutation { a: signIn(email: "a", password: "b") { token } b: signIn(email: "a", password: "c") { token } }', 'notAlone'],
    ['that signs in and does something else', 'mutation { signIn(email: "a", password: "b") { token } say(text: "x") }', 'notAlone'],
    ['that asks about the schema and something else', '{ __schema { types { name } } hello }', 'notAlone'],
    ['that subscribes', 'subscription { ticks }', 'noSubscriptions'],
    ['of lists in lists in lists', '{ things(page: { size: 100 }) { items { children(limit: 100) { id } } } }', 'tooCostly'],
    ['whose selections multiply through fragments', `{ thing(id: 1) { ${'...A '.repeat(30)} } } fragment A on Thing { ${'...B '.repeat(30)} } fragment B on Thing { parent { id } }`, 'invalidDocument'],
  ])('%s is refused', async (_name, query, reason) => {
    expect(await refusal(door.staff(query))).toMatchObject(refused(200, 'BAD_USER_INPUT', reason))
    expect(door.world.said).toEqual([])
  })

  test('twelve levels deep, with fifteen aliases, five mutations or a costly page is answered', async () => {
    for (const query of [deep(12), `{ ${aliases(15, 'hello')} }`, `mutation { ${Array.from({ length: 5 }, (_, n) => `m${n}: say(text: "x")`).join(' ')} }`, '{ things(page: { size: 100 }) { items { children { id } parent { id } childrenCount } } }']) {
      expect((await door.staff(query)).errors).toEqual([])
    }
  })

  test('is judged by the size that its variables ask for, each time', async () => {
    const query = 'query ($page: PageInput, $limit: Int = 100) { things(page: $page) { items { children(limit: $limit) { id } } } }'
    expect((await door.staff(query, { variables: { page: { size: 10 } } })).errors).toEqual([])
    expect(await refusal(door.staff(query, { variables: { page: { size: 100 } } }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'tooCostly'))
    expect((await door.staff(query, { variables: { page: { size: 100 }, limit: 10 } })).errors).toEqual([])
    // A size that no list takes is the list's to refuse, with its path.
    expect((await door.staff(query, { variables: { page: { size: 1e9 }, limit: -5 } })).errors).toEqual([])
  })

  test.each([
    ['of the wrong type', { name: 7 }], ['of an object', { name: { $ne: null } }],
  ])('with a variable %s is refused', async (_name, variables) => {
    expect(await refusal(door.staff('query ($name: String) { hello(name: $name) }', { variables }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
  })

  test('without a variable that it needs, or the name of its operation, is refused', async () => {
    expect(await refusal(door.staff('mutation ($text: String!) { say(text: $text) }'))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
    expect(await refusal(door.staff('mutation ($input: ThingInput!) { createThing(input: $input) { id } }', { variables: { input: { name: 'x', role: 'ADMIN' } } }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
    expect(await refusal(door.staff('query A { hello } query B { hello }'))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
    expect(await refusal(door.staff('query A { hello }', { operationName: 'B' }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
  })

  test('with many faults is told five', async () => {
    const found = await refusal(door.staff(`{ ${Array.from({ length: 200 }, (_, n) => `x${n}`).join(' ')} }`))
    expect(found).toMatchObject(refused(200, 'BAD_USER_INPUT'))
    const { errors } = found.answer
    expect(errors).toHaveLength(5)
  })

  test('that takes long to check takes no time here', async () => {
    // 7.5 KB that cost graphql-js nearly a second without a limit of tokens.
    const bomb = `{ ${Array.from({ length: 20 }, () => `... { ${'hello '.repeat(20)} }`).join(' ').repeat(4)} }`
    const begin = performance.now()
    expect(await refusal(door.staff(bomb))).toMatchObject(refused(200, 'BAD_USER_INPUT'))
    expect(performance.now() - begin).toBeLessThan(1_000)
  })
})

describe('the schema', () => {
  test('is shown as far as the caller may use it', async () => {
    for (const ask of [(query: string) => door.staff(query), (query: string) => door.ask({ query })]) {
      const { data, errors } = await ask(getIntrospectionQuery())
      expect(errors).toEqual([])
      expect(JSON.stringify(data)).toContain('thingsByIds')
      expect(JSON.stringify(data)).not.toContain('secret')
      expect((await ask('{ __type(name: "Query") { fields { name } } }')).text).not.toContain('secret')
    }
    expect((await door.staff('{ secret }')).data).toEqual({ secret: 'a field that is not shown' })
  })
})

describe('whoever is not signed in', () => {
  test.each([
    '{ hello }', '{ me { id } hello }', '{ things { total } }', 'mutation { say(text: "x") }', '{ ...F } fragment F on Query { hello }', '{ ... on Query { ... { hello } } }',
    'query A { me { id } } query B { hello }', '{ helo }', 'fragment F on Thing { secretOfThing }', '{ me { id } } fragment F on Thing { secretOfThing }',
    'query A { me { id } } query B { nothing }', '{ me { ...F } } fragment F on Me { passwordHash }',
  ])('may not ask %s, nor learn what is wrong with it', async (query) => {
    const found = await refusal(door.ask({ query, operationName: query.includes('query B { hello }') ? 'B' : null }))
    expect(found).toMatchObject(refused(401, 'UNAUTHENTICATED', 'unauthenticated'))
    const answer = found.answer
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.data).toBeUndefined()
    expect(answer.text).not.toMatch(/secretOfThing|nothing|helo|passwordHash/)
    expect(door.world.said).toEqual([])
  })

  test.each(['{ me { id } }', '{ adminMeta { id } }', '{ __typename }', '{ ...F } fragment F on Query { me { id } }', 'mutation { signOut }'])('may ask %s', async (query) => {
    expect(await door.ask({ query })).toMatchObject({ status: 200, errors: [] })
  })

  test('is told what is wrong with a document that he may ask', async () => {
    expect(await refusal(door.ask({ query: 'mutation { signIn(email: "a") { token } }' }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
    expect(await refusal(door.ask({ query: 'mutation {' }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'invalidDocument'))
  })

  test('cannot guess a hundred passwords at once', async () => {
    const guesses = Array.from({ length: 101 }, (_, n) => `g${n}: signIn(email: "admin@coulisses.test", password: "guess ${n}") { token }`)
    expect(await refusal(door.ask({ query: `mutation { ${guesses.join(' ')} }` }))).toMatchObject(refused(200, 'BAD_USER_INPUT'))
    expect(await refusal(door.ask({ query: `mutation { ${guesses.slice(0, 10).join(' ')} }` }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'tooManyMutations'))
    expect(await refusal(door.ask({ query: `mutation { ${guesses.slice(0, 2).join(' ')} }` }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'notAlone'))
  })

  test('whose token is not good is no visitor', async () => {
    for (const authorization of ['Bearer garbage', 'Bearer a.b.c', 'Basic YTpi', 'garbage']) {
      const found = await refusal(door.ask({ query: '{ me { id } }' }, { authorization }))
      expect(found).toMatchObject(refused(401, 'UNAUTHENTICATED', 'tokenRefused'))
      const answer = found.answer
      expect(answer.errors[0]?.message).toBe('Your session is expired or invalid: sign in again.')
    }
  })
})

test('GraphQL over HTTP finds nothing to object to, but for GET', async () => {
  const results = await Promise.all(serverAudits({ url: door.url }).map((audit) => audit.fn()))
  const objections = results.filter((result) => result.status !== 'ok').map((result) => `${result.status} ${result.id}`)
  expect(objections).toEqual(['notice 5A70', 'notice D6D5', 'notice 6A70'])
  expect(results.length).toBeGreaterThan(50)
})

describe('a registered document', () => {
  const register = (text: string): string => {
    const hash = createHash('sha256').update(text).digest('hex')
    door.documents.set(hash, text)
    return `sha256:${hash}`
  }

  test('runs without an account, as a visitor of the site', async () => {
    const documentId = register('query Who($name: String) { who { userId origin roles } hello(name: $name) }')
    const answer = await door.ask({ documentId, variables: { name: 'site' } }, { 'x-coulisses-origin': 'ADMIN' })
    expect(answer).toMatchObject({ status: 200, data: { who: { userId: null, origin: 'SITE', roles: ['visitor'] }, hello: 'hello site' } })
  })

  test('is under the same limits', async () => {
    const documentId = register('{ things(page: { size: 100 }) { items { children(limit: 100) { id } } } }')
    expect(await refusal(door.ask({ documentId }))).toMatchObject(refused(200, 'BAD_USER_INPUT', 'tooCostly'))
  })

  test.each([
    `sha256:${'0'.repeat(64)}`, 'sha256:', `sha256:${'A'.repeat(64)}`, 'sha1:x', '', 7, {}, [], `sha256:${'0'.repeat(64)} `, '../../etc/passwd',
  ])('%j is unknown', async (documentId) => {
    const found = await refusal(door.ask({ documentId }))
    expect(found).toMatchObject(refused(404, 'NOT_FOUND', 'notFound'))
    const answer = found.answer
    expect(answer.errors[0]?.extensions['fields']).toMatchObject([{ path: 'documentId' }])
  })

  test('is not registered by whoever sends it with its hash', async () => {
    const query = '{ hello }'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    expect(await refusal(door.ask({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }))).toMatchObject(refused(401, 'UNAUTHENTICATED'))
    expect(await refusal(door.ask({ extensions: { persistedQuery: { version: 1, sha256Hash } } }))).toMatchObject(refused(400, 'BAD_USER_INPUT'))
    expect(await refusal(door.ask({ documentId: `sha256:${sha256Hash}` }))).toMatchObject(refused(404, 'NOT_FOUND'))
  })
})
