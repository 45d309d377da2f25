import sql from 'sql-template-tag'
import core from '#schema/core/module.ts'
import type { Work } from '../../write/types.ts'
import { notify } from './notify.ts'

const MOST = 50

/** Whoever sees to it that rules are kept: the account that the settings name, or the administrators; and who leads the person's team. */
async function watchers(work: Work, person: string): Promise<readonly string[]> {
  const email = await work.setting(core.settings.complianceEmail)
  const named = await work.query(sql`select id from "user" where state = 'ACTIVE' and lower(email) = lower(${email})`)
  const house = named.length > 0 ? named : await work.query(sql`select id from "user" where state = 'ACTIVE' and is_administrator limit ${MOST}`)
  const leader = await work.query(sql`select t.manager_id as id from "user" u join team t on t.id = u.team_id where u.id = ${person} and t.manager_id is not null`)
  return [...house, ...leader].map(({ id }) => String(id)).filter((id) => id !== person)
}

/** Tells of a new alert that there is one, and about whom; what it is about, its record shows to whoever may read it (MU8.2.3-a). */
export async function tellOfAlert(work: Work, alert: string, blocked: boolean): Promise<void> {
  const { userId } = work.caller.principal
  if (userId === undefined) return
  const [row] = await work.query(sql`select coalesce(full_name, email) as name from "user" where id = ${userId}`)
  const name = String(row?.['name'])
  await notify(work, await watchers(work, userId), {
    kind: 'conflictAlert', subject: { entity: 'ConflictAlert', id: alert },
    title: blocked
      ? { fr: `Conflit d’intérêts : ${name} a été empêché d’accéder à un enregistrement`, en: `Conflict of interest: ${name} was kept from a record` }
      : { fr: `Conflit d’intérêts : ${name} travaille sur un enregistrement concerné`, en: `Conflict of interest: ${name} works on a record that a rule is about` },
  })
}
