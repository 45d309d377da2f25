import { notAbove } from '#schema/core/rules.ts'
import { administrators, castingDesk } from '#schema/roles.ts'
import { User } from '#schema/core/user.ts'
import { action } from '../../../write/types.ts'
import { manageable } from '../accounts.ts'
import { enqueuePasswordLink } from '../passwordMails.ts'

/** The invitation once more: the link of the mail before it ends. */
export default action<User>({
  name: 'sendInvitation',
  on: User,
  label: { fr: 'Renvoyer l’invitation', en: 'Send the invitation again' },
  help: { fr: 'Un lien pour choisir son mot de passe part par e-mail ; le lien précédent ne sert plus.', en: 'A link to choose a password is sent by e-mail; the link before it no longer works.' },
  access: [administrators, castingDesk.where(notAbove)],
  when: { state: { eq: 'INVITED' } },
  returns: User,
  run: async (work, { id }) => {
    await manageable(work, id)
    await enqueuePasswordLink(work, id)
    return id
  },
})
