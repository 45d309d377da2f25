import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { Prospect } from '#schema/casting/prospect.ts'
import { castingDesk } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'
import { makePartner } from '../conversion.ts'

export default action<Prospect>({
  name: 'makeProspectPartner',
  on: Prospect,
  label: { fr: 'Faire devenir partenaire', en: 'Make a partner' },
  confirm: { fr: 'Faire de ce prospect un partenaire de diffusion ?', en: 'Make this prospect a diffusion partner?' },
  offered: { organisation: { isEmpty: false }, or: [{ diffusionPartner: { isEmpty: true } }, { diffusionPartner: { state: { eq: 'PROSPECTIVE' } } }] },
  access: castingDesk,
  returns: DiffusionPartner,
  run: (work, { id }) => makePartner(work, id),
})
