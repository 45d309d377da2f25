import { now } from '#model'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { job } from '../../../write/types.ts'

/** The public stops seeing an offer by the clock alone; this makes its state say so. */
export default job({
  name: 'expireCastingOffers',
  schedule: '* * * * *',
  run: async (work) => {
    const over = await work.rows(CastingOffer, { state: { eq: 'PUBLISHED' }, publishUntil: { lte: now } }, 500)
    for (const offer of over) await work.set(CastingOffer, offer.id, { state: 'EXPIRED' })
  },
})
