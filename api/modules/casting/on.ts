import { Client } from '#schema/core/client.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { reactions } from '../../write/types.ts'
import { today } from '../input.ts'
import { articleReactions } from './articles.ts'
import { grantReactions } from './grantLife.ts'
import { offerReactions } from './offers.ts'
import { partnerLoginReactions } from './partnerLogins.ts'
import { prospectReactions } from './prospects.ts'

export default [
  ...prospectReactions,
  ...offerReactions,
  ...articleReactions,
  ...partnerLoginReactions,
  ...grantReactions,
  reactions(Client, {
    // A client that the casting desk records is one of casting.
    prepare: (work, input, current) => {
      const desk = work.caller.principal.roles.has('employee') || work.caller.principal.roles.has('administrator')
      return current === undefined && input['lines'] === undefined && desk ? { ...input, lines: ['CASTING'] } : input
    },
  }),
  reactions(DiffusionPartner, {
    created: async (work, partner) => {
      if (partner.state === 'ACTIVE' && partner.since == null) await work.set(DiffusionPartner, partner.id, { since: today(work) })
    },
  }),
]
