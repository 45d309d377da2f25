import { offerChangeObjects } from './sql/offerChanges.ts'
import { offerChangeTriggers } from './sql/offerChangeTriggers.ts'
import { offerWordObjects } from './sql/offerWords.ts'
import { publishedOfferObjects } from './sql/publishedOffers.ts'
import { publishedOfferTriggers } from './sql/publishedOfferTriggers.ts'
import { publishedWordObjects } from './sql/publishedWords.ts'
import { tradeWordObjects } from './sql/tradeWords.ts'

/** What the public search looks things up in, and what the feeds of partners remember. */
export default [...tradeWordObjects, ...offerWordObjects, ...publishedWordObjects, ...publishedOfferObjects, ...publishedOfferTriggers, ...offerChangeObjects, ...offerChangeTriggers]
