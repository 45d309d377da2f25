import sql, { raw, type Sql } from 'sql-template-tag'
import { AppError } from '../../../model/errors.ts'
import type { Labels } from '../../../model/labels.ts'
import type { Work } from '../../../write/types.ts'

const refused = (reason: string, message: Labels): AppError => new AppError('FORBIDDEN', [{ reason, message }])

/** The letter box behind an address: `ada+2@x.fr` is Ada's as well. */
const mailbox = (column: string) => raw(`lower(regexp_replace(${column}, '[+][^@]*@', '@'))`)

/** By what two accounts are known to be the same person's: the person, an address, a telephone, the name. */
const compared = (requester: string, others: Sql) => sql`
  with who as (
    select u.id, u.person_id, u.created_by_id, fold(coalesce(u.full_name, '')) as name, p.phone_e164 as phone,
      array_remove(array[${mailbox('u.email')}, ${mailbox('p.email')}], null) as mailboxes
    from "user" u left join party p on p.id = u.person_id where u.id = ${requester} or ${others})
  select b.id, (a.person_id = b.person_id or a.mailboxes && b.mailboxes or (a.phone = b.phone) is true or (a.name <> '' and a.name = b.name)) is true as same,
    (b.created_by_id = a.id) is true as made
  from who a join who b on b.id <> a.id where a.id = ${requester}`

/** So many are tried out at most: each does the whole operation. */
const MOST = 20

/** Who may decide what somebody asks: another person, as far as accounts tell, who could do it himself. */
export async function deciders(work: Work, requester: string, operation: string): Promise<readonly string[]> {
  const rows = await work.query(compared(requester, sql`(u.is_administrator and u.state = 'ACTIVE')`))
  const others = rows.filter(({ same, made }) => same !== true && made !== true).slice(0, MOST).map(({ id }) => String(id))
  const able: string[] = []
  for (const id of others) if (await couldDo(work, id, operation)) able.push(id)
  return able
}

/** The same that is asked of whoever agrees (`decide.ts`): rights on the entity alone do not tell of this record. */
async function couldDo(work: Work, userId: string, operation: string): Promise<boolean> {
  const caller = await work.callerFor(userId)
  if (!caller) return false
  try {
    await work.replay(operation, caller, false)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/**
 * Whoever decides is another person than the one who asked: not he himself, not a second account of his,
 * and not an account that he made himself. @throws AppError FORBIDDEN
 */
export async function refuseSamePerson(work: Work, requester: string): Promise<void> {
  const decider = work.caller.principal.userId
  if (decider === undefined || decider === requester) {
    throw refused('ownRequest', { fr: 'Une autre personne que vous doit décider de votre demande.', en: 'Somebody else than you must decide on your request.' })
  }
  const [found] = await work.query(compared(requester, sql`u.id = ${decider}`))
  if (!found || found['same'] === true) {
    throw refused('samePerson', { fr: 'Ce compte est à la même personne que celui de la demande : une autre personne doit décider.', en: 'This account belongs to the same person as that of the request: somebody else must decide.' })
  }
  if (found['made'] === true) {
    throw refused('madeByRequester', { fr: 'La personne qui demande a créé votre compte elle-même : une autre personne doit décider.', en: 'Whoever asks made your account: somebody else must decide.' })
  }
}
