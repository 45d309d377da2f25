import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Audit } from '../access/audit.ts'
import type { Authenticate } from '../access/authenticate.ts'
import type { Caller } from '../access/principal.ts'
import type { DocumentRegistry } from '../server/graphql/persisted.ts'
import { createChanges } from './changes.ts'
import { documentDoors } from './doors.ts'
import { applyPolicies } from './policy.ts'
import { createRefusalRecord, type RefusalRecord } from './recorded.ts'
import type { Metered } from './metering.ts'
import type { StandsFor } from './standsFor.ts'
import { DocumentService, type ServiceOptions } from './service.ts'

export interface DocumentsOptions<C extends { readonly caller: Caller }> extends ServiceOptions<C> {
  readonly pool: Pool
  readonly authenticate: Authenticate
  readonly audit: Audit
  /** Sites whose pages may ask. */
  readonly origins: readonly string[]
}

export interface Documents {
  /** Adds `/site` and `/partner` to a Fastify instance, and listens for changes as long as it is open. */
  readonly routes: (app: FastifyInstance) => Promise<void>
  /** The terms of a document for a feed that stands for it. */
  readonly meter: (organisationId: string | undefined, documentId: string | null, asked: StandsFor) => Promise<Metered>
  /** Puts on record what a door refuses; one bound for all that stands behind the same door. */
  readonly turnedAway: RefusalRecord
  /** The same documents for visitors at `/graphql`. */
  readonly registry: DocumentRegistry
}

/** Approved documents: who may run which, and the doors at which they are run. */
export function createDocuments<C extends { readonly caller: Caller }>(options: DocumentsOptions<C>): Documents {
  const { pool, authenticate, audit, report, origins } = options
  const service = new DocumentService(options)
  const changes = createChanges(pool, service, report)
  const turnedAway = createRefusalRecord(audit)
  return {
    routes: async (app) => {
      app.addHook('onReady', (done) => {
        changes.start()
        done()
      })
      app.addHook('onClose', async () => {
        await changes.stop()
        await service.stop()
      })
      await app.register(documentDoors({ service, authenticate, turnedAway, report, origins }))
    },
    meter: (organisationId, documentId, asked) => service.meter(organisationId, documentId, asked),
    turnedAway,
    registry: {
      find: async (hash) => {
        const id = `sha256:${hash}`
        const document = await service.find(id)
        return document && { text: document.text, permitted: (variables) => (document.policy.size === 0 ? variables : applyPolicies([document.policy], service.governed(document), variables)) }
      },
    },
  }
}
