import sql from 'sql-template-tag'
import { shape } from '#model'
import { DocumentGrant } from '#schema/casting/documentGrant.ts'
import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { castingDesk } from '#schema/roles.ts'
import { added, percentile } from '../../../ports/callTimes.ts'
import { documentDeskOf, type DocumentDoor } from '../../../ports/documents.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { integer } from '../../../model/fields/integer.ts'

const row = shape('DocumentUse', {
  document: { type: () => PersistedQuery }, partner: { type: () => DiffusionPartner }, alias: { type: 'String', required: true }, state: { type: 'String', required: true },
  calls: { type: 'SafeInt', required: true }, kept: { type: 'SafeInt', required: true, description: 'Answered from memory.' }, errors: { type: 'SafeInt', required: true }, refused: { type: 'SafeInt', required: true },
  rows: { type: 'SafeInt', required: true }, p50: { type: 'Float', description: 'Milliseconds.' }, p95: 'Float', lastUsedAt: 'DateTime',
}, 'How often a document was run, by the public or by one partner.')

const field = shape('FieldUse', {
  field: { type: 'String', required: true }, documents: { type: 'String', many: true, required: true },
  partners: { type: 'String', many: true, required: true, description: 'Names of the partners who read it.' }, public: { type: 'Boolean', required: true, description: 'Whether the public reads it too.' },
  calls: { type: 'SafeInt', required: true }, errors: { type: 'SafeInt', required: true }, refused: { type: 'SafeInt', required: true }, rows: { type: 'SafeInt', required: true },
  p50: { type: 'Float', description: 'Milliseconds, of the documents that ask it.' }, p95: 'Float', lastUsedAt: 'DateTime',
}, 'Who reads a field: in which documents and feeds, how often, and when last.')

const answer = shape('DocumentUseReport', {
  documents: { type: row, many: true, required: true },
  fields: { type: field, many: true, required: true },
  stale: { type: 'String', many: true, required: true, description: 'Aliases of documents in service that nobody ran in these days.' },
  staleDocuments: { type: () => PersistedQuery, many: true, description: 'The first hundred of them.' },
  staleGrants: { type: () => DocumentGrant, many: true, description: 'Grants in force that their partners did not use in these days, the first hundred.' },
}, 'Which approved documents are run, how fast, and which are not.')

export default rootQuery({
  name: 'documentUse',
  description: 'Usage of the approved documents in the last days, by document and partner and by field.',
  access: castingDesk,
  args: { days: { kind: integer, options: { default: 30 } } },
  returns: answer,
  run: async (reading, { days }) => {
    const span = Math.min(Math.max(typeof days === 'number' ? days : 30, 1), 366)
    const [documents, used] = await Promise.all([documentsOf(reading), usedIn(reading, span)])
    const stale = documents.filter(({ alias, state }) => (state === 'ACTIVE' || state === 'DEPRECATED') && !used.some((use) => use.alias === alias && use.calls > 0))
    return { documents: used, fields: fieldsOf(reading, documents, used), stale: stale.map(({ alias }) => alias), staleDocuments: stale.slice(0, 100).map(({ id }) => id), staleGrants: await unusedGrants(reading, span) }
  },
})

interface Document { readonly id: string; readonly alias: string; readonly state: string; readonly text: string; readonly client: DocumentDoor }
interface Use { readonly alias: string; readonly partner: unknown; readonly site: string | null; readonly calls: number; readonly errors: number; readonly refused: number; readonly rows: number; readonly times: readonly number[]; readonly lastUsedAt: unknown }

const MOST = 2_000

const documentsOf = async ({ query }: Reading): Promise<readonly Document[]> =>
  (await query(sql`select id, name || '.v' || revision as alias, state, document as text, client from persisted_query where state not in ('DRAFT', 'SUBMITTED', 'REJECTED') order by 1 limit ${MOST}`))
    .map(({ id, alias, state, text, client }) => ({ id: String(id), alias: String(alias), state: String(state), text: String(text), client: client === 'PARTNER' ? 'PARTNER' : 'SITE' }))

