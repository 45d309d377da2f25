import { Client } from '#schema/core/client.ts'
import { Prospect } from '#schema/casting/prospect.ts'
import { castingDesk } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { makeClient } from '../conversion.ts'

export default action<Prospect>({
  name: 'makeProspectClient',
  on: Prospect,
  label: { fr: 'Faire devenir client', en: 'Make a client' },
  confirm: { fr: 'Faire de ce prospect un client ?', en: 'Make this prospect a client?' },
  offered: { or: [{ client: { isEmpty: true } }, { client: { state: { ne: 'ACTIVE' } } }] },
  access: castingDesk,
  returns: Client,
  run: (work, { id }) => makeClient(work, id),
})
