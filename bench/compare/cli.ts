import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { fillEventClients, salesRep } from '../data/eventClients.ts'
import { atLeast, atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { World } from '../frame/world.ts'

const CLIENTS = 1_000_000
const EXPORTED = 100_000
const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `crm client list --csv` writes, by SQL. */
const COPY = `copy (select c.number, c.full_name, c.email, c.phone, c.company_name, c.first_contact_on, c.last_contact_at, u.full_name, c.created_at, c.updated_at
  from client c left join "user" u on u.id = c.sales_contact_id where c.lines @> array['EPIC_EVENTS'] order by fold(c.company_name), c.id limit ${EXPORTED}) to stdout csv header`

/** The command line: how long its first page takes from start to exit, and how fast it gives all rows. */
export async function compareCommandLine(world: World, databaseUrl: string): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-bench-cli-'))
  try {
    await fillEventClients(databaseUrl, CLIENTS)
    world.say(`${CLIENTS.toLocaleString('en')} clients of the event company`)
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'cli'])
    const server = await world.serve('coulisses', databaseUrl)
    const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'C', COULISSES_SERVER: new URL(server.url).origin }
    const crm = (...line: string[]): Promise<number> => timed(process.execPath, [join(root, 'cli/dist/main.js'), 'crm', ...line], env)
    execFileSync(process.execPath, [join(root, 'cli/dist/main.js'), 'crm', 'login', '--email', salesRep.email, '--password-stdin'], { env, input: `${salesRep.password}\n`, stdio: ['pipe', 'ignore', 'ignore'] })
    const results = [await firstPage(world, crm, env), await allRows(world, crm, databaseUrl)]
    await server.stop()
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function firstPage(world: World, crm: (...line: string[]) => Promise<number>, env: NodeJS.ProcessEnv): Promise<Result> {
  const contenders = [
    { name: 'crm client list', measure: () => crm('client', 'list') }, { name: 'node -e 0', measure: () => timed(process.execPath, ['-e', '0'], env) },
  ]
  await rounds(contenders, 2)
  const series = await rounds(contenders, world.rounds * 3)
  return atMost(`First page of ${CLIENTS.toLocaleString('en')} clients by the command line, from start to exit, against \`node -e 0\``, 4, ratio(series, 'crm client list', 'node -e 0'), told(series, 'ms'))
}

async function allRows(world: World, crm: (...line: string[]) => Promise<number>, databaseUrl: string): Promise<Result> {
  const contenders = [
    { name: 'crm list --csv', measure: async () => EXPORTED / await crm('client', 'list', '--csv', '--limit', String(EXPORTED)) },
    { name: 'copy', measure: async () => EXPORTED / await copied(databaseUrl) },
  ]
  await rounds(contenders, 1)
  const series = await rounds(contenders, Math.min(3, world.rounds))
  return atLeast(`${EXPORTED.toLocaleString('en')} rows as CSV by the command line against \`copy … to stdout\``, 0.4, ratio(series, 'crm list --csv', 'copy'), `${told(series, 'rows/ms')}`)
}

async function timed(program: string, line: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const begun = performance.now()
  await promisify(execFile)(program, [...line], { env, maxBuffer: 1_000_000_000 })
  return performance.now() - begun
}

/** By psql, as people do it. */
async function copied(databaseUrl: string): Promise<number> {
  const begun = performance.now()
  await promisify(execFile)('psql', [databaseUrl, '-q', '-c', `\\${COPY.replaceAll(/\s+/g, ' ')}`], { maxBuffer: 1_000_000_000 })
  return performance.now() - begun
}
