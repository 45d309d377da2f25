import { User } from '#schema/core/user.ts'
import { administrators, managementTeam } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { namesOf } from '../../core/clients.ts'
import { collaboratorArguments, credentials, departmentInput } from '../collaborators.ts'

/** EE-46. Without a password the account waits for its invitation. */
export default action<User>({
  name: 'createCollaborator',
  on: User,
  scope: 'entity',
  label: { fr: 'Nouveau collaborateur', en: 'New collaborator' },
  access: [administrators, managementTeam],
  args: collaboratorArguments(true),
  returns: User,
  run: async (work, { fullName, department, ...given }) => work.asHouse().create(User, {
    ...credentials(given), ...(await departmentInput(work, department)),
    locale: work.caller.principal.locale, person: { create: { ...namesOf(String(fullName)), email: given['email'] } },
  }),
})
