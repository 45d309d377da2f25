// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { createFaults } from './faults.ts'
import { cleaned } from './sentry.ts'

const session = { token: () => Promise.resolve('t-1') }
const options = { session, graphql: '/graphql', settings: '/admin/settings.json' }

function server(settings: object | undefined) {
  const posted: Record<string, unknown>[] = []
  const ask = vi.fn((url: unknown, init?: RequestInit) => {
    if (String(url).endsWith('settings.json')) return Promise.resolve(settings ? Response.json(settings) : new Response('', { status: 404 }))
    posted.push({ ...JSON.parse(String(init?.body)) as object, headers: init?.headers })
    return Promise.resolve(Response.json({ data: { reportError: true } }))
  })
  return { ask, posted }
}

describe('a fault of the back office', () => {
  it('is told to the server once, however often it happens', async () => {
    const { ask, posted } = server({ release: '1.2.3' })
    const faults = createFaults({ ...options, fetch: ask })
    const error = new TypeError('x is not a function')
    for (let n = 0; n < 5; n++) faults.tell(error)
    faults.tell('a text that was thrown')
    await vi.waitFor(() => { expect(posted).toHaveLength(2) })
    expect(posted[0]).toMatchObject({ variables: { message: 'TypeError: x is not a function', release: '1.2.3', where: '/' }, headers: { authorization: 'Bearer t-1', 'x-coulisses-origin': 'ADMIN' } })
    expect(posted[1]).toMatchObject({ variables: { message: 'Error: a text that was thrown' } })
  })

  it('goes to Sentry, and to nobody else, where the server names it', async () => {
    const { ask, posted } = server({ release: '1.2.3', sentryDsn: 'https://k@sentry.test/1' })
    const sent: unknown[] = []
    const startSentry = vi.fn(() => Promise.resolve((error: Error) => { sent.push(error.message) }))
    const faults = createFaults({ ...options, fetch: ask, startSentry })
    faults.tell(new Error('one'))
    faults.tell(new Error('two'))
    await vi.waitFor(() => { expect(sent).toEqual(['one', 'two']) })
    expect(startSentry).toHaveBeenCalledExactlyOnceWith('https://k@sentry.test/1', '1.2.3')
    expect(posted).toEqual([])
  })

  it('does no harm where nothing answers, and stops after some', async () => {
    const ask = vi.fn(() => Promise.reject(new TypeError('offline')))
    const faults = createFaults({ ...options, fetch: ask })
    for (let n = 0; n < 50; n++) faults.tell(new Error(`fault ${n}`))
    await vi.waitFor(() => { expect(ask).toHaveBeenCalledTimes(11) })
  })
})

it('an event for Sentry keeps the error and its place, and no word of a person', () => {
  const event = cleaned({
    type: undefined, event_id: 'e', release: '1', request: { url: 'https://desk/admin/people?q=zoe@theatre.fr' }, user: { email: 'zoe@theatre.fr' }, breadcrumbs: [{ message: 'zoe@theatre.fr' }],
    exception: { values: [{ type: 'TypeError', value: 'no "Zoé Durand" at zoe@theatre.fr, +33 6 12 34 56 78 (reading \'title\')', stacktrace: { frames: [{ filename: 'https://desk/a.js?zoe@theatre.fr', function: 'f', lineno: 1, vars: { password: 'hunter2' } }] } }] },
  })
  expect(JSON.stringify(event)).not.toMatch(/zoe|Durand|hunter2|12 34/i)
  expect(event).toMatchObject({ event_id: 'e', exception: { values: [{ type: 'TypeError', value: expect.stringContaining("(reading 'title')"), stacktrace: { frames: [{ filename: 'https://desk/a.js', function: 'f', lineno: 1 }] } }] } })
})
