import sql from 'sql-template-tag'
import casting from '#schema/casting/module.ts'
import { DocumentGrant } from '#schema/casting/documentGrant.ts'
import { fill, type Labels } from '../../../model/labels.ts'
import { job, type Work } from '../../../write/types.ts'
import { notify } from '../../core/notify.ts'
import { letter, moreText, recipient } from '../partnerMail.ts'

/** Minutes over which faults are summed, and days that make a custom. */
const MINUTES = 10
const CUSTOM_DAYS = 14
/** Days of use below which nothing is anybody's custom yet. */
const FEWEST_DAYS = 3
const MOST = 100

interface Limits { readonly faults: number; readonly rows: number; readonly times: number }
type Row = Readonly<Record<string, unknown>>

/**
 * Suspends a grant whose calls are refused, or whose rows are read, far beyond its custom: a program that runs wild, or a key
 * in other hands. Only calls with a good key of the partner count, so that nobody else can bring this about.
 */
export default job({
  name: 'watchGrants',
  schedule: '* * * * *',
  run: async (work) => {
    const { settings } = casting
    const [faults, rows, times] = [await work.setting(settings.suspendFaults), await work.setting(settings.suspendRows), await work.setting(settings.suspendTimes)]
    for (const grant of await unusual(work, { faults, rows, times })) await suspend(work, grant)
    await work.query(sql`delete from guard.document_faults where minute < extract(epoch from now())::int / 60 - 60`)
  },
})

/**
 * What a grant came to in the last minutes and on this day, against what it usually does. What was before somebody last
 * decided on it is decided: whoever resumes a grant does not have it suspended again for the same.
 */
const unusual = ({ query }: Work, { faults, rows, times }: Limits): Promise<readonly Row[]> => query(sql`
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
  where g.state = 'ACTIVE' and (judged.faulty or judged.greedy) order by g.id limit ${MOST}`)

async function suspend(work: Work, { id, alias, site, email, faulty, ...figures }: Row): Promise<void> {
  const grant = await work.row(DocumentGrant, String(id), true)
  if (grant?.state !== 'ACTIVE') return
  const count = (value: unknown): number => Math.round(Number(value ?? 0))
  const values = { alias, site, minutes: MINUTES, faults: count(figures['faults']), usualFaults: count(figures['usualFaults']), rows: count(figures['rows']), usualRows: count(figures['usualRows']), link: `${work.publicUrl}/admin/partner` }
  const why = faulty === true ? ofFaults : ofRows
  await work.set(DocumentGrant, grant.id, { state: 'SUSPENDED', reason: `${fill(why.fr, values)}\n${fill(why.en, values)}` })
  const told: Labels = { fr: fill(why.fr, values), en: fill(why.en, values) }
  await notify(work, await desk(work), {
    kind: 'grantSuspended', subject: { entity: 'DocumentGrant', id: grant.id }, key: `${grant.version}`, byClock: true,
    title: { fr: fill(title.fr, values), en: fill(title.en, values) }, body: told,
  })
  if (email != null) await work.mail({ to: String(email), ...letter(title, [why, nextText, moreText], values), key: `grant suspended ${grant.id} ${grant.version}` })
}

/** Who looks after partners, and who may resume a grant. */
const desk = async ({ query }: Work): Promise<readonly string[]> =>
  (await query(sql`select u.id from "user" u where u.state = 'ACTIVE' and (u.is_administrator or exists (select from user_roles h join role r on r.id = h.role_id where h.user_id = u.id and r.key = 'employee')) order by u.id limit 500`)).map((row) => String(row['id']))

const title: Labels = { fr: '{alias} est suspendue pour {site}', en: '{alias} is suspended for {site}' }
const ofFaults: Labels = {
  fr: 'Suspendue d’office : {faults} appels refusés en {minutes} minutes, d’ordinaire {usualFaults}.', en: 'Suspended by the house: {faults} refused calls in {minutes} minutes, usually {usualFaults}.',
}
const ofRows: Labels = {
  fr: 'Suspendue d’office : {rows} lignes lues ce jour, d’ordinaire {usualRows}.', en: 'Suspended by the house: {rows} rows read on this day, usually {usualRows}.',
}
const nextText: Labels = {
  fr: 'Vérifiez votre programme et vos clés, puis écrivez-nous : la requête reprendra dès que nous l’aurons rouverte.', en: 'Check your program and your keys, then write to us: the document answers again once we have resumed it.',
}
