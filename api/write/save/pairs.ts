import sql, { type Sql } from 'sql-template-tag'
import { entityOf, type JoinTable, type ManyToManyModel, type Model } from '../../model/model.ts'
import type { Change, PairChange } from '../change.ts'
import { SaveError } from '../failure.ts'
import { groupBy } from '../lookup/part.ts'
import { ident, oneOf } from '../rowSql.ts'
import type { Session } from '../session.ts'
import { idOf } from './store.ts'

/** What really changes among the pairs of a row. */
export interface PairPlan {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** All of them in their new order, where it is given. */
  readonly order: readonly string[] | undefined
}

export function pairPlan({ add, remove, set, order, current = [], member }: PairChange): PairPlan {
  const wanted = [...new Set([...(set ?? []), ...add])]
  const leaving = set ? current.filter((id) => !wanted.includes(id)) : remove.filter((id) => current.includes(id))
  const staying = [...(set ? [] : current.filter((id) => !leaving.includes(id))), ...wanted.filter((id) => set !== undefined || !current.includes(id))]
  const first = order?.filter((id) => staying.includes(id)) ?? []
  const ordered = member.ordered && (set || order) ? [...first, ...staying.filter((id) => !first.includes(id))] : undefined
  const moved = ordered !== undefined && ordered.join() !== current.join()
  return { add: wanted.filter((id) => !current.includes(id)), remove: leaving, order: moved ? ordered : undefined }
}

export const changesPairs = (pairs: PairChange): boolean => {
  const { add, remove, order } = pairPlan(pairs)
  return add.length + remove.length > 0 || order !== undefined
}

interface Pairs {
  readonly change: Change
  readonly pairs: PairChange
}

/** Writes the pairs of rows that are there by now: those of new rows together, others row by row. */
export async function savePairs(session: Session, changes: readonly Change[]): Promise<void> {
  const all = changes.flatMap((change): Pairs[] => [...change.nested.values()].flatMap(({ pairs }) => (pairs ? [{ change, pairs }] : [])))
  const fresh = all.filter(({ change, pairs }) => change.verb === 'create' && !pairs.member.mirrored)
  for (const group of groupBy(fresh, ({ pairs }) => pairs.member.table.name)) await saveFresh(session, group)
  for (const one of all) if (!fresh.includes(one)) await saveChanged(session, one)
}

async function saveFresh(session: Session, group: readonly Pairs[]): Promise<void> {
  const rows = group.flatMap(({ change, pairs }) => {
    const { add, order } = pairPlan(pairs)
    return (order ?? add).map((target, position) => ({ source: idOf(change), target, position }))
  })
  const table = group[0]?.pairs.member.table
  if (!table || rows.length === 0) return
  const values = sql`unnest(${rows.map((row) => row.source)}::uuid[], ${rows.map((row) => row.target)}::uuid[], ${rows.map((row) => row.position)}::int[]) as x(source, target, position)`
  await run(session, sql`insert into ${ident(table.name)} (${columns(table)}) select x.source, x.target ${table.position ? sql`, x.position` : sql``} from ${values}`, group.map(({ change }) => change))
}

async function saveChanged(session: Session, { change, pairs }: Pairs): Promise<void> {
  const { add, remove, order } = pairPlan(pairs)
  const { table } = pairs.member
  const id = idOf(change)
  const gone = sql`delete from ${ident(table.name)} where ${ident(table.source)} = ${id} and ${oneOf(ident(table.target), remove)}`
  const come = order ? orderSql(table, id, order) : add.length > 0 ? appendSql(pairs.member, session.engine.model, id, add) : undefined
  if (remove.length > 0 && come) await run(session, sql`with gone as (${gone}) ${come}`, [change])
  else if (remove.length > 0) await run(session, gone, [change])
  else if (come) await run(session, come, [change])
}

/** Every pair at its place; those that come are made. */
const orderSql = (table: JoinTable, id: string, order: readonly string[]): Sql => sql`
  insert into ${ident(table.name)} as pair (${columns(table)}) select ${id}::uuid, x.target, x.place - 1 from unnest(${order}::uuid[]) with ordinality as x(target, place)
  on conflict (${ident(table.source)}, ${ident(table.target)}) do update set position = excluded.position where pair.position is distinct from excluded.position`

/** At the end of the list of whoever keeps one: this row, or each of those at the other end. */
function appendSql(member: ManyToManyModel, model: Model, id: string, add: readonly string[]): Sql {
  const { table, mirrored, inverse, target } = member
  const declared = mirrored ? entityOf(model, target).members.get(inverse ?? '') : member
  const position = declared?.is === 'manyToMany' ? declared.table.position : undefined
  const values = sql`unnest(${add}::uuid[]) with ordinality as x(target, place)`
  if (!position) return sql`insert into ${ident(table.name)} (${columns(table)}) select ${id}::uuid, x.target from ${values} on conflict do nothing`
  const keeper = mirrored ? sql`p.${ident(table.target)} = x.target` : sql`p.${ident(table.source)} = ${id}`
  const place = sql`coalesce((select max(p.position) + 1 from ${ident(table.name)} p where ${keeper}), 0)`
  return sql`insert into ${ident(table.name)} (${columns({ ...table, position })}) select ${id}::uuid, x.target, ${place} + ${mirrored ? sql`0` : sql`x.place - 1`} from ${values} on conflict do nothing`
}

const columns = (table: JoinTable): Sql => sql`${ident(table.source)}, ${ident(table.target)}${table.position ? sql`, position` : sql``}`

async function run({ query }: Session, { text, values }: Sql, changes: readonly Change[]): Promise<void> {
  try {
    await query(text, values)
  } catch (error) {
    throw new SaveError(error, changes)
  }
}
