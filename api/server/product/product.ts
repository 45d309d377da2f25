import { join } from 'node:path'
import { ensureKeyFile, watchKeyFile } from '../../crypto/keyFile.ts'
import { createDiskStorage, type DiskStorage } from '../../files/disk.ts'
import { createSmtpTransport } from '../../mail/smtp.ts'
import { buildModel } from '../../model/build.ts'
import { approvals } from '../../modules/core/approvals/open.ts'
import { conflicts } from '../../modules/core/conflicts.ts'
import { modules } from '../../modules/index.ts'
import { declarations } from '../../../schema/index.ts'
import type { Config } from '../config.ts'
import { createPool } from '../database/connect.ts'
import { createHouse, type House } from '../house.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Report } from '../report.ts'
import { keepSecret } from '../secret.ts'
import type { Database } from './database.ts'
import { createJobs, type Jobs } from './queue.ts'

export interface Product {
  readonly house: House
  readonly jobs: Jobs
  readonly storage: DiskStorage
}

/** The API of our own declarations on a database that is there. */
export async function openProduct(life: Lifecycle, config: Config, { url }: Database, report: Report, publicUrl: () => string): Promise<Product> {
  // Faulty declarations stop the start before anything is opened.
  const model = await life.step('Declarations', () => buildModel(declarations))
  const { ageKeyFile: keyFile } = config
  await ensureKeyFile(keyFile)
  const pool = await life.step('Connections', () => createPool({ url }), (open) => open.end())
  const { smtpUrl, mailFrom } = config
  const transport = smtpUrl === undefined ? undefined : await life.step('Mail', () => createSmtpTransport({ url: smtpUrl, from: mailFrom }), (open) => open.close())
  const jobs = createJobs(url, modules, transport, report)
  const house = await life.step('API', () => createHouse({
    model, code: modules, approvals, conflicts, pool, report, keys: watchKeyFile(keyFile),
    tokenSecret: config.tokenSecret ?? keepSecret(config.tokenKeyFile).secret,
    enqueue: (query, job, data, options) => jobs.queue.enqueue(query, job, data, options),
    site: { origins: config.siteOrigins, perMinute: config.siteRequestsPerMinute }, publicUrl, ...(config.oidc ? { signInProvider: config.oidc.label } : {}), secondFactor: config.secondFactor, secure: config.publicUrl?.startsWith('https:') === true,
  }), (open) => open.stop())
  const storage = await createDiskStorage(join(config.dataDir, 'files'))
  jobs.work({ ...house, storage })
  return { house, jobs, storage }
}
