import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { DiskStorage } from '../../files/disk.ts'
import { demoPassword } from '../../../seeds/loadDemo.ts'
import { listenFault } from '../startError.ts'
import { publicAddress, type Config } from '../config.ts'
import type { House } from '../house.ts'
import { createHttpApp } from '../http/app.ts'
import { backOfficeRoutes } from '../http/backOffice.ts'
import { feedRoutes } from '../feeds/routes.ts'
import { fileRoutes } from '../http/files.ts'
import { inFlightLimit } from '../http/guards.ts'
import { oidcRoutes } from '../http/oidc.ts'
import { healthRoutes } from '../http/health.ts'
import { startPageRoutes, type DemoAccount } from '../http/startPage.ts'
import type { Report } from '../report.ts'
import { fileRows } from './files.ts'
import { release } from './reports.ts'

/** The accounts that the start page and the console name. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@coulisses.test', role: { fr: 'Administratrice', en: 'Administrator' } },
  { email: 'director@coulisses.test', role: { fr: 'Administratrice, pour le second accord', en: 'Administrator, for the second agreement' } },
  { email: 'employee@coulisses.test', role: { fr: 'Chargé de casting', en: 'Casting desk' } },
  { email: 'management@coulisses.test', role: { fr: 'Gestion de l’événementiel', en: 'Event company, management' } },
  { email: 'sales@coulisses.test', role: { fr: 'Commerciale', en: 'Event company, sales' } },
  { email: 'support@coulisses.test', role: { fr: 'Support', en: 'Event company, support' } },
  { email: 'partner@coulisses.test', role: { fr: 'Partenaire de diffusion', en: 'Diffusion partner' } },
]

/** Requests at work at once; further ones are told to come back in a second. */
const IN_FLIGHT = 40

export interface ServeOptions {
  readonly config: Config
  readonly house: House
  readonly storage: DiskStorage
  readonly embedded: boolean
  readonly report: Report
  readonly started: () => boolean
}

/** Everything on one port. Answers the address that it listens on. */
export async function serve(options: ServeOptions): Promise<{ address: string; close(): Promise<void> }> {
  const { config, report } = options
  const secure = config.publicUrl?.startsWith('https:') === true
  let address = publicAddress(config)
  const app = createHttpApp({ report, trustProxy: config.trustProxy ? [...config.trustProxy] : false, secure, faultsTo: config.sentryAdminDsn })
  await addRoutes(app, options, () => address)
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    throw listenFault(error, config.host, config.port)
  }
  const bound = app.server.address()
  address = publicAddress(config, typeof bound === 'object' && bound ? bound.port : config.port)
  return { address, close: () => app.close() }
}

async function addRoutes(app: FastifyInstance, { config, house, storage, embedded, report, started }: ServeOptions, publicUrl: () => string): Promise<void> {
  await app.register(healthRoutes({ started, ping: () => house.query('select 1', []) }))
  await app.register(startPageRoutes(embedded ? { demonstration: { password: demoPassword, accounts: demoAccounts } } : {}))
  await app.register(backOfficeRoutes({ folder: join(process.cwd(), 'dist/admin'), report, settings: { release: release(), sentryDsn: config.sentryAdminDsn } }))
  await app.register(async (limited) => {
    limited.addHook('onRequest', inFlightLimit(IN_FLIGHT))
    await limited.register(house.routes)
    if (config.oidc) await limited.register(oidcRoutes({ oidc: config.oidc, sessions: house.sessions, publicUrl, secure: config.publicUrl?.startsWith('https:') === true, report, audit: house.audit, query: house.query }))
    await limited.register(fileRoutes(fileRows(house, storage)))
    await limited.register(feedRoutes(house))
  })
}
