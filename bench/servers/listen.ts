import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** Listens on a free port of the loopback; answers the address. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${portOf(server)}`
}

/** For a server that wants to be told its port. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await listen(server)
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return address.port
}
