import { MikroORM, type Options } from '@mikro-orm/postgresql'
import { Client } from 'pg'
import type { Model } from '../../model/model.ts'
import { emitTables } from '../mikroorm/index.ts'
import { guardSchema } from './ground.ts'
import { objectsOf } from './objects.ts'

/** An instance of MikroORM for work on the structure: it never serves. */
export function structureOrm(url: string | undefined, options: Partial<Options>): Promise<MikroORM> {
  return MikroORM.init({
    // The address goes to the driver as it is: MikroORM would lose the folder of a socket.
    dbName: url === undefined ? 'none' : decodeURIComponent(new URL(url).pathname.slice(1)),
    ...(url === undefined ? {} : { driverOptions: { connectionString: url } }),
    pool: { min: 0, max: 2 },
    ensureDatabase: false, metadataCache: { enabled: false }, debug: false, colors: false,
    discovery: { warnWhenNoEntities: false },
    // It holds no entity, and what is compared would drop it.
    schemaGenerator: { ignoreSchema: [guardSchema] },
    ...options,
  })
}

/** Every statement that makes the declared structure in an empty database, in order. */
export async function structureSql(model: Model): Promise<string[]> {
  const orm = await structureOrm(undefined, { entities: emitTables(model) })
  const tables = await orm.schema.getCreateSchemaSQL({ wrap: false })
  const objects = objectsOf(model)
  return [...objects.filter((object) => object.ground), { create: tables }, ...objects.filter((object) => !object.ground)].map((object) => object.create)
}

/** Makes the declared structure in an empty database, without migrations: for tests with models of their own. */
export async function createStructure(model: Model, url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(['begin', ...await structureSql(model), 'commit'].join(';\n'))
  } finally {
    await client.end()
  }
}
