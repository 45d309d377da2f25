import { Client } from '#schema/core/client.ts'
import { User } from '#schema/core/user.ts'
import { administrators } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'

/** Nobody in the three departments may: the administrator does, when somebody leaves (C-09). */
export default action<Client>({
  name: 'reassignClient',
  on: Client,
  label: { fr: 'Confier à un autre commercial', en: 'Give to another sales contact' },
  help: { fr: 'Ses contrats suivent.', en: 'The contracts follow.' },
  access: administrators,
  when: { lines: { has: 'EPIC_EVENTS' } },
  args: { salesContact: { kind: 'record', entity: () => User, options: { required: true, label: { fr: 'Commercial', en: 'Sales contact' } } } },
  returns: Client,
  run: async (work, { id, salesContact }) => {
    await work.update(Client, id, { salesContact: { connect: salesContact } })
    return id
  },
})
