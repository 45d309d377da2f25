import sql, { join } from 'sql-template-tag'
import { isId } from '../../model/fields/id.ts'
import { entityOf } from '../../model/model.ts'
import type { Change } from '../change.ts'
import { ask } from '../lookup/lookUp.ts'
import type { Part } from '../lookup/part.ts'
import { among, ID, oneOf, readable, tableOf } from '../rowSql.ts'
import type { Scope } from '../session.ts'
import type { Conflict } from './merge.ts'

/** The conflict as the caller may know it: neither values of fields nor records that he may not read. */
export async function hideFrom(scope: Scope, change: Change, conflicts: readonly Conflict[]): Promise<readonly Conflict[]> {
  const hidden = new Set(conflicts.map(({ field }) => field).filter((field) => change.entity.members.get(field)?.is === 'field' && isSecret(change, field)))
  await ask(scope.session.query, [fieldPart(scope, change, conflicts, hidden), ...conflicts.flatMap((conflict) => linkParts(scope, change, conflict, hidden))])
  return conflicts.map((conflict) => (hidden.has(conflict.field) ? { ...conflict, base: null, theirs: null, hidden: true } : conflict))
}

function isSecret({ entity }: Change, field: string): boolean {
  const member = entity.members.get(field)
  return member?.is === 'field' && member.kind.reveal === true
}

function fieldPart({ session: { engine }, caller: { principal } }: Scope, { entity, rights, id }: Change, conflicts: readonly Conflict[], hidden: Set<string>): Part {
  const verdicts = conflicts.map(({ field }) => among(rights.of(entity.name, 'read').field(field), entity, engine, { principal, rights }))
  return {
    ask: sql`select json_build_array(${join(verdicts)}) from ${tableOf(entity)} where ${ID} = ${id}`,
    take: (answer) => {
      for (const [index, { field }] of conflicts.entries()) if (!Array.isArray(answer) || answer[index] !== true) hidden.add(field)
    },
  }
}

/** A link to a record that the caller may not read is hidden as a whole, and so is a list that held one. */
function linkParts({ session: { engine }, caller: { principal } }: Scope, { entity, rights }: Change, { field, base, theirs }: Conflict, hidden: Set<string>): Part[] {
  const member = entity.members.get(field)
  const ids = [base, theirs].flat().filter(isId)
  if ((member?.is !== 'belongsTo' && member?.is !== 'manyToMany') || ids.length === 0) return []
  const target = entityOf(engine.model, member.target)
  return [{
    ask: sql`select count(*)::int from ${tableOf(target)} where ${oneOf(ID, ids)} and not ${readable(target, engine, { principal, rights })}`,
    take: (answer) => {
      if (answer !== 0) hidden.add(field)
    },
  }]
}
