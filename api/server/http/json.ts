import type { FastifyInstance, FastifyRequest } from 'fastify'
import { faults } from './fault.ts'

/** More than any input has, and far less than what makes those who walk through it run out of stack. */
const LEVELS = 64

/** Whether lists and objects stand in each other more than `LEVELS` deep. */
export function isTooDeep(text: string): boolean {
  if (text.length <= LEVELS * 2) return false
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      if (++depth > LEVELS) return true
    } else if (sign === '}' || sign === ']') depth--
  }
  return false
}

/** Takes JSON bodies up to a size, and nothing else; keys that mean something to JavaScript are somebody's try. */
export function takeJson(app: FastifyInstance, bodyLimit: number): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request: FastifyRequest, body, done) => {
    if (isTooDeep(body)) return done(faults.malformed())
    void parse(request, body, done)
  })
}
