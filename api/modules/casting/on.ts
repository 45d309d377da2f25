import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { reactions } from '../../write/types.ts'
import { today } from '../input.ts'
import { articleReactions } from './articles.ts'
import { clientReactions } from './clients.ts'
import { grantReactions } from './grantLife.ts'
import { offerReactions } from './offers.ts'
import { partnerFeedReactions } from './partnerFeeds.ts'
import { partnerLoginReactions } from './partnerLogins.ts'
import { prospectReactions } from './prospects.ts'

export default [
  ...prospectReactions,
  ...offerReactions,
  ...articleReactions,
  ...partnerLoginReactions,
  ...partnerFeedReactions,
  ...grantReactions,
  ...clientReactions,
  reactions(DiffusionPartner, {
    created: async (work, partner) => {
      if (partner.state === 'ACTIVE' && partner.since == null) await work.set(DiffusionPartner, partner.id, { since: today(work) })
    },
  }),
]
