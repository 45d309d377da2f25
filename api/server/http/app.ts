import { randomUUID } from 'node:crypto'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import type { Report } from '../report.ts'
import { faults, sendError } from './fault.ts'

export interface HttpOptions {
  readonly report: Report
  /** Addresses of the proxies whose `X-Forwarded-For` is believed; false: nobody's. */
  readonly trustProxy: boolean | string | string[]
  /** People reach us by https. */
  readonly secure: boolean
  /** Sentry's address for the pages, if they may speak to it. */
  readonly faultsTo?: string | undefined
}

/** Reads a whole upload on a slow line; the routes that take less say so themselves. */
const LONGEST_REQUEST = 120_000

/** The HTTP server without its routes: limits, headers, one shape for every error. */
export function createHttpApp({ report, trustProxy, secure, faultsTo }: HttpOptions): FastifyInstance {
  const app = fastify({
    logger: false, logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(), requestIdHeader: false,
    trustProxy, exposeHeadRoutes: false, bodyLimit: 16_384,
    http: { maxHeaderSize: 16_384, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    requestTimeout: LONGEST_REQUEST, keepAliveTimeout: 5_000, forceCloseConnections: 'idle', return503OnClosing: true,
    // A path that cannot be decoded.
    frameworkErrors: (error, request, reply) => { sendError(request, reply, error, report) },
  })
  const headers = securityHeaders(secure, faultsTo)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id)
    // Apollo's handler makes an address of these; what a proxy passes on of them may be anything.
    done(URL.canParse(request.url, `${request.protocol}://${request.hostname}/`) ? undefined : faults.malformed())
  })
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error, report))
  app.setNotFoundHandler((request, reply) => sendError(request, reply, faults.notFound(), report))
  return app
}

/** Styles are written into the page by the component library of the back office; scripts are only ours. */
const contentPolicy = (faultsTo: string | undefined): string => [
  `default-src 'self'`, `script-src 'self'`, `style-src 'self' 'unsafe-inline'`, `img-src 'self' data: blob:`, `font-src 'self' data:`,
  `connect-src 'self'${faultsTo === undefined ? '' : ` ${new URL(faultsTo).origin}`}`, `object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`,
].join('; ')

function securityHeaders(secure: boolean, faultsTo: string | undefined): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(faultsTo),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
