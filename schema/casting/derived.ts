import { offerChangeObjects } from './sql/offerChanges.ts'
import { publishedOfferObjects } from './sql/publishedOffers.ts'
import { tradeWordObjects } from './sql/tradeWords.ts'

/** What the public search looks things up in, and what the feeds of partners remember. */
export default [...tradeWordObjects, ...publishedOfferObjects, ...offerChangeObjects]
