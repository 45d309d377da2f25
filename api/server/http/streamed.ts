import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { RowStream } from '../database/stream.ts'

/** Rows of one piece: enough to be quick, few enough to be nothing in memory. */
const PIECE = 1_000
/** Whoever takes nothing for so long is gone. */
const IDLE_MILLISECONDS = 30_000

/** The rows of a statement, piece by piece; the next is asked for while one is written. `mayGoOn` ends it by throwing. */
export async function* rowsIn(stream: RowStream, mayGoOn: () => Promise<unknown>): AsyncGenerator<readonly string[]> {
  const ask = async (): Promise<readonly string[]> => (await Promise.all([stream.next(PIECE), mayGoOn()]))[0]
  let rows = await ask()
  while (rows.length > 0) {
    const next = rows.length === PIECE ? ask() : undefined
    // Whoever goes away while these are written does not wait for the next: nobody else would hear of its failure.
    next?.catch(() => undefined)
    yield rows
    if (!next) return
    rows = await next
  }
}

/**
 * Answers a text in pieces, as fast as it is taken. The first is there before the status is sent: what fails later can only
 * break the line off, which a reader notices, since a whole answer says where it ends.
 */
export async function sendPieces(reply: FastifyReply, contentType: string, pieces: AsyncGenerator<Buffer>): Promise<FastifyReply> {
  const first = await pieces.next()
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (!first.done) yield first.value
      yield* pieces
    } finally {
      // Also where nobody took the first one.
      await pieces.return(undefined)
    }
  }
  reply.raw.setTimeout(IDLE_MILLISECONDS, () => reply.raw.destroy())
  return await reply.type(contentType).send(Readable.from(all(), { objectMode: false, highWaterMark: 1 }))
}

/** The same question at most once in so many milliseconds; in between the last answer holds. */
export function atMostEvery(milliseconds: number, ask: () => Promise<unknown>): () => Promise<unknown> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < milliseconds) return
    last = performance.now()
    await ask()
  }
}
