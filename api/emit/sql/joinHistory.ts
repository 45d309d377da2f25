import type { JoinTable, Model } from '../../model/model.ts'
import { actor, actorValues, auditInsert, auditTable, entityName } from './audit.ts'
import { literal, quote, shorten } from './names.ts'
import type { SqlObject } from './object.ts'
import { tableOf, type Join } from './tables.ts'
import { trigger } from './trigger.ts'

/**
 * The history of a many-to-many, told on its owner: per statement and owner one entry with the ids that
 * were added and removed, and, where the order changed, all of them in their new order. Direct SQL moves
 * the version of the owner as well; the write engine has done so before it writes pairs. Pairs that go
 * because their owner goes are told with version 0: nobody can see the owner any more.
 */
export function joinHistory(model: Model, join: Join): SqlObject[] {
  const audit = auditTable(model)
  if (audit === undefined || !join.entity.history) return []
  const { name: table } = join.member.table
  const name = shorten(`history_of_${table}`)
  const triggers = operations.map(({ operation, rows }) =>
    trigger(table, `history_${operation}`, `after ${operation}`, `referencing ${rows} for each statement execute function ${quote(name)}()`))
  return [{
    name: `history of ${table}`, replaces: true,
    create: [functionText(name, audit, model, join), ...triggers.map((one) => one.create)].join(';\n'),
    drop: [...triggers.map((one) => one.drop), `drop function if exists ${quote(name)}()`].join(';\n'),
  }]
}

const operations = [
  { operation: 'insert', rows: 'new table as pairs_now' },
  { operation: 'delete', rows: 'old table as pairs_before' },
  { operation: 'update', rows: 'old table as pairs_before new table as pairs_now' },
] as const

function functionText(name: string, audit: string, model: Model, join: Join): string {
  const { table } = join.member
  const note = (ids: string, changes: string): string => `
    if actor is null then
      update ${quote(join.entity.table)} set version = version + 1 where id in (${ids});
    end if;${entries(audit, model, join, changes)}`
  const owners = (rows: string): string => `select ${quote(table.source)} from ${rows}`
  return `create or replace function ${quote(name)}() returns trigger language plpgsql as $history$
declare
  actor jsonb := ${actor};
begin
  if tg_op = 'INSERT' then${note(owners('pairs_now'), allOf(table, 'pairs_now', 'added', 'removed'))}
  elsif tg_op = 'DELETE' then${note(owners('pairs_before'), allOf(table, 'pairs_before', 'removed', 'added'))}
  else${note(`${owners('pairs_now')} union ${owners('pairs_before')}`, difference(table))}
  end if;
  return null;
end $history$`
}

function entries(audit: string, model: Model, join: Join, changes: string): string {
  const owner = tableOf(model, join.entity)
  const change = `jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end`
  return `
    ${auditInsert(audit)}
      select clock_timestamp(), 'UPDATE', ${entityName(owner, 'owner.kind')}, pairs.id, coalesce(owner.version, 0), jsonb_build_object(${literal(join.member.name)}, ${change}), ${actorValues}
      from (${changes}) pairs left join ${quote(owner.name)} owner on owner.id = pairs.id;`
}

/** Every pair of the statement was made, or every one removed. */
function allOf({ source, target, position }: JoinTable, rows: string, is: string, isNot: string): string {
  const order = position === undefined ? '' : ` order by ${quote(position)}`
  return `select ${quote(source)} as id, jsonb_agg(${quote(target)}${order}) as ${is}, '[]'::jsonb as ${isNot}, null::jsonb as reordered from ${rows} group by 1`
}

/** Direct SQL may turn a pair into another; the order of pairs changes by updates. */
function difference({ name, source, target, position }: JoinTable): string {
  const [from, to] = [quote(source), quote(target)]
  const moved = position === undefined ? 'false' : `n.${quote(position)} <> o.${quote(position)}`
  const order = position === undefined ? 'null::jsonb' : `case when bool_or(pair.moved) then (select jsonb_agg(p.${to} order by p.${quote(position)}) from ${quote(name)} p where p.${from} = pair.id) end`
  return `select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, ${order} as reordered
      from (select coalesce(n.${from}, o.${from}) as id, n.${to} as became, o.${to} as was, ${moved} as moved
        from pairs_now n full join pairs_before o on n.${from} = o.${from} and n.${to} = o.${to}) pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)`
}