async function usedIn({ query }: Reading, days: number): Promise<readonly (Use & Readonly<Record<string, unknown>>)[]> {
  const rows = await query(sql`
    select u.document_id as document, g.partner_id as partner, p.site_name as site, d.name || '.v' || d.revision as alias, d.state, sum(u.calls)::float8 as calls, sum(u.kept)::float8 as kept, sum(u.errors)::float8 as errors,
      sum(u.refused)::float8 as refused, sum(u.row_count)::float8 as rows, max(u.last_used_at) as "lastUsedAt", json_agg(u.times) as times
    from document_usage u join persisted_query d on d.id = u.document_id left join document_grant g on g.id = u.grant_id left join diffusion_partner p on p.id = g.partner_id
    where u.day > (now() at time zone 'Europe/Paris')::date - ${days}::int
    group by u.document_id, g.partner_id, p.site_name, d.name, d.revision, d.state order by calls desc limit ${MOST}`)
  return rows.map(({ times: days, site, ...use }) => {
    const times = added(days)
    const [calls = 0, errors = 0, refused = 0, read = 0] = ['calls', 'errors', 'refused', 'rows'].map((name) => Number(use[name]))
    return { ...use, alias: String(use['alias']), partner: use['partner'], site: site == null ? null : String(site), calls, errors, refused, rows: read, times, lastUsedAt: use['lastUsedAt'], p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
  })
}

/** In force for all of these days, and not called. */
async function unusedGrants({ query }: Reading, days: number): Promise<readonly unknown[]> {
  const rows = await query(sql`
    select g.id from document_grant g join persisted_query d on d.id = g.document_id join diffusion_partner p on p.id = g.partner_id
    where g.state = 'ACTIVE' and p.state = 'ACTIVE' and d.state in ('ACTIVE', 'DEPRECATED') and g.created_at < now() - make_interval(days => ${days}::int)
      and not exists (select from document_usage u where u.grant_id = g.id and u.calls > 0 and u.day > (now() at time zone 'Europe/Paris')::date - ${days}::int)
    order by g.id limit 100`)
  return rows.map(({ id }) => id)
}

/** A field is read by whoever calls a document that asks it; a feed is such a call as well. */
function fieldsOf({ model }: Reading, documents: readonly Document[], used: readonly Use[]): readonly object[] {
  const readers = new Map<string, Use[]>()
  for (const { alias, text, client } of documents) {
    const uses = used.filter((use) => use.alias === alias && use.calls > 0)
    if (uses.length > 0) for (const name of namesIn(model, text, client)) readers.set(name, [...readers.get(name) ?? [], ...uses])
  }
  return [...readers].map(([field, uses]) => ({ field, ...together(uses) })).sort((one, other) => other.calls - one.calls || one.field.localeCompare(other.field))
}

function together(uses: readonly Use[]) {
  const sum = (of: (use: Use) => number): number => uses.reduce((all, use) => all + of(use), 0)
  const times = added(uses.map((use) => use.times))
  return {
    documents: [...new Set(uses.map(({ alias }) => alias))], partners: [...new Set(uses.flatMap(({ site }) => site ?? []))].sort(), public: uses.some(({ partner }) => partner == null),
    calls: sum(({ calls }) => calls), errors: sum(({ errors }) => errors), refused: sum(({ refused }) => refused), rows: sum(({ rows }) => rows),
    p50: percentile(times, 0.5), p95: percentile(times, 0.95), lastUsedAt: uses.map(({ lastUsedAt }) => String(lastUsedAt)).sort().at(-1),
  }
}

/** A document that no longer fits the schema discloses nothing. */
function namesIn(model: Reading['model'], text: string, client: DocumentDoor): readonly string[] {
  try {
    return Object.keys(documentDeskOf(model).disclosure(text, client))
  } catch {
    return []
  }
}
