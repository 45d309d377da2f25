import sql from 'sql-template-tag'
import { fill, type Labels } from '../../../model/labels.ts'
import { job, type Work } from '../../../write/types.ts'

/** Documents whose end was announced are told at once, and again when so many days are left. */
const LAST_DAYS = 30
const UNUSED_DAYS = 30
const MOST = 500

type Row = Readonly<Record<string, unknown>>

/** Whom a partner's mails reach: his technical contact, or the first account that acts for him. */
const recipient = sql`coalesce((select c.email from party c where c.id = p.technical_contact_id), (select u.email from "user" u where u.acts_for_id = p.organisation_id and u.state = 'ACTIVE' order by u.id limit 1))`

/** Tells partners by mail what ends and what they do not use: a header is read by nobody who is not looking for it. */
export default job({
  name: 'tellPartners',
  schedule: '30 5 * * *',
  run: async (work) => {
    for (const ending of await endings(work)) await tellEnding(work, ending)
    if (work.now.getUTCDay() === 1) for (const partner of await unused(work)) await tellUnused(work, partner)
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
  const text = [endingText, ...(successor == null ? [] : [successorText]), moreText].map((part) => inBoth(part, values))
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
  await work.mail({ to: String(email), ...letter(unusedSubject, [unusedText, moreText].map((part) => inBoth(part, values)), values), key: `documents unused ${String(partner)} ${String(week)}` })
}

/** Of a contact no language is known: French first, English below. */
const inBoth = (labels: Labels, values: Readonly<Record<string, unknown>>): Labels => ({ fr: fill(labels.fr, values), en: fill(labels.en, values) })
const letter = (subject: Labels, parts: readonly Labels[], values: Readonly<Record<string, unknown>>): { readonly subject: string; readonly text: string } => ({
  subject: fill(subject.fr, values), text: `${parts.map(({ fr }) => fr).join('\n\n')}\n\n--\n\n${parts.map(({ en }) => en).join('\n\n')}\n`,
})

const endingSubject = { fr: '{alias} s’arrête le {until}', en: '{alias} stops on {until}' }
const endingText = { fr: 'La requête {alias}, ouverte à {site}, cessera de répondre le {until}.', en: 'The document {alias}, which is open to {site}, stops answering on {until}.' }
const successorText = { fr: '{successor} la remplace.', en: '{successor} replaces it.' }
const unusedSubject = { fr: 'Requêtes inutilisées depuis {days} jours', en: 'Documents not used for {days} days' }
const unusedText = { fr: '{site} n’a pas appelé ces requêtes depuis {days} jours : {aliases}.', en: '{site} has not called these documents for {days} days: {aliases}.' }
const moreText = { fr: 'Vos requêtes, leurs limites et leur usage : {link}', en: 'Your documents, their limits and their use: {link}' }
