import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { RowStream, TextRow } from '../database/stream.ts'
import { onceGone } from './gone.ts'

/** Whoever takes nothing for so long of what waits for him is gone; a long statement may have nothing for him yet. */
const IDLE_MILLISECONDS = 30_000

/**
 * The rows of a statement, so many at a time: enough to be quick, few enough to be nothing in memory. The next are asked for
 * while these are written. `mayGoOn` ends it by throwing.
 */
export async function* rowsIn(stream: RowStream, size: number, mayGoOn: () => Promise<unknown>): AsyncGenerator<readonly TextRow[]> {
  const ask = async (): Promise<readonly TextRow[]> => (await Promise.all([stream.next(size), mayGoOn()]))[0]
  let rows = await ask()
  while (rows.length > 0) {
    const next = rows.length === size ? ask() : undefined
    // Whoever goes away while these are written does not wait for the next: nobody else would hear of its failure.
    next?.catch(() => undefined)
    yield rows
    if (!next) return
    rows = await next
  }
}

/**
 * Answers a text in pieces, as fast as it is taken. The first is there before the status is sent: what fails later can only
 * break the line off, which a reader notices, since a whole answer says where it ends. Texts, since the socket writes them
 * out of memory of its own, where buffers would wait to be collected.
 */
export async function sendPieces(reply: FastifyReply, contentType: string, pieces: AsyncGenerator<string>): Promise<FastifyReply> {
  const first = await pieces.next()
  async function* all(): AsyncGenerator<string> {
    if (!first.done) yield first.value
    yield* pieces
  }
  // Also where nobody took the first one. What goes wrong at the end of it has nobody left to hear of it.
  onceGone(reply.raw, () => { pieces.return(undefined).catch(() => undefined) })
  reply.raw.setTimeout(IDLE_MILLISECONDS, () => { if (reply.raw.writableNeedDrain) reply.raw.destroy() })
  return await reply.type(contentType).send(Readable.from(all(), { highWaterMark: 1 }))
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
