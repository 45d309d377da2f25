import sql from 'sql-template-tag'
import type { GrantTerms } from '../../ports/documents.ts'
import type { Reading } from '../../read/rootQuery.ts'

/** A grant of the caller's own organisation, with its document. */
export interface GrantRow {
  readonly grant: string
  readonly alias: string
  readonly text: string
  readonly approved: unknown
  readonly granted: unknown
  readonly pageLimit: number | null
}

const MOST = 200

/** Those that an active partner was given, as the doors know them. */
export async function grantsOf({ query, caller }: Pick<Reading, 'query' | 'caller'>): Promise<readonly GrantRow[]> {
  const rows = await query(sql`
    select g.id as grant, d.name || '.v' || d.revision as alias, d.hash, d.document as text, d.variables as approved, g.variables as granted, g.page_limit as "pageLimit", g.rate_per_minute as "ratePerMinute",
      g.rows_per_day as "rowsPerDay", g.valid_until as "validUntil", d.sunset_at as "sunsetAt", s.name || '.v' || s.revision as successor,
      case when d.state = 'RETIRED' or d.sunset_at <= now() or g.valid_until <= now() then 'RETIRED' when g.state = 'SUSPENDED' then 'SUSPENDED' else d.state end as state
    from document_grant g join persisted_query d on d.id = g.document_id left join persisted_query s on s.id = d.successor_id join diffusion_partner p on p.id = g.partner_id
    where p.organisation_id = ${caller.principal.organisationId ?? null}::uuid and p.state = 'ACTIVE' and g.state in ('ACTIVE', 'SUSPENDED') and (g.valid_from is null or g.valid_from <= now())
      and d.state in ('ACTIVE', 'DEPRECATED', 'SUSPENDED', 'RETIRED')
    order by alias limit ${MOST}`)
  // Columns of our own statement, in its order.
  return rows as unknown as readonly GrantRow[]
}

export const termsIn = ({ approved, granted, pageLimit }: GrantRow): GrantTerms => ({ approved, granted, pageLimit: pageLimit ?? undefined })
