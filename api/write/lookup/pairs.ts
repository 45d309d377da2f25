import sql, { type Sql } from 'sql-template-tag'
import { entityOf, type ManyToManyModel } from '../../model/model.ts'
import type { Change, PairChange } from '../change.ts'
import { sentences } from '../messages.ts'
import { ident, oneOf, readable, ROW, tableOf } from '../rowSql.ts'
import type { LookUp, Part } from './part.ts'

/** Questions for the pairs that are there, in the statement that locks their row or after it. */
export function pairParts(look: LookUp, changes: readonly Change[]): Part[] {
  return changes.filter((change) => change.id !== undefined && !change.lost).flatMap((change) =>
    [...change.nested.values()].flatMap(({ pairs }) => (pairs && !pairs.current ? [part(look, change, pairs)] : [])))
}

function part({ scope, faults }: LookUp, change: Change, pairs: PairChange): Part {
  const { engine } = scope.session
  const target = entityOf(engine.model, pairs.member.target)
  // Those that the caller may not know stay as they are, whatever the input says.
  const known = readable(target, engine, { principal: scope.caller.principal, rights: change.rights })
  const locked = change.current !== undefined
  return {
    ask: sql`select json_agg(p.${ident(pairs.member.table.target)} order by ${orderOf(pairs.member)}) from ${ident(pairs.member.table.name)} p
      join ${tableOf(target)} on ${ident(ROW)}.id = p.${ident(pairs.member.table.target)}
      where p.${ident(pairs.member.table.source)} = ${change.id} and ${concerned(pairs)} and ${known}`,
    take: (answer) => {
      // Somebody else may have changed them until the lock was given: they are asked again, now that it is.
      if (!locked && !change.calm) return
      const current = (answer ?? []) as readonly string[]
      pairs.current = current
      for (const { id, path } of pairs.among) {
        if (!current.includes(id) && !pairs.add.includes(id)) faults.input(path, 'notAmong', sentences.notAmong)
      }
    },
  }
}

const orderOf = (member: ManyToManyModel): Sql => (member.table.position ? sql`p.${ident(member.table.position)}, p.${ident(member.table.target)}` : sql`p.${ident(member.table.target)}`)

/** All of them only where the input says what all shall be. */
function concerned({ set, order, add, remove, among: updated, member }: PairChange): Sql {
  if (set || order) return sql`true`
  return sql`${oneOf(sql`p.${ident(member.table.target)}`, [...add, ...remove, ...updated.map(({ id }) => id)])}`
}
