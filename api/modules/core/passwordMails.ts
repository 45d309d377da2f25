import sql from 'sql-template-tag'
import { newLinkToken, SEND_PASSWORD_LINK } from '../../access/passwords.ts'
import { fill, type Labels, type Locale } from '../../model/labels.ts'
import { User } from '#schema/core/user.ts'
import type { Stored, Work } from '../../write/types.ts'

const INVITED_HOURS = 7 * 24
const RESET_HOURS = 0.5

interface Letter {
  readonly subject: Labels
  readonly text: Labels
}

const invitation: Letter = {
  subject: { fr: 'Votre accès à Coulisses', en: 'Your access to Coulisses' },
  text: {
    fr: 'Bonjour {name},\n\nun compte vous attend dans Coulisses. Choisissez votre mot de passe :\n\n{link}\n\nCe lien sert une seule fois, pendant sept jours.\n',
    en: 'Hello {name},\n\nan account is waiting for you in Coulisses. Choose your password:\n\n{link}\n\nThis link works once, for seven days.\n',
  },
}
const reset: Letter = {
  subject: { fr: 'Choisir un nouveau mot de passe', en: 'Choose a new password' },
  text: {
    fr: 'Bonjour {name},\n\nquelqu’un, sans doute vous, a demandé un nouveau mot de passe. Choisissez-le ici :\n\n{link}\n\nCe lien sert une seule fois, pendant trente minutes. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.\n',
    en: 'Hello {name},\n\nsomebody, probably you, asked for a new password. Choose it here:\n\n{link}\n\nThis link works once, for thirty minutes. If you did not ask, ignore this message: your password stays as it is.\n',
  },
}

/** A new link, instead of the one before; what comes after the # no server is told, nor its log. */
async function newLink(work: Work, user: Stored<User>, hours: number): Promise<{ link: string; tokenHash: string }> {
  const { token, tokenHash } = newLinkToken()
  const expiresAt = new Date(work.now.getTime() + hours * 3_600_000).toISOString()
  await work.query(sql`
    insert into password_link (user_id, token_hash, expires_at) values (${user.id}, ${tokenHash}, ${expiresAt})
    on conflict (user_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`)
  return { link: `${work.publicUrl}/admin/#password=${token}`, tokenHash }
}

/** To whoever is invited the invitation, to whoever has an account a way to a new password, to anybody else nothing. */
export async function sendPasswordLink(work: Work, userId: string): Promise<void> {
  const user = await work.row(User, userId, true)
  if (user?.email == null || (user.state !== 'INVITED' && user.state !== 'ACTIVE')) return
  const invited = user.state === 'INVITED'
  const { subject, text } = invited ? invitation : reset
  const { link, tokenHash } = await newLink(work, user, invited ? INVITED_HOURS : RESET_HOURS)
  const locale: Locale = user.locale === 'en' ? 'en' : 'fr'
  await work.mail({
    to: user.email, subject: subject[locale], text: fill(text[locale], { name: user.fullName ?? '', link }), secret: true, key: `password link ${tokenHash}`,
  })
}

/** Sent after the transaction, by a job that knows nothing but the account. */
export const enqueuePasswordLink = (work: Work, user: string): Promise<void> => work.enqueue(SEND_PASSWORD_LINK, { user }, { key: user })
