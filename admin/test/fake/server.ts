import { buildSchema, graphql, type GraphQLSchema } from 'graphql'
import { createReadStream } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isObject } from '../../data/meta.ts'
import type { Refused } from './meta.ts'
import { rootOf } from './resolvers.ts'
import { sdl } from './sdl.ts'
import { seeded } from './seed.ts'
import type { Store } from './store.ts'

const built = join(import.meta.dirname, '../../../dist/admin')
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' }

/** The built back office, as the API serves it: what is no file is its page. */
function page(url: string, response: ServerResponse): void {
  const path = normalize(new URL(url, 'http://localhost').pathname).replace(/^\/admin\//, '')
  const file = join(built, path.startsWith('assets/') ? path : 'index.html')
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
  createReadStream(file).on('error', () => { response.statusCode = 404; response.end() }).pipe(response)
}

export interface Fake {
  readonly schema: GraphQLSchema
  readonly store: Store
  /** Every request, as it was executed: for tests that ask what was sent. */
  readonly log: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }[]
  readonly signedIn: { value: boolean }
  execute(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>
  /** As `fetch`, without a network. */
  readonly fetch: typeof fetch
}

export function createFake(options: { readonly signedIn?: boolean; readonly refused?: Refused } = {}): Fake {
  const schema = buildSchema(sdl())
  const store = seeded()
  const signedIn = { value: options.signedIn === true }
  const root = rootOf(store, signedIn, options.refused)
  const log: Fake['log'] = []
  const execute = async (source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    if (!source.includes('__schema')) log.push({ query: source, variables })
    // Through text, as on the wire: objects of graphql-js have no prototype.
    return JSON.parse(JSON.stringify(await graphql({ schema, source, variableValues: variables, rootValue: root })))
  }
  return {
    schema, store, log, signedIn, execute,
    fetch: async (_url, init) => {
      const body: unknown = JSON.parse(String(init?.body ?? '{}'))
      const answer = await execute(String(isObject(body) ? body['query'] : ''), isObject(body) && isObject(body['variables']) ? body['variables'] : {})
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
    },
  }
}

/** The fake behind a port of the loopback interface. */
export async function serve(fake: Fake, port = 0): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => { answer(fake, request, response).catch((error: unknown) => { response.statusCode = 500; response.end(String(error)) }) })
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve) })
  // A server that listens on a port has an address with one.
  const { port: given } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${given}`, server }
}

async function answer(fake: Fake, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  if (request.method === 'GET') { page(request.url ?? '/', response); return }
  response.setHeader('content-type', 'application/json')
  if (request.url === '/files') {
    const row = fake.store.insert('FileAsset', { name: 'image.png', size: Buffer.concat(chunks).length, mimeType: 'image/png' })
    response.end(JSON.stringify({ id: row.id, name: row['name'], size: row['size'], mimeType: row['mimeType'] }))
    return
  }
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
  response.end(JSON.stringify(await fake.execute(String(isObject(body) ? body['query'] : ''), isObject(body) && isObject(body['variables']) ? body['variables'] : {})))
}
