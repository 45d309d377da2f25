import sql, { join } from 'sql-template-tag'
import type { Rows } from '../../access/rights.ts'
import type { Change } from '../change.ts'
import { Faults, join as path } from '../faults.ts'
import { ask } from '../lookup/lookUp.ts'
import { groupBy, type Part } from '../lookup/part.ts'
import { among, ID, oneOf, tableOf } from '../rowSql.ts'
import type { Scope } from '../session.ts'
import { idOf } from './store.ts'

/**
 * Asks of rows that were written whether they are still among those that the caller may write: nobody
 * makes a row that is not his, or gives one away, or lifts it out of his own reach (PostgreSQL calls
 * the same WITH CHECK).
 */
export async function checkWritten(scope: Scope, written: readonly Change[]): Promise<void> {
  const faults = new Faults()
  const limited = written.filter((change) => limits(change).length > 0)
  const parts = groupBy(limited, (change) => `${change.entity.name} ${change.verb} ${change.rights.key} ${fieldsOf(change).join()}`).flatMap((group) => part(scope, faults, group))
  if (parts.length > 0) await ask(scope.session.query, parts)
  faults.throwIfAny()
}

/** Fields of a new row that the caller has on some rows only; of an existing one that was asked before. */
const fieldsOf = ({ verb, conditional }: Change): readonly string[] => (verb === 'create' ? [...conditional.keys()] : [])

function limits(change: Change): Rows[] {
  const rights = change.rights.of(change.entity.name, change.verb)
  return [rights.rows, ...fieldsOf(change).map((name) => rights.field(name))].filter((rows) => rows !== 'all')
}

function part({ session: { engine }, caller: { principal } }: Scope, faults: Faults, group: readonly Change[]): Part[] {
  const [first] = group
  if (!first) return []
  const { entity, rights, verb } = first
  const granted = rights.of(entity.name, verb)
  const asked: readonly (readonly [string, Rows])[] = [['', granted.rows], ...fieldsOf(first).map((name) => [name, granted.field(name)] as const)]
  const verdicts = join(asked.map(([, rows]) => among(rows, entity, engine, { principal, rights })))
  return [{
    ask: sql`select json_object_agg(${ID}, json_build_array(${verdicts})) from ${tableOf(entity)} where ${oneOf(ID, group.map(idOf))}`,
    take: (answer) => {
      const found = (answer ?? {}) as Readonly<Record<string, readonly boolean[]>>
      for (const change of group) {
        const failing = asked.filter((_, index) => found[idOf(change)]?.[index] !== true)
        for (const [name] of failing) faults.forbid(path(change.path, name))
      }
    },
  }]
}
