import sql from 'sql-template-tag'
import { fill, type Labels } from '../../model/labels.ts'

/** Whom a partner's mails reach, of `diffusion_partner p`: his technical contact, or the first account that acts for him. */
export const recipient = sql`coalesce((select c.email from party c where c.id = p.technical_contact_id), (select u.email from "user" u where u.acts_for_id = p.organisation_id and u.state = 'ACTIVE' order by u.id limit 1))`

type Values = Readonly<Record<string, unknown>>

/** Of a contact no language is known: French first, English below. */
export const letter = (subject: Labels, parts: readonly Labels[], values: Values): { readonly subject: string; readonly text: string } => ({
  subject: fill(subject.fr, values), text: `${parts.map(({ fr }) => fill(fr, values)).join('\n\n')}\n\n--\n\n${parts.map(({ en }) => fill(en, values)).join('\n\n')}\n`,
})

export const moreText: Labels = { fr: 'Vos requêtes, leurs limites et leur usage : {link}', en: 'Your documents, their limits and their use: {link}' }
