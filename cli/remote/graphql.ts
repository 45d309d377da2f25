import { setTimeout as pause } from 'node:timers/promises'
import { clean } from '../out/clean.ts'
import { Failure } from '../failure.ts'
import type { Locale } from '../text/labels.ts'
import { RemoteError, type RemoteFault } from './remoteError.ts'
import { uninterrupted } from './interrupt.ts'
import { TransportError, type Flow, type Reply, type Wire } from './http.ts'

export type Variables = Readonly<Record<string, unknown>>
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export interface Answer {
  readonly data: Readonly<Record<string, Json>>
  /** What was refused beside data that was not: fields that are not the caller's to read. */
  readonly refused: readonly RemoteFault[]
  readonly cookies: readonly string[]
}

export interface Exchange {
  readonly wire: Wire
  readonly server: URL
  readonly locale: Locale
  readonly milliseconds: number
}

export interface Message {
  readonly document: string
  readonly variables?: Variables
  readonly token?: string | undefined
  readonly cookie?: string
  /** A mutation that is only tried. */
  readonly trial?: boolean
}

const TRIES = 3
const MOST_WAIT = 5_000

/**
 * Sends one document. What only reads is tried again when the server is away for a moment; what writes
 * never is: it may have been done.
 */
export async function send(exchange: Exchange, { document, variables = {}, token, cookie, trial = false }: Message): Promise<Answer> {
  const writes = document.startsWith('mutation') && !trial
  const body = JSON.stringify({ query: document, variables })
  const headers = { ...headersOf(exchange, token), accept: 'application/json', ...(cookie === undefined ? {} : { cookie }), ...(trial ? { 'x-coulisses-trial': 'true' } : {}) }
  for (let tries = 1; ; tries++) {
    const asking = once(exchange, body, headers, writes, tries === TRIES)
    const reply = writes ? await uninterrupted(asking, exchange.locale) : await asking
    if (!reply) await pause(100 * 4 ** tries)
    else if (reply.status === 503 && !writes && tries < TRIES) await pause(waitOf(reply))
    else return understand(reply, exchange.server)
  }
}

const streamed = /^(text\/csv|application\/json)\b/i

const headersOf = ({ locale }: Exchange, token: string | undefined): Readonly<Record<string, string>> =>
  ({ 'accept-language': locale, 'x-coulisses-origin': 'CLI', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) })

/** Asks for more than one answer holds, and reads it while it comes. What breaks off is asked again by nobody: half of it may be written. */
export async function pour(exchange: Exchange, path: string, question: Variables, token: string): Promise<Flow> {
  const { server, milliseconds } = exchange
  try {
    for (let tries = 1; ; tries++) {
      const reply = await exchange.wire.pour({ url: new URL(path, server), body: JSON.stringify(question), headers: headersOf(exchange, token), milliseconds })
      if ('pieces' in reply && streamed.test(reply.type)) return reply
      if ('pieces' in reply) throw stranger({ ...reply, body: '' }, server)
      if (reply.status !== 503 || tries === TRIES) throw refusalIn(reply, server)
      await pause(waitOf(reply))
    }
  } catch (error) {
    throw error instanceof TransportError ? outOfReach(error, server, false) : error
  }
}

/** Undefined: worth another try. */
async function once({ wire, server, milliseconds }: Exchange, body: string, headers: Readonly<Record<string, string>>, writes: boolean, last: boolean): Promise<Reply | undefined> {
  try {
    return await wire.post({ url: new URL('/graphql', server), body, headers, milliseconds })
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    if (!writes && !last && error.trouble === 'cut') return undefined
    throw outOfReach(error, server, writes)
  }
}

const waitOf = (reply: Reply): number => Math.min(MOST_WAIT, Math.max(0, Number(reply.header('retry-after')) || 1) * 1_000)

const troubles = {
  unreachable: { fr: '{server} ne répond pas.', en: '{server} cannot be reached.' },
  timeout: { fr: '{server} n’a pas répondu à temps.', en: '{server} did not answer in time.' },
  cut: { fr: 'La réponse de {server} s’est interrompue.', en: 'The answer of {server} broke off.' },
  tooLarge: { fr: 'La réponse de {server} est trop volumineuse.', en: 'The answer of {server} is too large.' },
} as const

const unsure = {
  fr: ' On ne sait pas si la modification a été faite : vérifiez avant de recommencer.',
  en: ' Whether the change was made is not known: check before doing it again.',
} as const

function outOfReach(error: TransportError, server: URL, writes: boolean): Failure {
  const text = troubles[error.trouble]
  const doubt = writes && error.sent
  return new Failure(4, { fr: text.fr + (doubt ? unsure.fr : ''), en: text.en + (doubt ? unsure.en : '') }, { server: server.origin }, [clean(error.message)])
}

/** A GraphQL answer, whatever else may come: a page of HTML, a redirection, half of a text. */
function understand(reply: Reply, server: URL): Answer {
  const parsed = /json/i.test(reply.type) ? parse(reply.body) : undefined
  if (!isObject(parsed) || (!isObject(parsed['data']) && !Array.isArray(parsed['errors']))) throw stranger(reply, server)
  const faults = Array.isArray(parsed['errors']) ? parsed['errors'].map(readFault) : []
  const data = isObject(parsed['data']) ? parsed['data'] : {}
  const partial = faults.length > 0 && faults.every(({ path, code }) => code === 'FORBIDDEN' && path.length > 1)
  if (faults.length > 0 && !partial) throw new RemoteError(faults, data)
  return { data, refused: faults, cookies: reply.cookies }
}

/** Of an address that answers something else than JSON where it does not refuse. */
function refusalIn(reply: Reply, server: URL): Error {
  const { refused } = understand(reply, server)
  return refused.length > 0 ? new RemoteError(refused) : stranger(reply, server)
}

function stranger(reply: Reply, server: URL): Failure {
  const moved = reply.status >= 300 && reply.status < 400 ? reply.header('location') : undefined
  const details = [`HTTP ${reply.status} ${clean(reply.type)}`, ...(moved === undefined ? [] : [`location: ${clean(moved)}`])]
  return new Failure(4, { fr: '{server} n’est pas un serveur Coulisses : sa réponse n’est pas celle de l’API.', en: '{server} is no Coulisses server: its answer is not that of the API.' }, { server: server.origin }, details)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function readFault(error: unknown): RemoteFault {
  const { message, path, extensions } = isObject(error) ? error : {}
  const told = isObject(extensions) ? extensions : {}
  const fields = Array.isArray(told['fields']) ? told['fields'].filter(isObject) : []
  return {
    code: String(told['code'] ?? 'INTERNAL_SERVER_ERROR'), reason: String(told['reason'] ?? ''), message: clean(String(message ?? '')),
    path: Array.isArray(path) ? path.map(String) : [],
    fields: fields.map((field) => ({ path: clean(String(field['path'] ?? '')), reason: String(field['reason'] ?? ''), message: clean(String(field['message'] ?? '')) })),
    details: told,
  }
}
