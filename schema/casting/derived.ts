import { publishedOfferObjects } from './sql/publishedOffers.ts'
import { tradeWordObjects } from './sql/tradeWords.ts'

/** What the public search looks things up in. */
export default [...tradeWordObjects, ...publishedOfferObjects]
