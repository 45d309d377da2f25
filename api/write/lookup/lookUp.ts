import sql, { join, raw } from 'sql-template-tag'
import { wholeTree, type Change } from '../change.ts'
import type { Faults } from '../faults.ts'
import type { Query } from '../ports.ts'
import type { Scope } from '../session.ts'
import { connectionParts } from './connections.ts'
import { pairParts } from './pairs.ts'
import type { Part } from './part.ts'
import { rowParts } from './rows.ts'

/**
 * Finds and locks the rows that the changes are about, and asks of every id that they name whether the
 * caller may know it. One statement for all of it; one more where the first answer says which row is
 * meant (the linked one). Where a foreign key will say that an id is of nothing, it is not asked, unless
 * something else is wrong already: then all that is wrong is told at once.
 */
export async function lookUp(scope: Scope, faults: Faults, roots: readonly Change[]): Promise<void> {
  for (;;) {
    const changes = wholeTree(roots)
    const look = { scope, faults }
    const connections = changes.flatMap((change) => [...change.nested.values()].flatMap((nested) => nested.connections))
    const asked = scope.session.careful || faults.any ? connections : connections.filter((connection) => !connection.keySays)
    const parts = [...rowParts(look, changes), ...pairParts(look, changes), ...connectionParts(look, asked)]
    if (parts.length === 0) return
    await ask(scope.session.query, parts)
  }
}

/** Asks several questions in one statement. */
export async function ask(query: Query, parts: readonly Part[]): Promise<void> {
  const { text, values } = sql`select ${join(parts.map((part, index) => sql`(${part.ask}) as ${raw(`"${index}"`)}`))}`
  const [answers] = await query(text, values)
  for (const [index, part] of parts.entries()) part.take(answers?.[String(index)] ?? undefined)
}
