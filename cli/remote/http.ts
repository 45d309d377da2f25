import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly header: (name: string) => string | undefined
  readonly cookies: readonly string[]
}

export type Trouble = 'unreachable' | 'timeout' | 'cut' | 'tooLarge'

/** The request did not come to an answer. `sent`: the server may have done what it asked. */
export class TransportError extends Error {
  readonly trouble: Trouble
  readonly sent: boolean

  constructor(trouble: Trouble, sent: boolean, message: string) {
    super(message)
    this.trouble = trouble
    this.sent = sent
  }
}

const LARGEST_BODY = 64 * 1_024 * 1_024

/** Sends JSON and waits for the whole answer; never follows a redirection, so the token goes to one address only. */
export type Post = (url: URL, body: string, headers: Readonly<Record<string, string>>, milliseconds: number) => Promise<Reply>

interface Wire {
  readonly request: (url: URL, options: RequestOptions, callback: (response: IncomingMessage) => void) => ClientRequest
  readonly agent: Agent
}

/** `node:http` and not `fetch`: loading that takes longer than the whole request. */
export function createPost(): { readonly post: Post; readonly close: () => void } {
  const wires = new Map<string, Promise<Wire>>()
  const open: Agent[] = []
  const wireOf = async (protocol: string): Promise<Wire> => {
    const { request, Agent } = protocol === 'https:' ? await import('node:https') : await import('node:http')
    const agent = new Agent({ keepAlive: true, maxSockets: 4 })
    open.push(agent)
    return { request, agent }
  }
  return {
    post: async (url, body, headers, milliseconds) => {
      const wire = wires.get(url.protocol) ?? wireOf(url.protocol)
      wires.set(url.protocol, wire)
      return await exchange(await wire, url, body, headers, milliseconds)
    },
    close: () => { for (const agent of open) agent.destroy() },
  }
}

function exchange({ request, agent }: Wire, url: URL, body: string, headers: Readonly<Record<string, string>>, milliseconds: number): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  let sent = false
  const fail = (trouble: Trouble, message: string): void => reject(new TransportError(trouble, sent, message))
  const asking = request(url, {
    method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
  }, (response) => { receive(response, resolve, fail) })
  // One clock for everything: a server that sends a byte now and then is as good as one that sends none.
  const clock = setTimeout(() => {
    fail('timeout', 'no answer in time')
    asking.destroy()
  }, milliseconds)
  asking.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', () => { sent = true })
    else sent = true
  })
  asking.once('error', (error) => fail(sent ? 'cut' : 'unreachable', error.message))
  asking.end(body)
  return promise.finally(() => clearTimeout(clock))
}

function receive(response: IncomingMessage, resolve: (reply: Reply) => void, fail: (trouble: Trouble, message: string) => void): void {
  const parts: Buffer[] = []
  let size = 0
  response.on('data', (part: Buffer) => {
    size += part.length
    if (size <= LARGEST_BODY) parts.push(part)
    else {
      fail('tooLarge', 'the answer is too large')
      response.destroy()
    }
  })
  response.once('error', (error) => fail('cut', error.message))
  response.once('close', () => { if (!response.complete) fail('cut', 'the answer breaks off') })
  response.once('end', () => {
    resolve({
      status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: Buffer.concat(parts).toString('utf8'),
      header: (name) => { const value = response.headers[name]; return typeof value === 'string' ? value : undefined },
      cookies: response.headers['set-cookie'] ?? [],
    })
  })
}
