import sql from 'sql-template-tag'
import { DocumentGrant } from '#schema/casting/documentGrant.ts'
import { fill, type Labels } from '../../../model/labels.ts'
import { job, type Stored, type Work } from '../../../write/types.ts'
import { notify } from '../../core/notify.ts'
import { letter, moreText } from '../partnerMail.ts'
import { MINUTES, unusualGrants, type Row } from '../unusualGrants.ts'

export const SUSPEND_UNUSUAL = 'suspendUnusualGrant'

/** Suspends a grant that `watchGrants` found, unless somebody has decided on it meanwhile. */
export default job({
  name: SUSPEND_UNUSUAL,
  run: async (work, data) => {
    const grant = await work.row(DocumentGrant, String(data['grant']), true)
    const [unusual] = grant ? await unusualGrants(work, grant.id) : []
    if (grant && unusual) await suspend(work, unusual, grant)
  },
})

async function suspend(work: Work, { alias, site, email, faulty, ...figures }: Row, grant: Stored<DocumentGrant>): Promise<void> {
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
