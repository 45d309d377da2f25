import sql, { empty } from 'sql-template-tag'
import casting from '#schema/casting/module.ts'
import type { Work } from '../../write/types.ts'
import { recipient } from './partnerMail.ts'

/** Minutes over which faults are summed, and days that make a custom. */
export const MINUTES = 10
const CUSTOM_DAYS = 14
/** Days of use below which nothing is anybody's custom yet. */
const FEWEST_DAYS = 3
const MOST = 100

export type Row = Readonly<Record<string, unknown>>

/**
 * Grants whose calls are wrong, or whose rows are read, far beyond their custom: what each came to in the last minutes and on
 * this day, against what it usually does. Only calls with a good key of the partner count, so that nobody else can bring this
 * about. What was before somebody last decided on it is decided: whoever resumes a grant does not have it suspended again for
 * the same.
 */
export async function unusualGrants({ query, setting }: Work, only?: string): Promise<readonly Row[]> {
  const { settings } = casting
  const [faults, rows, times] = [await setting(settings.suspendFaults), await setting(settings.suspendRows), await setting(settings.suspendTimes)]
  return await query(sql`
  with recent as (
    select f.grant_id, sum(f.calls) as calls, sum(f.faults) as faults from guard.document_faults f join document_grant g on g.id = f.grant_id
    where f.minute > extract(epoch from now())::int / 60 - ${MINUTES}::int and f.minute > extract(epoch from g.updated_at)::int / 60 group by f.grant_id),
  used as (
    select u.grant_id, sum(u.row_count) filter (where u.day = today.day) as rows, avg(u.row_count) filter (where u.day < today.day) as usual_rows, count(*) filter (where u.day < today.day) as days,
      coalesce(sum(u.refused) filter (where u.day < today.day), 0) * ${MINUTES}::int / (${CUSTOM_DAYS} * 24 * 60.0) as usual_faults
    from document_usage u, lateral (select (now() at time zone 'Europe/Paris')::date as day) today where u.grant_id is not null and u.day >= today.day - ${CUSTOM_DAYS}::int group by u.grant_id)
  select g.id, d.alias, p.site_name as site, ${recipient} as email, r.faults::int, coalesce(u.usual_faults, 0)::int as "usualFaults", u.rows::float8, u.usual_rows::float8 as "usualRows", judged.faulty
  from document_grant g join persisted_query d on d.id = g.document_id join diffusion_partner p on p.id = g.partner_id left join recent r on r.grant_id = g.id left join used u on u.grant_id = g.id,
    lateral (select
      coalesce(${faults}::int > 0 and r.faults >= ${faults}::int and r.faults * 2 > r.calls and r.faults >= coalesce(u.usual_faults, 0) * ${times}::int, false) as faulty,
      coalesce(${rows}::int > 0 and u.rows >= ${rows}::int and u.days >= ${FEWEST_DAYS}::int and u.rows >= u.usual_rows * ${times}::int and g.updated_at < date_trunc('day', now(), 'Europe/Paris'), false) as greedy) judged
  where g.state = 'ACTIVE' and (judged.faulty or judged.greedy)${only === undefined ? empty : sql` and g.id = ${only}::uuid`} order by g.id limit ${MOST}`)
}
