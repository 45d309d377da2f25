import { Client } from 'pg'
import type { Model } from '../../model/model.ts'
import { catalog } from './catalog.ts'
import { migrationTable } from './names.ts'
import { structureSql } from './structure.ts'

const shadow = 'coulisses_declared'

/**
 * What a database has other than the declarations say: one line per difference, none when it is in step.
 * The declared structure is made beside the real one, in a schema of a transaction that is rolled back, and
 * both are compared in the words of PostgreSQL: so nothing depends on how either came about.
 */
export async function pendingDifference(model: Model, url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const real = await catalog(client)
    await client.query(`create schema ${shadow}; select set_config('search_path', '${shadow}, ' || current_setting('search_path'), true)`)
    await client.query((await structureSql(model)).join(';\n'))
    return compare(real, await catalog(client))
  } finally {
    await client.query('rollback').finally(() => client.end())
  }
}

function compare(real: ReadonlyMap<string, string>, declared: ReadonlyMap<string, string>): string[] {
  const isOurs = (thing: string): boolean => !new RegExp(`\\b${migrationTable}(_|\\.|$)`).test(thing)
  const missing = [...declared].flatMap(([thing, definition]) => {
    const found = real.get(thing)
    if (found === undefined) return [`${thing}: is declared, but not in the database`]
    return found === definition ? [] : [`${thing}: is \`${found}\`, declared \`${definition}\``]
  })
  const extra = [...real.keys()].filter((thing) => !declared.has(thing) && isOurs(thing)).map((thing) => `${thing}: is in the database, but not declared`)
  return [...missing, ...extra].sort()
}
