import { Event } from '#schema/core/event.ts'
import { User } from '#schema/core/user.ts'
import { companyEvent } from '#schema/crm/rules.ts'
import { administrators, managementTeam } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'

/** Management names who organises the event and sees to it (EE-09). */
export default action<Event>({
  name: 'assignSupport',
  on: Event,
  label: { fr: 'Désigner le support', en: 'Assign support' },
  access: [administrators.where(companyEvent), managementTeam.where(companyEvent)],
  args: { user: { kind: 'record', entity: () => User, options: { required: true, label: { fr: 'Membre du support', en: 'Member of support' } } } },
  returns: Event,
  run: async (work, { id, user }) => {
    await work.update(Event, id, { supportContact: { connect: user } })
    return id
  },
})
