import { User } from '#schema/core/user.ts'
import { managedCollaborator } from '#schema/crm/rules.ts'
import { administrators, managementTeam } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'

/** EE-48. His clients and events stay, and show that they need somebody. */
export default action<User>({
  name: 'deleteCollaborator',
  on: User,
  label: { fr: 'Supprimer le collaborateur', en: 'Delete the collaborator' },
  confirm: { fr: 'Son accès prend fin ; ses clients et ses événements restent, à confier à quelqu’un d’autre. Supprimer ce collaborateur ?', en: 'His access ends; his clients and events stay, to be given to somebody else. Delete this collaborator?' },
  access: [administrators.where(managedCollaborator), managementTeam.where(managedCollaborator)],
  returns: 'Boolean',
  run: async (work, { id }) => {
    await work.asHouse().remove(User, id)
    return true
  },
})
