import type { Model } from '../../model/model.ts'
import { emitTables } from '../mikroorm/index.ts'
import { withCaution } from './cautions.ts'
import type { SqlObject } from './object.ts'
import { describeObjects, objectsDifference } from './objectsDifference.ts'
import { objectsOf } from './objects.ts'
import { structureOrm } from './structure.ts'
import { tablesDifference } from './tablesDifference.ts'

/** The statements of a migration in both directions, and what it does in one line each. */
export interface Step {
  readonly up: readonly string[]
  readonly down: readonly string[]
  readonly lines: readonly string[]
}

/**
 * The step from a database in which all migrations ran to the declarations. Tables are compared with the
 * database itself; the other objects, which PostgreSQL rewrites in its own words, with those that the last
 * migration recorded.
 */
export async function nextMigration(model: Model, url: string, recorded: readonly SqlObject[]): Promise<Step | undefined> {
  const orm = await structureOrm(url, { entities: emitTables(model) })
  const tables = await tablesDifference(orm, [...recorded, ...model.derived]).finally(() => orm.close())
  const declared = objectsOf(model)
  const lines = [...statements(tables.up).map(withCaution), ...describeObjects(recorded, declared)]
  if (lines.length === 0) return undefined
  return { up: around(tables.up, recorded, declared), down: around(tables.down, declared, recorded), lines }
}

function around(tables: string, from: readonly SqlObject[], to: readonly SqlObject[]): string[] {
  const { before, after } = objectsDifference(from, to)
  return [...before, ...(tables.trim() === '' ? [] : [tables.trim().replace(/;$/, '')]), ...after]
}

const statements = (sql: string): string[] => sql.split(/;\n+/).map((statement) => statement.trim()).filter(Boolean)
