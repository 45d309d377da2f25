import sql from 'sql-template-tag'
import { shape } from '#model'
import { partners } from '#schema/roles.ts'
import { added, percentile } from '../../../ports/callTimes.ts'
import { documentDeskOf } from '../../../ports/documents.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { grantsOf, termsIn, type GrantRow } from '../ownGrants.ts'

const document = shape('PartnerDocument', {
  grant: { type: 'ID', required: true }, alias: { type: 'String', required: true }, hash: { type: 'String', required: true },
  state: { type: 'String', required: true, description: 'ACTIVE, DEPRECATED, SUSPENDED or RETIRED.' }, sunsetAt: 'DateTime', successor: 'String', validUntil: 'DateTime',
  text: { type: 'String', required: true }, writes: { type: 'Boolean', required: true, description: 'It changes something: by POST only.' }, types: { type: 'String', description: 'Its variables and its answer as types of TypeScript; null where the schema has lost what it names.' }, needed: { type: 'JSON', description: 'The variables without which it is not run, invented.' }, example: { type: 'JSON', description: 'An invented answer.' },
  ratePerMinute: { type: 'Int', required: true }, rowsPerDay: 'Int', pageLimit: 'Int',
  calls: { type: 'SafeInt', required: true, description: 'Of thirty days, like the numbers that follow.' }, kept: { type: 'SafeInt', required: true }, errors: { type: 'SafeInt', required: true }, refused: { type: 'SafeInt', required: true }, rows: { type: 'SafeInt', required: true },
  rowsToday: { type: 'SafeInt', required: true }, p50: { type: 'Float', description: 'Milliseconds.' }, p95: 'Float', lastUsedAt: 'DateTime',
}, 'A document that was granted to a partner, and how he uses it.')

export default rootQuery({
  name: 'partnerDocuments',
  description: 'The documents that the caller’s organisation may run, with their types, their limits, and how they were used in thirty days.',
  access: partners,
  returns: document,
  many: true,
  run: async (reading) => {
    const [grants, usage] = [await grantsOf(reading), await usageOf(reading)]
    return grants.map((grant) => ({ ...grant, ...described(reading, grant), ...(usage.get(grant.grant) ?? unused) }))
  },
})

const unused = { calls: 0, kept: 0, errors: 0, refused: 0, rows: 0, rowsToday: 0, p50: null, p95: null, lastUsedAt: null }

function described({ model }: Reading, grant: GrantRow): object {
  try {
    const { types, needed, example, writes } = documentDeskOf(model).describe(grant.text, termsIn(grant))
    return { types, needed, example, writes }
  } catch {
    // The door says so as well, when it is asked: 410.
    return { types: null, needed: null, example: null, writes: false }
  }
}

async function usageOf({ query, caller }: Reading): Promise<ReadonlyMap<string, typeof unused>> {
  const rows = await query(sql`
    select u.grant_id as grant, sum(u.calls)::float8 as calls, sum(u.kept)::float8 as kept, sum(u.errors)::float8 as errors, sum(u.refused)::float8 as refused, sum(u.row_count)::float8 as rows,
      sum(u.row_count) filter (where u.day = (now() at time zone 'Europe/Paris')::date)::float8 as today, max(u.last_used_at) as last, json_agg(u.times) as times
    from document_usage u join document_grant g on g.id = u.grant_id join diffusion_partner p on p.id = g.partner_id
    where p.organisation_id = ${caller.principal.organisationId ?? null}::uuid and u.day > (now() at time zone 'Europe/Paris')::date - 30 group by u.grant_id`)
  return new Map(rows.map(({ grant, times, today, last, ...counts }) => {
    const all = added(times)
    return [String(grant), { ...(counts as Omit<typeof unused, 'rowsToday'>), rowsToday: Number(today ?? 0), p50: percentile(all, 0.5), p95: percentile(all, 0.95), lastUsedAt: last } as typeof unused]
  }))
}
