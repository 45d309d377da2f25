import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeServer {
  readonly url: string
  /** Requests that came, with what they carried. */
  readonly asked: { readonly authorization: string | undefined; readonly body: string }[]
  close(): void
}

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A server on the loopback that answers as it is told. */
export async function fakeServer(answer: Answer): Promise<FakeServer> {
  const asked: { authorization: string | undefined; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => { body += part })
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body })
      answer(request, response, body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

export const answerJson = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
