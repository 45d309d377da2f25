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

export interface Question {
  readonly url: URL
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Until the whole answer is there; of one that is streamed, between two of its pieces. */
  readonly milliseconds: number
}

/** An answer that is read while it comes: whoever reads slowly is waited for. */
export interface Flow extends Omit<Reply, 'body'> {
  /** @throws TransportError where the answer breaks off */
  readonly pieces: AsyncIterable<Buffer>
}

/** Sends JSON, unless a header says otherwise; never follows a redirection, so the token goes to one address only. */
export interface Wire {
  /** Waits for the whole answer. */
  readonly post: (question: Question) => Promise<Reply>
  /** Answers the beginning; what was refused is there as a whole. */
  readonly pour: (question: Question) => Promise<Flow | Reply>
  readonly close: () => void
}

/**
 * `node:http` and not `fetch`, and not by `import` either: that reads everything that the module holds, `fetch` among it,
 * which takes longer than the whole request.
 */
export function createWire(): Wire {
  const agents = new Map<string, Agent>()
  const send = (question: Question): Sent => {
    const { request, Agent: AgentOf } = process.getBuiltinModule(question.url.protocol === 'https:' ? 'node:https' : 'node:http')
    const agent = agents.get(question.url.protocol) ?? new AgentOf({ keepAlive: true, maxSockets: 4 })
    agents.set(question.url.protocol, agent)
    return exchange(request, agent, question)
  }
  return {
    post: async (question) => {
      const { response, ended, fail } = send(question)
      // One clock for everything: a server that sends a byte now and then is as good as one that sends none.
      const clock = setTimeout(() => fail('timeout', 'no answer in time'), question.milliseconds)
      return await Promise.race([response.then((found) => whole(found, fail)), ended]).finally(() => clearTimeout(clock))
    },
    pour: async (question) => {
      const { response, ended, fail, why } = send(question)
      const clock = setTimeout(() => fail('timeout', 'no answer in time'), question.milliseconds)
      const found = await Promise.race([response, ended]).finally(() => clearTimeout(clock))
      found.setTimeout(question.milliseconds, () => fail('timeout', 'no further piece in time'))
      return found.statusCode === 200 ? { ...headOf(found), pieces: piecesOf(found, why) } : await Promise.race([whole(found, fail), ended])
    },
    close: () => { for (const agent of agents.values()) agent.destroy() },
  }
}

interface Sent {
  readonly response: Promise<IncomingMessage>
  /** Never answers; fails where the exchange does. */
  readonly ended: Promise<never>
  readonly fail: (trouble: Trouble, message: string) => void
  /** The first thing that went wrong. */
  readonly why: () => TransportError | undefined
}

type Request = (url: URL, options: RequestOptions, callback: (response: IncomingMessage) => void) => ClientRequest

function exchange(request: Request, agent: Agent, { url, body, headers }: Question): Sent {
  const response = Promise.withResolvers<IncomingMessage>()
  const ended = Promise.withResolvers<never>()
  // Whoever is not waiting for it any more need not hear of it.
  ended.promise.catch(() => undefined)
  let sent = false
  let trouble: TransportError | undefined
  const note = (kind: Trouble, message: string): void => { ended.reject(trouble ??= new TransportError(kind, sent, message)) }
  const asking = request(url, {
    method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers, 'content-length': String(Buffer.byteLength(body)) },
  }, (found) => {
    found.once('error', (error) => note('cut', error.message))
    found.once('close', () => { if (!found.complete) note('cut', 'the answer breaks off') })
    response.resolve(found)
  })
  asking.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', () => { sent = true })
    else sent = true
  })
  asking.once('error', (error) => note(sent ? 'cut' : 'unreachable', error.message))
  asking.end(body)
  const fail = (kind: Trouble, message: string): void => {
    note(kind, message)
    asking.destroy()
  }
  return { response: response.promise, ended: ended.promise, fail, why: () => trouble }
}

const headOf = (response: IncomingMessage): Omit<Reply, 'body'> => ({
  status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '',
  header: (name) => { const value = response.headers[name]; return typeof value === 'string' ? value : undefined },
  cookies: response.headers['set-cookie'] ?? [],
})

function whole(response: IncomingMessage, fail: Sent['fail']): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>()
  const parts: Buffer[] = []
  let size = 0
  response.on('data', (part: Buffer) => {
    size += part.length
    if (size <= LARGEST_BODY) parts.push(part)
    else fail('tooLarge', 'the answer is too large')
  })
  response.once('end', () => resolve({ ...headOf(response), body: Buffer.concat(parts).toString('utf8') }))
  return promise
}

/** What is not waited for together with each piece: each would be kept until the end of the exchange. */
async function* piecesOf(response: IncomingMessage, why: () => TransportError | undefined): AsyncGenerator<Buffer> {
  try {
    for await (const piece of response) yield piece as Buffer
  } catch (error) {
    throw why() ?? new TransportError('cut', true, String(error))
  }
  if (!response.complete) throw why() ?? new TransportError('cut', true, 'the answer breaks off')
}
