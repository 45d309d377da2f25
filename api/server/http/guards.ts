import type { onRequestHookHandler } from 'fastify'
import { faults } from './fault.ts'

/** Lets so many requests in at once; to the rest it says at once that they should come again in a second. */
export function inFlightLimit(most: number): onRequestHookHandler {
  let inFlight = 0
  return (_request, reply, done) => {
    if (inFlight >= most) return done(faults.busy())
    inFlight++
    // Also when the caller hangs up before the answer.
    reply.raw.once('close', () => { inFlight-- })
    done()
  }
}

/** Cuts the connection of whoever takes longer to send his request: Node's own limit is one for all routes. */
export const bodyWithin = (milliseconds: number): onRequestHookHandler => ({ raw }, _reply, done) => {
  const timer = setTimeout(() => raw.destroy(), milliseconds)
  const stop = (): void => clearTimeout(timer)
  raw.once('end', stop).once('close', stop)
  done()
}

/**
 * Answers for a handler that does not. Fastify's own `handlerTimeout` makes and aborts a signal for every
 * request, which costs one in twenty.
 */
export const answerWithin = (milliseconds: number): onRequestHookHandler => (_request, reply, done) => {
  const timer = setTimeout(() => { if (!reply.sent) reply.send(faults.slow()) }, milliseconds)
  reply.raw.once('close', () => clearTimeout(timer))
  done()
}
