import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { needScope } from '../../access/apiKey.ts'
import type { Audit } from '../../access/audit.ts'
import { rateHeaders } from '../../documents/reply.ts'
import type { Documents } from '../../documents/index.ts'
import type { Metered } from '../../documents/metering.ts'
import type { Authenticate } from '../../access/authenticate.ts'
import { asPartner, type Caller, type Principal } from '../../access/principal.ts'
import type { Sessions } from '../../access/session.ts'
import { forbidden, notFound, unauthenticated } from '../../model/errors.ts'
import { noteRead, openFeed, type Feed } from '../../modules/casting/feeds/feed.ts'
import { decodePosition, encodePosition, sinceOf } from '../../modules/casting/feeds/position.ts'
import { inFlightLimit } from '../http/guards.ts'
import { exampleOf } from './example.ts'
import { formats } from './formats.ts'
import type { FeedFormat, FeedHead } from './offer.ts'
import { partnerSignIn } from './signIn.ts'
import { onceGone } from '../http/gone.ts'
import { atMostEvery, rowsIn, sendPieces } from '../http/streamed.ts'
import type { RowStream } from '../database/stream.ts'
import { countOffers, hasMoved, offerIn, openOffers, type FeedReader } from './source.ts'

export interface FeedRoutesOptions extends FeedReader {
  readonly authenticate: Authenticate
  readonly callerOf: (principal: Principal) => Caller
  readonly sessions: Sessions
  readonly audit: Audit
  readonly meter: Documents['meter']
  readonly turnedAway: Documents['turnedAway']
}

/** Feeds at work at once: each has a connection of its own. */
const AT_ONCE = 4
/** Offers of one piece: a description may be long. */
const OFFERS = 100
/** How long a key that was revoked may go on. */
const ASKED_AGAIN_MILLISECONDS = 100

interface Asked {
  readonly Params: { readonly file: string }
  readonly Querystring: { readonly since?: string }
}

/**
 * `GET /partner/feeds/<id or name>.json`, `.rss`, `.atom`, `.jobs.json`: a feed as a file, whole or `?since=`. `GET
 * /partner/example/feed.json` and so on: offers that were invented, in the same form, for whoever writes a program.
 */
export const feedRoutes = (options: FeedRoutesOptions) => async (app: FastifyInstance): Promise<void> => {
  partnerSignIn(app, { sessions: options.sessions, audit: options.audit, query: options.query, callerOf: async (request) => (await callerOf(request, options)).principal })
  app.get<Asked>('/partner/example/:file', async (request, reply) => {
    const format = formatOf(request.params.file)
    return await reply.headers({ 'cache-control': 'public, max-age=3600' }).type(format.contentType).send(exampleOf(format, `${request.protocol}://${request.host}${request.url}`))
  })
  app.get<Asked>('/partner/feeds/:file', { onRequest: inFlightLimit(AT_ONCE) }, async (request, reply) => {
    const caller = await callerOf(request, options)
    const [named, ending] = partsOf(request.params.file)
    const format = formatOf(request.params.file)
    const { since } = request.query
    const run = ({ text, values }: { text: string; values: readonly unknown[] }) => options.query(text, values)
    const feed = await noting(request, caller.principal.userId, options, () => openFeed(run, caller, named, sinceOf(since)))
    const metered = await noting(request, caller.principal.userId, options, () => options.meter(caller.principal.organisationId, feed.document, { root: 'readFeed', argument: 'feed', names: [feed.id, feed.name] }))
    // Whatever becomes of it, it is counted, with what was given.
    onceGone(reply.raw, () => { metered.isOver('failed') })
    rateHeaders(reply, metered.rate)
    const next = encodePosition({ epoch: feed.epoch, filter: feed.hash, ...feed.now })
    const tag = tagOf(ending, since, feed)
    const known = await isKnown(request, tag, feed, options)
    if (!known) await noting(request, caller.principal.userId, options, () => metered.fits((most) => countOffers(options, caller, feed, most)))
    await noteRead(run, feed)
    void reply.headers({ ...metered.notices, etag: `W/"${tag}.${next}"`, 'last-modified': new Date(feed.now.at).toUTCString(), 'cache-control': 'private, no-cache', vary: 'authorization', 'x-next-since': next })
    if (known) {
      metered.isOver('answered')
      return await reply.code(304).send()
    }
    const head: FeedHead = {
      id: feed.id, title: `${feed.site} – ${feed.name}`, home: `${request.protocol}://${request.host}/`, self: `${request.protocol}://${request.host}${request.url}`,
      at: feed.now.at.replace(/\.\d+/, ''), complete: feed.from === undefined, nextSince: next,
    }
    const stream = await openOffers(options, caller, feed, metered.disclosed)
    onceGone(reply.raw, () => { void stream.close() })
    return await sendPieces(reply, format.contentType, written(format, head, stream, metered, atMostEvery(ASKED_AGAIN_MILLISECONDS, () => callerOf(request, options))))
  })
}

