import { Agent, request } from 'node:http'
import autocannon, { type Sent } from 'autocannon'

/** Where GraphQL, or what stands for it, is asked. */
export interface Target {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One request; a series of them is asked in turns, so that nobody answers from memory. */
export interface Ask {
  readonly query?: string
  readonly documentId?: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface LoadOptions {
  readonly connections?: number
  readonly seconds?: number
  /** So many requests instead of so many seconds. */
  readonly amount?: number
}

export const CONNECTIONS = 16

/** Requests per second; every answer must be one without errors. */
export async function rate(target: Target, asks: readonly Ask[], { connections = CONNECTIONS, seconds = 5, amount }: LoadOptions = {}): Promise<number> {
  const headers = { 'content-type': 'application/json', ...target.headers }
  return await rateOf(target, asks.map((ask) => ({ method: 'POST', headers, body: JSON.stringify(ask) })), { connections, seconds, ...(amount === undefined ? {} : { amount }) })
}

/** A request with another body each time. */
export const bodies = (make: () => unknown): readonly Sent[] => [{
  method: 'POST', headers: { 'content-type': 'application/json' },
  setupRequest: (request) => ({ ...request, body: JSON.stringify(make()) }),
}]

/** The same for requests that are not those of GraphQL. */
export async function rateOf(target: Target, requests: readonly Sent[], { connections = CONNECTIONS, seconds = 5, amount }: LoadOptions = {}): Promise<number> {
  const begun = performance.now()
  const result = await autocannon({
    url: target.url, connections, ...(amount === undefined ? { duration: seconds } : { amount }), requests,
    verifyBody: (body) => !body.includes('"errors"') && body.includes('"data"'),
  })
  const { errors, timeouts, mismatches, non2xx } = result
  if (errors + timeouts + mismatches + non2xx > 0) throw new Error(`${target.url}: ${JSON.stringify({ errors, timeouts, mismatches, non2xx, total: result.requests.total })}`)
  return result.requests.total / ((performance.now() - begun) / 1_000)
}

/** Milliseconds of one answer when nobody else asks: the median. */
export async function patience(target: Target, asks: readonly Ask[], amount = 200): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < amount; index++) {
    const ask = asks[index % asks.length]
    if (!ask) break
    const begun = performance.now()
    await once(target, ask)
    times.push(performance.now() - begun)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Milliseconds within which 95 of 100 answers come, when so many ask at once. */
export async function p95(target: Target, asks: readonly Ask[], { connections = CONNECTIONS, amount = 500 }: LoadOptions = {}): Promise<number> {
  const times: number[] = []
  let next = 0
  const one = async (): Promise<void> => {
    while (next < amount) {
      const ask = asks[next++ % asks.length]
      if (!ask) return
      const begun = performance.now()
      await once(target, ask)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

/** One answer. @throws when it holds an error */
export async function once<Data = unknown>(target: Target, ask: Ask): Promise<Data> {
  const { status, text } = await post(target, JSON.stringify(ask))
  const body = JSON.parse(text) as { data?: Data | null; errors?: unknown }
  if (body.errors !== undefined || body.data === null || body.data === undefined) throw new Error(`${target.url}: ${status} ${text.slice(0, 2_000)}`)
  return body.data
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Plain `node:http`: `fetch` would take more of the two cores than some of the servers. */
function post({ url, headers }: Target, body: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk }).on('end', () => resolve({ status: answer.statusCode ?? 0, text })).on('error', reject)
    })
    // The server may close an idle connection at the moment at which it is used again; then nothing was done, and a new one is taken.
    sent.on('error', (error) => (sent.reusedSocket ? resolve(post({ url, headers: headers ?? {} }, body)) : reject(error))).end(body)
  })
}
