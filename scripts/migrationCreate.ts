import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate, revert, type NamedMigration } from '../api/emit/sql/migrate.ts'
import { barrelText, migrationName, migrationText } from '../api/emit/sql/migrationText.ts'
import { nextMigration } from '../api/emit/sql/nextMigration.ts'
import type { SqlObject } from '../api/emit/sql/object.ts'
import { objectsOf } from '../api/emit/sql/objects.ts'
import { describeObjects } from '../api/emit/sql/objectsDifference.ts'
import { pendingDifference } from '../api/emit/sql/pendingDifference.ts'
import { buildModel } from '../api/model/build.ts'
import type { Model } from '../api/model/model.ts'
import { startEmbedded } from '../api/server/database/embedded.ts'
import { migrations } from '../migrations/index.ts'
import { declarations } from '../schema/index.ts'

const folder = join(import.meta.dirname, '..', 'migrations')
const snapshot = join(folder, 'objects.json')

/** What the last migration left of everything that is no table. */
const recorded = (): readonly SqlObject[] => (existsSync(snapshot) ? (JSON.parse(readFileSync(snapshot, 'utf8')) as SqlObject[]) : [])

/**
 * Writes the next migration from the declarations, and tries it: up, down and up again must lead to the
 * declared structure. `--check` writes nothing and fails with one line per difference. `--name` says what
 * the migration is about.
 */
async function migrationCreate(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, check: { type: 'boolean', default: false } } })
  const model = buildModel(declarations)
  await withThrowawayDatabase(async (url) => {
    await migrate(url, { migrations })
    const problems = values.check ? await check(model, url) : await create(model, url, values.name ?? (migrations.length === 0 ? 'initial' : 'change'))
    for (const problem of problems) console.error(problem)
    if (problems.length > 0) process.exitCode = 1
  })
}

async function check(model: Model, url: string): Promise<string[]> {
  const lines = [...await pendingDifference(model, url), ...describeObjects(recorded(), objectsOf(model))]
  return lines.length > 0 ? [...lines, 'The migrations are out of step with the declarations; run npm run migration:create'] : []
}

async function create(model: Model, url: string, words: string): Promise<string[]> {
  const step = await nextMigration(model, url, recorded())
  if (!step) {
    console.log('The migrations are in step with the declarations.')
    return check(model, url)
  }
  const name = migrationName(new Date(), words)
  const path = join(folder, `${name}.ts`)
  writeFileSync(path, migrationText(name, step))
  writeFileSync(join(folder, 'index.ts'), barrelText([...migrations.map((migration) => migration.name), name]))
  writeFileSync(snapshot, `${JSON.stringify(objectsOf(model), undefined, 2)}\n`)
  console.log([`wrote migrations/${name}.ts:`, ...step.lines.map((line) => `  ${line}`)].join('\n'))
  return tryOut(model, url, await load(path, name))
}

async function load(path: string, name: string): Promise<NamedMigration> {
  const exported = Object.values(await import(pathToFileURL(path).href) as Record<string, NamedMigration['class']>)
  if (!exported[0]) throw new Error(`${path} exports no migration`)
  return { name, class: exported[0] }
}

async function tryOut(model: Model, url: string, added: NamedMigration): Promise<string[]> {
  const all = { migrations: [...migrations, added] }
  await migrate(url, all)
  await revert(url, 1, all)
  await migrate(url, all)
  const left = await pendingDifference(model, url)
  return left.length > 0 ? [...left, 'The migration does not lead to the declared structure: correct it by hand.'] : []
}

async function withThrowawayDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'coulisses-migration-'))
  // PostgreSQL, which for root runs under an account of its own, has to get in.
  chmodSync(dataDir, 0o711)
  try {
    const server = await startEmbedded({ dataDir, durable: false, say: () => undefined })
    await work(server.url).finally(() => server.stop())
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await migrationCreate()
