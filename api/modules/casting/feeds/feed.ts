import { createHash } from 'node:crypto'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Caller } from '../../../access/principal.ts'
import { AppError, notFound } from '../../../model/errors.ts'
import { isId } from '../../../model/fields/id.ts'
import type { Labels } from '../../../model/labels.ts'
import { wrong } from '../../input.ts'
import type { FeedPosition, Since } from './position.ts'

/** How long what is gone is remembered; whoever was away longer reads everything anew. */
export const KEPT_DAYS = 90

/** What a feed is limited to: a list that is empty limits nothing. */
export interface FeedFilter {
  readonly domains: readonly string[]
  readonly professions: readonly string[]
  readonly contractTypes: readonly string[]
  readonly regions: readonly string[]
}

export interface Feed {
  readonly id: string
  readonly name: string
  readonly site: string
  readonly pageSize: number
  /** Id and name of the approved document that it stands for: it is read under the terms of its grant, and by its versions alone. */
  readonly document: string | null
  readonly documentName: string | null
  readonly filter: FeedFilter
  /** Of what it shows: filter and document. */
  readonly hash: string
  /** From where it is read; undefined: everything, and whatever else the partner holds is gone. */
  readonly from: Pick<FeedPosition, 'snapshot' | 'at'> | undefined
  readonly epoch: string
  /** Where the feed was opened: whatever is read later holds all that this snapshot saw. */
  readonly now: Pick<FeedPosition, 'snapshot' | 'at'>
  /** That it is read need not be noted: it was within the hour, or the desk looks. */
  readonly isNoted: boolean
}

/** Where a statement reads, for the next reading to go on from. */
const position = raw(`pg_current_snapshot()::text as snapshot, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`)

type Query = (statement: Sql) => Promise<readonly Readonly<Record<string, unknown>>[]>

const lists = { domains: ['domains', 'profession_domain_id'], professions: ['professions', 'profession_id'], contractTypes: ['contract_types', 'contract_type_id'], regions: ['regions', 'region_id'] } as const
const list = ([table, column]: readonly [string, string]): string => `array(select ${column} from partner_feed_${table} where partner_feed_id = f.id order by 1)`

/** The last snapshot that was taken before a time. */
const takenBefore = (since: Since | undefined): Sql =>
  since && 'time' in since ? sql`(select jsonb_build_object('snapshot', taken::text, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) from feed_snapshot where at <= ${since.time}::timestamptz order by at desc limit 1)` : raw('null::jsonb')

/**
 * The feed by its id or its name. A partner knows his own only.
 * @throws AppError NOT_FOUND where it is none of his, FORBIDDEN while it or the partnership is suspended
 */
export async function openFeed(query: Query, caller: Caller, named: string, since: Since | undefined): Promise<Feed> {
  const { organisationId } = caller.principal
  const desk = caller.principal.roles.has('employee') || caller.principal.roles.has('administrator')
  const own = desk ? raw('true') : sql`p.organisation_id = ${organisationId ?? null}::uuid`
  const [row] = await query(sql`
    select f.id, f.name, p.site_name as site, f.page_size as "pageSize", f.query_id as document, (select d.name from persisted_query d where d.id = f.query_id) as "documentName", f.state = 'ACTIVE' and p.state = 'ACTIVE' as active,
      ${join(Object.entries(lists).map(([name, where]) => raw(`${list(where)} as "${name}"`)), ', ')},
      (select id from feed_epoch) as epoch, ${takenBefore(since)} as known, pg_snapshot_xmax(pg_current_snapshot())::text as horizon, ${position},
      now() - interval '${raw(String(KEPT_DAYS))} days' as oldest, ${since && 'time' in since ? sql`${since.time}::timestamptz > now() + interval '1 minute'` : raw('false')} as future,
      ${desk ? raw('true') : raw(`not ${DUE}`)} as noted
    from partner_feed f join diffusion_partner p on p.id = f.partner_id
    where ${own} and ${isNamed(named)} order by f.id limit 1`)
  if (!row) throw notFound('feed')
  if (row['active'] !== true) throw new AppError('FORBIDDEN', [{ reason: 'suspended', message: suspended, path: 'feed' }])
  if (row['future'] === true) throw wrong('since', 'future', { fr: 'Cette date est dans le futur.', en: 'This date lies in the future.' })
  const filter = Object.fromEntries(Object.keys(lists).map((name) => [name, row[name] as readonly string[]])) as unknown as FeedFilter
  const hash = createHash('sha256').update(JSON.stringify([row['id'], filter, row['document']])).digest('base64url').slice(0, 12)
  const { id, name, site, pageSize, document, documentName, epoch } = row as unknown as Pick<Feed, 'id' | 'name' | 'site' | 'pageSize' | 'document' | 'documentName' | 'epoch'>
  return { id, name, site, pageSize, document, documentName, filter, hash, epoch, isNoted: row['noted'] === true, from: fromWhere(since, hash, row), now: { snapshot: String(row['snapshot']), at: String(row['at']) } }
}

const isNamed = (named: string): Sql => (isId(named) ? sql`f.id = ${named}::uuid` : sql`lower(f.name) = lower(${named})`)

const DUE = `(f.last_fetched_at is null or f.last_fetched_at < now() - interval '1 hour')`

/** Once it is granted: that it was read is noted once an hour, since a write for each reading would cost more than most readings. */
export async function noteRead(query: Query, { id, isNoted }: Feed): Promise<void> {
  if (isNoted) return
  await query(sql`with actor as materialized (select set_config('coulisses.actor', '{"origin":"PARTNER"}', true))
    update partner_feed f set last_fetched_at = now() from actor where f.id = ${id}::uuid and ${raw(DUE)}`)
}

const suspended: Labels = { fr: 'Ce flux ou ce partenariat est suspendu.', en: 'This feed or this partnership is suspended.' }

/** A position of another filter, another database or too long ago tells nothing of what the partner holds. */
function fromWhere(since: Since | undefined, hash: string, row: Readonly<Record<string, unknown>>): Feed['from'] {
  if (!since) return undefined
  const from = 'time' in since ? row['known'] as Feed['from'] : since.position
  if (!from || Date.parse(from.at) < Date.parse(String(row['oldest']))) return undefined
  if ('time' in since) return from
  const { epoch, filter, snapshot } = since.position
  const fromTheFuture = BigInt(snapshot.split(':')[1] ?? '') > BigInt(String(row['horizon']))
  return epoch === row['epoch'] && filter === hash && !fromTheFuture ? from : undefined
}
