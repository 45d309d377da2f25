import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Report } from '../report.ts'
import { faults, sendError } from './fault.ts'

export interface BackOfficeOptions {
  /** Folder of the build. */
  readonly folder: string
  readonly report: Report
  /** What runs, and where the page tells of its faults; without an address, here. */
  readonly settings?: { readonly release: string; readonly sentryDsn?: string | undefined }
}

/** The built back office under `/admin/`: one page for all its addresses, and files whose names change with their content. */
export const backOfficeRoutes = ({ folder, report, settings = { release: 'unknown' } }: BackOfficeOptions) => async (app: FastifyInstance): Promise<void> => {
  app.get('/admin', (_request, reply) => reply.redirect('/admin/', 308))
  await app.register(async (scope) => {
    const nothing = (request: FastifyRequest, reply: FastifyReply): FastifyReply => sendError(request, reply, faults.notFound(), report)
    if (!existsSync(join(folder, 'index.html'))) {
      scope.get('/*', (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send('The back office is not built yet: npm run build\n'))
      return
    }
    scope.get('/settings.json', (_request, reply) => reply.send(settings))
    await scope.register(fastifyStatic, {
      root: folder, index: 'index.html', preCompressed: true, cacheControl: false, dotfiles: 'ignore', suppressWarning: true,
      setHeaders: (reply, path) => { void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache') },
    })
    // An address within the page, not a file that is missing.
    scope.setNotFoundHandler((request, reply) => (isPage(request) ? reply.sendFile('index.html') : nothing(request, reply)))
  }, { prefix: '/admin' })
}

const isPage = ({ method, url }: FastifyRequest): boolean => method === 'GET' && !/\.[^/]*$/.test(url.split('?')[0] ?? '')
