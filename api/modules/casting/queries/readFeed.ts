import { createHash } from 'node:crypto'
import sql, { raw, type Sql } from 'sql-template-tag'
import { shape } from '#model'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { castingDesk, partners } from '#schema/roles.ts'
import { notFound } from '../../../model/errors.ts'
import { isId } from '../../../model/fields/id.ts'
import { integer } from '../../../model/fields/integer.ts'
import { text } from '../../../model/fields/text.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { argument } from '../../argument.ts'
import { wrong } from '../../input.ts'
import { noteRead, openFeed, type Feed } from '../feeds/feed.ts'
import { decodePosition, encodePosition, listIn, sinceOf } from '../feeds/position.ts'
import { nextOffers } from '../feeds/statement.ts'

const answer = shape('FeedReading', {
  items: { type: () => CastingOffer, many: true },
  gone: { type: 'ID', many: true, required: true, description: 'Offers that are in this feed no longer: withdrawn, expired, deleted, or no longer of its kind.' },
  complete: { type: 'Boolean', required: true, description: 'This reading, all its pages together, is the whole feed: whatever else you hold is gone. So it is without `since`, after the feed was given other limits, and after 90 days away.' },
  nextSince: { type: 'String', required: true, description: 'For `since` when you read again; the same on all pages of one reading.' },
  hasNextPage: { type: 'Boolean', required: true },
  endCursor: 'String',
}, 'What has changed in a feed. Read page after page with `after`; keep `nextSince`.')

type Args = Readonly<Record<string, unknown>>

export default rootQuery({
  name: 'readFeed',
  description: 'The offers of one of your feeds, all of them or what has changed `since`. `feed`: its id or its name. `since`: the `nextSince` of the last reading, or a date.',
  access: [castingDesk, partners],
  args: {
    feed: argument(text, { required: true, max: 80 }), since: argument(text, { max: 8_000 }),
    first: argument(integer, { min: 1, max: 100 }), after: argument(text, { max: 12_000 }),
  },
  returns: answer,
  run: read,
})

async function read(reading: Reading, args: Args): Promise<unknown> {
  const since = sinceOf(args['since'] as string | undefined)
  const feed = await openFeed(reading.query, reading.caller, String(args['feed']), since)
  const { document } = reading.caller.principal
  // Each reading is a call of one grant: that of the document which the feed stands for.
  if (document !== undefined && document !== feed.documentName) throw notFound('feed')
  const first = Number(args['first'] ?? feed.pageSize)
  if (first > feed.pageSize) throw wrong('first', 'tooLarge', { fr: `Au plus ${feed.pageSize} offres par page.`, en: `At most ${feed.pageSize} offers per page.` })
  const after = cursorOf(args, feed)
  await noteRead(reading.query, feed)
  const [row = {}] = await reading.query(statement(reading, feed, first, after?.id))
  const next = after?.next ?? encodePosition({ epoch: feed.epoch, filter: feed.hash, ...feed.now })
  const last = row['last'] as string | null
  return {
    items: row['items'], gone: row['gone'], complete: feed.from === undefined, nextSince: next,
    hasNextPage: Number(row['found']) > first, endCursor: last === null ? null : Buffer.from(JSON.stringify([reader(args, feed), next, last])).toString('base64url'),
  }
}

function statement(reading: Reading, feed: Feed, first: number, after: string | undefined): Sql {
  const offer = reading.view(CastingOffer)
  const shown = raw(String(first))
  return sql`/* plan anew */ with moved as materialized (${nextOffers(feed, offer, after, first + 1)}),
    page as materialized (select * from moved order by offer_id limit ${shown})
    select (select count(*)::int from moved) as found, (select offer_id from page order by offer_id desc limit 1) as last,
      (select coalesce(json_agg(offer_id order by offer_id), '[]') from page where not here) as gone,
      (select coalesce(json_agg(row_to_json(r) order by page.offer_id), '[]') from page join ${offer.from} on ${offer.id} = page.offer_id
        cross join lateral (select ${offer.columns(['items'])}) r where page.here) as items`
}

/** A cursor belongs to one reading of one feed. */
const reader = (args: Args, feed: Feed): string => createHash('sha256').update(JSON.stringify([feed.hash, args['since'] ?? null, feed.from === undefined])).digest('base64url').slice(0, 10)

function cursorOf(args: Args, feed: Feed): { readonly next: string; readonly id: string } | undefined {
  if (args['after'] === undefined) return undefined
  const [of, next, id] = listIn(String(args['after']))
  if (typeof next !== 'string' || decodePosition(next) === undefined || !isId(id)) throw wrong('after', 'damagedCursor', { fr: 'Ce curseur est illisible : reprenez la lecture.', en: 'This cursor cannot be read: begin the reading again.' })
  if (of !== reader(args, feed)) throw wrong('after', 'foreignCursor', { fr: 'Ce curseur vient d’une autre lecture : reprenez-la.', en: 'This cursor comes from another reading: begin again.' })
  return { next, id }
}
