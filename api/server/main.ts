import { publicAddress, readConfig, secretsOf, type Config } from './config.ts'
import { say } from './console.ts'
import { run, type Lifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import { createMask, type Mask } from './mask.ts'
import { createAdmin } from './product/createAdmin.ts'
import { openDatabase } from './product/database.ts'
import { loadLists } from './product/lists.ts'
import { openProduct } from './product/product.ts'
import { demoAccounts, serve } from './product/serve.ts'
import { createReporter } from './report.ts'
import { demoPassword } from '../../seeds/loadDemo.ts'

const [command, ...args] = process.argv.slice(2).filter((argument) => argument !== '--no-build')

/** `npm start` serves; `npm run admin:create` makes an administrator and ends. */
async function main(life: Lifecycle, config: Config, mask: Mask): Promise<void> {
  const { report } = await life.step('Reports', () => createReporter({ log: createLog(config.logLevel), dsn: config.sentryDsn, environment: config.mode, mask }), (reporter) => reporter.close())
  const database = await openDatabase(life, config)
  let address = publicAddress(config)
  const { house, jobs, storage } = await openProduct(life, config, database, report, () => address)
  await loadLists(life, house.writer, database.embedded && command === undefined)
  if (command === 'admin:create') {
    await createAdmin(house, args)
    return await life.stop(0)
  }
  let started = false
  await life.step('Jobs', () => jobs.queue.start(), () => jobs.queue.stop())
  const server = await life.step('Server', () => serve({ config, house, storage, embedded: database.embedded, report, started: () => started }), (open) => open.close())
  address = server.address
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
