import { DatabaseSchema, type MikroORM } from '@mikro-orm/postgresql'
import type { Derived } from '../../model/derived.ts'
import { PENDING } from './auditChain.ts'
import { migrationTable, policyTable } from './names.ts'
import { searchColumn } from './search.ts'

export interface UpAndDown {
  readonly up: string
  readonly down: string
}

/**
 * The way from the tables of a database to the declared ones, by MikroORM. What it did not make (indexes,
 * checks, triggers, the generated column of the full text) is left out of its sight: it would remove it.
 */
export async function tablesDifference(orm: MikroORM, derived: readonly Derived[] = []): Promise<UpAndDown> {
  const fromSchema = await DatabaseSchema.create(orm.em.getConnection(), orm.em.getPlatform(), orm.config)
  const others = new Set([migrationTable, policyTable, PENDING, ...derived.map(({ name }) => name.replace(/^table /, ''))])
  fromSchema.setTables(fromSchema.getTables().filter((table) => !others.has(table.name)))
  for (const table of fromSchema.getTables()) {
    table.setIndexes(table.getIndexes().filter((index) => index.primary))
    table.setChecks([])
    table.setTriggers([])
    table.removeColumn(searchColumn)
  }
  return await orm.schema.getUpdateSchemaMigrationSQL({ wrap: false, fromSchema })
}
