import { setTimeout as delay } from 'node:timers/promises'
import { type Migration, Migrator } from '@mikro-orm/migrations'
import type { MikroORM } from '@mikro-orm/postgresql'
import { Client } from 'pg'
import { migrationTable } from './names.ts'
import { structureOrm } from './structure.ts'

/** A migration under the name by which databases remember it. */
export interface NamedMigration {
  readonly name: string
  readonly class: new (...parameters: ConstructorParameters<typeof Migration>) => Migration
}

export interface MigrateOptions {
  /** All of them, in order: the barrel of `migrations/`. */
  readonly migrations: readonly NamedMigration[]
  /** Told the name of each migration before it runs. */
  readonly say?: (name: string) => unknown
  /** Who reads and writes meanwhile waits this long at most, in milliseconds; then the migration steps back and tries again. */
  readonly lockTimeout?: number
}

/** Applies what is missing, each migration in a transaction of its own; answers their names. */
export const migrate = (url: string, options: MigrateOptions): Promise<string[]> =>
  withMigrator(url, options, (migrator, wait) => patiently(migrator, wait))

/** Takes back the last migrations, as many as asked for; answers their names. */
export const revert = (url: string, steps: number, options: MigrateOptions): Promise<string[]> =>
  withMigrator(url, options, async (migrator) => {
    const names: string[] = []
    for (let step = 0; step < steps; step++) names.push(...(await migrator.down()).map(({ name }) => name))
    return names
  })

/** Two processes that start at once: the second waits, and then finds nothing to do. */
async function withMigrator<T>(url: string, options: MigrateOptions, work: (migrator: Migrator, wait: number) => Promise<T>): Promise<T> {
  const guard = new Client({ connectionString: url })
  // A lost connection fails the statement in hand; unheard, it would end the process as well.
  guard.on('error', () => undefined)
  await guard.connect()
  try {
    await guard.query(`select pg_advisory_lock(hashtext('coulisses.migrate'))`)
    const wait = options.lockTimeout ?? 2_000
    const orm = await migrationOrm(withLockTimeout(url, wait), options.migrations)
    try {
      const migrator = new Migrator(orm.em)
      migrator.on('migrating', async ({ name }) => { await options.say?.(name) })
      return await work(migrator, wait)
    } finally {
      // After a lost connection MikroORM may never be done with closing.
      await Promise.race([orm.close(), delay(5_000, undefined, { ref: false })])
    }
  } finally {
    await guard.end()
  }
}

const migrationOrm = (url: string, migrations: readonly NamedMigration[]): Promise<MikroORM> => structureOrm(url, {
  entities: [],
  extensions: [Migrator],
  migrations: { migrationsList: [...migrations], tableName: migrationTable, snapshot: false, transactional: true, allOrNothing: false, silent: true },
})

function withLockTimeout(address: string, milliseconds: number): string {
  const url = new URL(address)
  url.searchParams.set('options', [url.searchParams.get('options'), `-c lock_timeout=${milliseconds}`].filter(Boolean).join(' '))
  return url.href
}

const lockNotAvailable = '55P03'
const attempts = 5

/** Those that ran stay: an attempt begins where the last one was stopped. */
async function patiently(migrator: Migrator, wait: number): Promise<string[]> {
  const done: string[] = []
  migrator.on('migrated', ({ name }) => { done.push(name); return Promise.resolve() })
  for (let attempt = 1; ; attempt++) {
    try {
      await migrator.up()
      return done
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== lockNotAvailable || attempt === attempts) throw error
      await delay(wait * attempt / 2)
    }
  }
}
