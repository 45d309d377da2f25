import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity } from '../../access/authenticate.ts'
import type { Principal } from '../../access/principal.ts'
import type { GraphqlDoor } from './context.ts'

const NAME = 'coulisses_refresh'

/** The door of one request. The cookie is read when the session asks for it: most requests bring a token and need none. */
export class RequestDoor implements GraphqlDoor {
  readonly principal: Principal
  readonly sessionId: string | undefined
  readonly registered: boolean
  readonly free: boolean
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  readonly #secure: boolean

  constructor(request: FastifyRequest, reply: FastifyReply, { principal, sessionId }: Identity, { registered, free }: Pick<GraphqlDoor, 'registered' | 'free'>, secure: boolean) {
    this.#request = request
    this.#reply = reply
    this.#secure = secure
    this.principal = principal
    this.sessionId = sessionId
    this.registered = registered
    this.free = free
  }

  get address(): string {
    return this.#request.ip
  }

  get userAgent(): string | undefined {
    return this.#request.headers['user-agent']
  }

  get refreshToken(): string | undefined {
    const { cookie } = this.#request.headers
    return cookie === undefined ? undefined : parseCookie(cookie)[NAME]
  }

  keepRefreshToken(token: string, expires: Date): void {
    this.#setCookie(token, expires)
  }

  forgetRefreshToken(): void {
    this.#setCookie('', new Date(0))
  }

  /** Out of reach for scripts, never sent along from another site, and to no address but this one. */
  #setCookie(value: string, expires: Date): void {
    void this.#reply.header('set-cookie', stringifySetCookie({ name: NAME, value, path: '/graphql', httpOnly: true, sameSite: 'strict', secure: this.#secure, expires }))
  }
}
