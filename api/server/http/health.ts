import type { FastifyInstance } from 'fastify'

export interface HealthOptions {
  /** Everything was started. */
  readonly started: () => boolean
  /** Asks the database for the least that there is. */
  readonly ping: () => Promise<unknown>
}

/** For whoever watches the process: `live` while it answers at all, `ready` while it can serve. */
export const healthRoutes = ({ started, ping }: HealthOptions) => (app: FastifyInstance): Promise<void> => {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const status = started() ? await ping().then(() => 'ready', () => 'unavailable') : 'starting'
    return await reply.code(status === 'ready' ? 200 : 503).send({ status })
  })
  return Promise.resolve()
}
