import { User } from '#schema/core/user.ts'
import { managedCollaborator } from '#schema/crm/rules.ts'
import { administrators, managementTeam } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { namesOf } from '../../core/clients.ts'
import { collaboratorArguments, credentials, departmentInput } from '../collaborators.ts'

/** EE-47. A change of department acts on the next request. */
export default action<User>({
  name: 'updateCollaborator',
  on: User,
  label: { fr: 'Modifier le collaborateur', en: 'Change the collaborator' },
  access: [administrators.where(managedCollaborator), managementTeam.where(managedCollaborator)],
  args: collaboratorArguments(false),
  returns: User,
  run: async (work, { id, fullName, department, ...given }) => {
    await work.asHouse().update(User, id, {
      ...credentials(given), ...(await departmentInput(work, department)),
      ...(fullName === undefined ? {} : { person: { update: namesOf(String(fullName)) } }),
    })
    return id
  },
})
