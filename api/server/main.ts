import { publicAddress, readConfig, secretsOf, type Config } from './config.ts'
import { say } from './console.ts'
import { run, type Lifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import { createMask, type Mask } from './mask.ts'
import { createAdmin } from './product/createAdmin.ts'
import { documentsCommand } from './product/documents.ts'
import { openDatabase } from './product/database.ts'
import { growLists, loadLists } from './product/lists.ts'
import { registerKeys, runRotation } from './product/keys.ts'
import { openProduct } from './product/product.ts'
import { demoAccounts, serve } from './product/serve.ts'
import { auditVerify, sealAudit } from './product/seals.ts'
import { openKeeper, release } from './product/reports.ts'
import { createReporter } from './report.ts'
import { demoPassword } from '../../seeds/loadDemo.ts'

const [command, ...args] = process.argv.slice(2).filter((argument) => argument !== '--no-build')

/** `npm start` serves; the other commands do one thing, beside a server that runs or without one, and end. */
async function main(life: Lifecycle, config: Config, mask: Mask): Promise<void> {
  const log = createLog(config.logLevel)
  const { report, keepIn } = await life.step('Reports', () => createReporter({ log, release: release(), dsn: config.sentryDsn, environment: config.mode, mask }), (reporter) => reporter.close())
  const database = await openDatabase(life, config, command !== undefined)
  if (command === 'audit:verify') return await life.stop(await auditVerify(config, database.url))
  if (command === undefined) await sealAudit(life, config, database.url, report, log)
  let address = publicAddress(config)
  const { house, jobs, storage } = await openProduct(life, config, database, report, () => address)
  await loadLists(life, house.writer, database.embedded && command === undefined)
  if (command === 'admin:create') {
    await createAdmin(house, args)
    return await life.stop(0)
  }
  await life.step('Error reports', () => openKeeper(house, log, keepIn), (keeper) => keeper.stop())
  if (command === 'keys:rotate') return await life.stop(await runRotation(life, config, database.url, house, args))
  await life.step('Keys', () => registerKeys(house.writer, config.ageKeyFile))
  if (command === 'documents') return await life.stop(await documentsCommand(house, args))
  let started = false
  await life.step('Jobs', () => jobs.queue.start(), () => jobs.queue.stop())
  const server = await life.step('Server', () => serve({ config, house, storage, embedded: database.embedded, report, started: () => started }), (open) => open.close())
  address = server.address
  await life.step('Further lists', () => growLists(house.writer, report), (growing) => growing.stop())
  started = true
  announce(address, database.embedded)
}

function announce(address: string, embedded: boolean): void {
  say(`Coulisses is ready.\n\n  Start page   ${address}/\n  Back office  ${address}/admin/\n  API          ${address}/graphql\n`)
  if (embedded) say(`  Demonstration accounts, password ${demoPassword}:\n${demoAccounts.map(({ email, role }) => `    ${email}  (${role.en})`).join('\n')}\n`)
  say('Ctrl-C stops everything.')
}

/** Faults of the environment are told like every other one that the user can mend. */
let config: Config | undefined
const mask: Mask = (text) => (config ? createMask(secretsOf(config))(text) : text)
await run(async (life) => {
  config = readConfig()
  await main(life, config, mask)
}, { mask })
