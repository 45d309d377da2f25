import type { ServerResponse } from 'node:http'

/**
 * Once an answer is over, whether all of it was taken or whoever asked has hung up. Who hung up while his rights were
 * looked up is gone already, and nobody is told of it a second time.
 */
export function onceGone(answer: ServerResponse, act: () => void): void {
  if (answer.closed) act()
  else answer.once('close', act)
}
