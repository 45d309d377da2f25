import sql from 'sql-template-tag'
import { fill, type Labels } from '../../../model/labels.ts'
import { added, percentile } from '../../../ports/callTimes.ts'
import { job, type Work } from '../../../write/types.ts'
import { letter, moreText, recipient } from '../partnerMail.ts'

/** Documents whose end was announced are told at once, and again when so many days are left. */
const LAST_DAYS = 30
const UNUSED_DAYS = 30
const MOST = 500

type Row = Readonly<Record<string, unknown>>

/** Tells partners by mail what ends, what they do not use, and each Monday what they used: a header is read by nobody who is not looking for it. */
export default job({
  name: 'tellPartners',
  schedule: '30 5 * * *',
  run: async (work) => {
    for (const ending of await endings(work)) await tellEnding(work, ending)
    if (work.now.getUTCDay() !== 1) return
    for (const partner of await unused(work)) await tellUnused(work, partner)
    for (const uses of Map.groupBy(await lastWeek(work), ({ partner }) => partner).values()) await tellUsage(work, uses)
  },
})

const endings = ({ query }: Work): Promise<readonly Row[]> => query(sql`
  select g.id as grant, d.name || '.v' || d.revision as alias, s.name || '.v' || s.revision as successor, p.site_name as site, ${recipient} as email, to_char(d.sunset_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as until,
    d.deprecated_at as since, d.sunset_at < now() + make_interval(days => ${LAST_DAYS}) as soon
  from document_grant g join persisted_query d on d.id = g.document_id left join persisted_query s on s.id = d.successor_id join diffusion_partner p on p.id = g.partner_id
  where g.state in ('ACTIVE', 'SUSPENDED') and p.state = 'ACTIVE' and d.state = 'DEPRECATED' and d.sunset_at > now() order by g.id limit ${MOST}`)

async function tellEnding(work: Work, { grant, alias, successor, site, email, until, since, soon }: Row): Promise<void> {
  if (email == null) return
  const values = { alias, successor, site, until, link: `${work.publicUrl}/admin/partner` }
  const text = [endingText, ...(successor == null ? [] : [successorText]), moreText]
  // The same key is one mail: announced once, and once more before the end.
  await work.mail({ to: String(email), ...letter(endingSubject, text, values), key: `document ending ${String(grant)} ${soon === true ? `soon ${String(until)}` : String(new Date(String(since)).toISOString().slice(0, 10))}` })
}

/** Active for longer than they went unused, by partner. */
const unused = ({ query }: Work): Promise<readonly Row[]> => query(sql`
  select p.id as partner, p.site_name as site, ${recipient} as email, to_char(now(), 'IYYY-IW') as week, string_agg(d.name || '.v' || d.revision, ', ' order by d.name, d.revision) as aliases
  from document_grant g join persisted_query d on d.id = g.document_id join diffusion_partner p on p.id = g.partner_id
  where g.state = 'ACTIVE' and p.state = 'ACTIVE' and d.state in ('ACTIVE', 'DEPRECATED') and g.created_at < now() - make_interval(days => ${UNUSED_DAYS})
    and not exists (select from document_usage u where u.grant_id = g.id and u.day > current_date - ${UNUSED_DAYS}::int)
  group by p.id order by p.id limit ${MOST}`)

async function tellUnused(work: Work, { partner, site, email, week, aliases }: Row): Promise<void> {
  if (email == null) return
  const values = { aliases, site, days: UNUSED_DAYS, link: `${work.publicUrl}/admin/partner` }
  await work.mail({ to: String(email), ...letter(unusedSubject, [unusedText, moreText], values), key: `documents unused ${String(partner)} ${String(week)}` })
}

/** Of the seven days that ended yesterday, by partner and document. */
const lastWeek = ({ query, now }: Work): Promise<readonly Row[]> => query(sql`
  select p.id as partner, p.site_name as site, ${recipient} as email, to_char(w.monday, 'IYYY-IW') as week, to_char(w.monday - 7, 'YYYY-MM-DD') as since, to_char(w.monday - 1, 'YYYY-MM-DD') as until, d.name || '.v' || d.revision as alias,
    sum(u.calls)::float8 as calls, sum(u.errors)::float8 as errors, sum(u.refused)::float8 as refused, sum(u.row_count)::float8 as rows, json_agg(u.times) as times
  from (select (${now}::timestamptz at time zone 'Europe/Paris')::date as monday) w, document_usage u join document_grant g on g.id = u.grant_id join persisted_query d on d.id = g.document_id join diffusion_partner p on p.id = g.partner_id
  where p.state = 'ACTIVE' and u.day >= w.monday - 7 and u.day < w.monday
  group by p.id, d.id, w.monday order by p.id, alias limit ${MOST * 10}`)

async function tellUsage(work: Work, uses: readonly Row[]): Promise<void> {
  const [{ partner, site, email, week, since, until } = {}] = uses
  if (email == null) return
  const values = { site, since, until, link: `${work.publicUrl}/admin/partner` }
  const lines: Labels = { fr: uses.map((use) => lineOf(use, 'fr')).join('\n'), en: uses.map((use) => lineOf(use, 'en')).join('\n') }
  await work.mail({ to: String(email), ...letter(usageSubject, [usageText, lines, moreText], values), key: `usage ${String(partner)} ${String(week)}` })
}

function lineOf({ alias, calls, errors, refused, rows, times }: Row, locale: 'fr' | 'en'): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const [told, failed, turned, read] = [calls, errors, refused, rows].map((value) => number.format(Number(value)))
  return fill(usageLine[locale], { alias, calls: told, errors: failed, refused: turned, rows: read, p95: number.format(percentile(added(times), 0.95) ?? 0) })
}

const usageSubject = { fr: 'Votre usage du {since} au {until}', en: 'Your use from {since} to {until}' }
const usageText = { fr: 'Ce que {site} nous a demandé la semaine passée :', en: 'What {site} asked of us last week:' }
const usageLine = {
  fr: '– {alias} : {calls} appels, dont {refused} refusés et {errors} en erreur ; {rows} lignes ; 95 % des réponses en moins de {p95} ms',
  en: '– {alias}: {calls} calls, {refused} of them refused and {errors} failed; {rows} rows; 95% of the answers in less than {p95} ms',
}
const endingSubject = { fr: '{alias} s’arrête le {until}', en: '{alias} stops on {until}' }
const endingText = { fr: 'La requête {alias}, ouverte à {site}, cessera de répondre le {until}.', en: 'The document {alias}, which is open to {site}, stops answering on {until}.' }
const successorText = { fr: '{successor} la remplace.', en: '{successor} replaces it.' }
const unusedSubject = { fr: 'Requêtes inutilisées depuis {days} jours', en: 'Documents not used for {days} days' }
const unusedText = { fr: '{site} n’a pas appelé ces requêtes depuis {days} jours : {aliases}.', en: '{site} has not called these documents for {days} days: {aliases}.' }
