import { type EntityManager, type EntityClass, type EntitySchema, MikroORM, type Options } from '@mikro-orm/postgresql'
import { CompiledQuery, type PostgresCursor, PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import { isWornOut, named, spoils } from './query.ts'
import { ask, patienceOf } from './ask.ts'
import { asUnavailable } from './unavailable.ts'

export interface OrmOptions {
  readonly pool: Pool
  readonly entities: readonly (EntityClass<object> | EntitySchema)[]
  /** For the migrator and tests; never `driverOptions`, which carry our pool. */
  readonly more?: Partial<Options>
}

/**
 * MikroORM on our own pool, so that reads, writes and jobs share one limit of connections and one way
 * of failing. Closing the ORM leaves the pool open: whoever made it ends it.
 */
export function createOrm({ pool, entities, more = {} }: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    entities: [...entities],
    // Never dialled: the connections are those of the pool. It only has to be named.
    dbName: 'coulisses',
    driverOptions: new PostgresDialect({ pool: kyselyPool(pool) }),
    ensureDatabase: false,
    forceUtcTimezone: true,
    allowGlobalContext: false,
    metadataCache: { enabled: false },
    debug: false,
    colors: false,
    discovery: { warnWhenNoEntities: false },
    ...more,
  })
}

/**
 * Runs SQL with real parameters ($1, $2) inside the transaction that `em` is in, or on a connection of
 * its own outside of one. `em.execute` is no substitute: it writes the values into the text.
 */
export async function queryIn<Row>(em: EntityManager, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  try {
    const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...values]))
    return result.rows
  } catch (error) {
    throw asUnavailable(error) ?? error
  }
}

/** Our pool in the shape that Kysely wants. */
function kyselyPool(pool: Pool): PostgresPool {
  // Kysely knows a connection by its object, so each one keeps the same wrapper.
  const wrappers = new WeakMap<PoolClient, KyselyClient>()
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect()
      const wrapper = wrappers.get(client) ?? new KyselyClient(client, patienceOf(pool))
      wrappers.set(client, wrapper)
      return wrapper
    },
    end: () => Promise.resolve(),
  }
}

class KyselyClient implements PostgresPoolClient {
  readonly #client: PoolClient
  readonly #patience: number | undefined
  #gone = false

  constructor(client: PoolClient, patience: number | undefined) {
    this.#client = client
    this.#patience = patience
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('Streams are not set up: read in pages.')
    return this.#run(sql, parameters)
  }

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#gone) throw new Error('Connection terminated')
    try {
      // A text with parameters comes again, with other values: worth a name. Without, it rarely does.
      const statement = parameters.length > 0 ? named(this.#client, sql, parameters) : sql
      return toKysely(lastOf(await ask(this.#client, statement, this.#patience)))
    } catch (error) {
      if (spoils(error)) this.#giveBack(true)
      throw error
    }
  }

  /**
   * Kysely does not release a connection on which the rollback fails, as it does when the connection is
   * lost; ten lost connections would then leave the pool empty for ever. So a lost one goes back at once.
   */
  release(): void {
    this.#giveBack(isWornOut(this.#client))
  }

  #giveBack(spoilt: boolean): void {
    if (this.#gone) return
    this.#gone = spoilt
    this.#client.release(spoilt)
  }
}

/** Several statements in one text (a migration) give several results; Kysely knows one. */
const lastOf = (result: QueryResult | QueryResult[]): QueryResult | undefined => Array.isArray(result) ? result.at(-1) : result

function toKysely<R>(result: QueryResult | undefined): PostgresQueryResult<R> {
  return {
    // Kysely asks only whether it is one of the four that change rows; any other word is "none of them".
    command: (result?.command ?? 'SELECT') as PostgresQueryResult<R>['command'],
    rowCount: result?.rowCount ?? 0,
    rows: result?.rows ?? [],
  }
}