/** `danse.jobs.json`: the name of the feed, and how it is written. */
function partsOf(file: string): readonly [named: string, ending: string] {
  const [, named = '', ending = ''] = /^(.+?)\.(json|rss|atom|jobs\.json)$/.exec(file) ?? []
  return [named, ending]
}

function formatOf(file: string): FeedFormat {
  const format = formats[partsOf(file)[1]]
  if (!format) throw notFound('feed')
  return format
}

/** A key or a token of the partners' door; asked again while a long feed is sent, so that a key that is revoked ends it. */
async function callerOf({ id, ip, url, headers }: FastifyRequest, options: FeedRoutesOptions): Promise<Caller> {
  const { principal } = await options.authenticate({ authorization: headers.authorization, origin: undefined, language: headers['accept-language'], requestId: id, address: ip, audience: 'partner' })
  if (principal.userId === undefined) throw unauthenticated()
  await noting({ id, ip, url }, principal.userId, options, () => {
    needScope(principal, 'DOCUMENTS_RUN')
    if (!principal.roles.has('partner')) throw forbidden()
  })
  return options.callerOf(asPartner(principal))
}

/** Puts on record what is refused to somebody who is known. */
async function noting<T>({ id, ip, url }: Pick<FastifyRequest, 'id' | 'ip' | 'url'>, userId: string | undefined, { turnedAway }: FeedRoutesOptions, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    turnedAway(error, { door: 'PARTNER', by: { userId, requestId: id }, address: ip, document: askedOf(url) })
    throw error
  }
}

/** `feeds/danse.json`: what was asked at the door, without what was asked of it. */
const askedOf = (url: string): string => url.replace(/^\/partner\//, '').replace(/\?.*$/s, '')

/** What an answer is an answer to. */
const tagOf = (ending: string, since: string | undefined, feed: Feed): string =>
  createHash('sha256').update(JSON.stringify([ending, since ?? null, feed.hash, feed.epoch])).digest('base64url').slice(0, 12)

/** Whether what the caller has is still so: by the position in its tag, or by the last snapshot before its time. */
async function isKnown({ headers }: FastifyRequest, tag: string, feed: Feed, options: FeedRoutesOptions): Promise<boolean> {
  const [, of, position = ''] = /^W\/"([\w-]{12})\.([\w-]+)"$/.exec(headers['if-none-match'] ?? '') ?? []
  if (headers['if-none-match'] !== undefined) {
    const read = of === tag ? decodePosition(position) : undefined
    return read !== undefined && read.epoch === feed.epoch && read.filter === feed.hash && !(await hasMoved(options, feed, read))
  }
  const time = Date.parse(headers['if-modified-since'] ?? '')
  if (Number.isNaN(time)) return false
  const { text, values } = sql`select taken::text as snapshot, at::text as at from feed_snapshot where at <= ${new Date(time).toISOString()}::timestamptz order by at desc limit 1`
  const [known] = await options.query(text, values)
  return known !== undefined && !(await hasMoved(options, feed, { snapshot: String(known['snapshot']), at: String(known['at']) }))
}

/** The feed as text, a few hundred offers at a time. */
async function* written(format: FeedFormat, head: FeedHead, stream: RowStream, metered: Metered, mayGoOn: () => Promise<unknown>): AsyncGenerator<string> {
  const gone: string[] = []
  let first = true
  let whole = false
  let text = format.open(head)
  try {
    for await (const rows of rowsIn(stream, OFFERS, mayGoOn)) {
      for (const row of rows) {
        const offer = offerIn(row)
        if (!offer.here && !format.gone) gone.push(offer.id)
        else {
          text += offer.here ? format.offer(offer, first) : format.gone?.(offer.id, offer.changedAt, first) ?? ''
          first = false
        }
      }
      metered.gave(rows.length, Buffer.byteLength(text))
      yield text
      text = ''
    }
    yield text + format.close(head, gone)
    whole = true
  } finally {
    metered.isOver(whole ? 'answered' : 'failed')
    await stream.close()
  }
}
