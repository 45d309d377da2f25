import { join } from 'node:path'
import { Client } from 'pg'
import { openHeads } from '../../audit/heads.ts'
import { createSealer } from '../../audit/sealer.ts'
import { verifyAudit } from '../../audit/verify.ts'
import type { Config } from '../config.ts'
import { say } from '../console.ts'
import { createPool } from '../database/connect.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Logger } from '../log.ts'
import type { Report } from '../report.ts'

/** Outside of the database, and of its backups. */
const headsFile = (config: Config): string => join(config.dataDir, 'audit.heads')

/** Seals the audit trail while we serve, and once more at the end. */
export async function sealAudit(life: Lifecycle, config: Config, url: string, report: Report, log: Logger): Promise<void> {
  const pool = await life.step('Audit connection', () => createPool({ url, max: 1, applicationName: 'coulisses-audit' }), (open) => open.end())
  await life.step('Audit seals', () => {
    const sealer = createSealer({ pool, heads: openHeads(headsFile(config)), report, announce: ({ day, number, hash }) => log.info({ day, number, hash }, 'audit trail sealed') })
    sealer.start()
    return sealer
  }, (sealer) => sealer.stop())
}

/** `npm run audit:verify`: one line for each thing that is not as it was sealed. @returns the exit code */
export async function auditVerify(config: Config, url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const heads = openHeads(headsFile(config)).all()
    const { days, seals, entries, pending, faults } = await verifyAudit(client, heads, ({ day, entry, what }) => say(entry === undefined ? `${day}: ${what}` : `${day} entry ${entry}: ${what}`))
    say(`${entries} entries in ${seals} seals of ${days} days, ${pending} not sealed yet: ${faults === 0 ? 'all as they were sealed.' : `${faults} faults.`}`)
    if (heads.length === 0) say('No heads are kept beside the database: a trail that was written anew as a whole would not show.')
    return faults === 0 ? 0 : 1
  } finally {
    await client.end()
  }
}
