import type { Query } from '../read/index.ts'
import { readPolicy, type Policy } from './policy.ts'

export interface Registered {
  /** Of its row. */
  readonly id: string
  /** SHA-256 of its text. */
  readonly hash: string
  /** `casting-search` */
  readonly name: string
  /** `casting-search.v1` */
  readonly alias: string
  readonly text: string
  readonly client: 'SITE' | 'PARTNER'
  readonly state: string
  readonly policy: Policy
  readonly cacheSeconds: number
  readonly deprecatedAt: Date | undefined
  readonly sunsetAt: Date | undefined
  /** Alias of the document that replaces it. */
  readonly successor: string | undefined
}

export interface Granted {
  readonly id: string
  readonly partnerId: string
  readonly organisationId: string
  readonly document: Registered
  readonly state: string
  readonly policy: Policy
  readonly ratePerMinute: number
  readonly rowsPerDay: number | undefined
  readonly pageLimit: number | undefined
  readonly cacheSeconds: number | undefined
  readonly validFrom: Date | undefined
  readonly validUntil: Date | undefined
}

/** All documents and grants that there are, at one moment. */
export interface Register {
  /** By hash (`sha256:…`), alias (`casting-search.v1`, `x-op:casting-search.v1`). */
  find(id: string): Registered | undefined
  /** What an organisation that is an active partner was granted. */
  granted(organisationId: string, document: Registered): Granted | undefined
  /** All that it was granted and that goes on, suspended or not. */
  grantsOf(organisationId: string): readonly Granted[]
  readonly documents: readonly Registered[]
  readonly grants: readonly Granted[]
}

const DOCUMENTS = `
  select d.id, d.hash, d.name, d.name || '.v' || d.revision as alias, d.document as text, d.client, d.state, d.variables, d.cache_seconds as "cacheSeconds",
    d.deprecated_at as "deprecatedAt", d.sunset_at as "sunsetAt", s.name || '.v' || s.revision as successor
  from persisted_query d left join persisted_query s on s.id = d.successor_id
  where d.state not in ('DRAFT', 'SUBMITTED', 'REJECTED', 'APPROVED')`

const GRANTS = `
  select g.id, g.partner_id as "partnerId", p.organisation_id as "organisationId", g.document_id as "documentId", g.state, g.variables, g.rate_per_minute as "ratePerMinute", g.rows_per_day as "rowsPerDay",
    g.page_limit as "pageLimit", g.cache_seconds as "cacheSeconds", g.valid_from as "validFrom", g.valid_until as "validUntil"
  from document_grant g join diffusion_partner p on p.id = g.partner_id
  where g.state <> 'PROPOSED' and p.state = 'ACTIVE' order by g.state = 'ENDED' desc, g.created_at`

/** Tables of which a change makes the register be read anew. */
const tables: ReadonlySet<string> = new Set(['persisted_query', 'document_grant', 'diffusion_partner'])

/** While nobody tells of changes, it is read once a second. */
const MOST_AGE = 1_000

export interface RegistryOptions {
  readonly query: Query
  readonly now?: () => number
}

/** Keeps the whole register in memory: made-up ids cost no statement. */
export class Registry {
  readonly #query: Query
  readonly #now: () => number
  #loaded: Promise<Register> | undefined
  #at = -Infinity
  #heard = false

  constructor({ query, now = () => performance.now() }: RegistryOptions) {
    this.#query = query
    this.#now = now
  }

  current(): Promise<Register> {
    if (this.#loaded && (this.#heard || this.#now() - this.#at < MOST_AGE)) return this.#loaded
    this.#at = this.#now()
    const loading = load(this.#query)
    this.#loaded = loading
    // A failure is not kept: the next request tries again.
    loading.catch(() => { if (this.#loaded === loading) this.#loaded = undefined })
    return loading
  }

  changed(table: string): void {
    if (tables.has(table)) this.#loaded = undefined
  }

  heard(): void {
    this.#heard = true
    this.#loaded = undefined
  }

  lost(): void {
    this.#heard = false
  }
}

type Row = Readonly<Record<string, unknown>>

async function load(query: Query): Promise<Register> {
  const [documentRows, grantRows] = await Promise.all([query(DOCUMENTS, []), query(GRANTS, [])])
  const documents = documentRows.map(documentOf)
  const byId = new Map(documents.map((document) => [document.id, document]))
  const byName = new Map(documents.flatMap((document) => [[`sha256:${document.hash}`, document], [document.alias, document], [`x-op:${document.alias}`, document]] as const))
  const byHolder = new Map<string, Granted>()
  const grants = grantRows.flatMap((row) => {
    const document = byId.get(String(row['documentId']))
    if (!document) return []
    const grant = grantOf(row, document)
    byHolder.set(`${String(row['organisationId'])} ${document.id}`, grant)
    return [grant]
  })
  return { documents, grants, find: (id) => byName.get(id), grantsOf: (organisationId) => grants.filter((grant) => grant.organisationId === organisationId && grant.state !== 'ENDED'), granted: (organisationId, { id }) => byHolder.get(`${organisationId} ${id}`) }
}

const documentOf = (row: Row): Registered => ({
  id: String(row['id']), hash: String(row['hash']), name: String(row['name']), alias: String(row['alias']), text: String(row['text']),
  client: row['client'] === 'PARTNER' ? 'PARTNER' : 'SITE', state: String(row['state']), policy: readPolicy(row['variables']),
  cacheSeconds: Number(row['cacheSeconds']), deprecatedAt: instantOf(row['deprecatedAt']), sunsetAt: instantOf(row['sunsetAt']),
  successor: typeof row['successor'] === 'string' ? row['successor'] : undefined,
})

const grantOf = (row: Row, document: Registered): Granted => ({
  id: String(row['id']), partnerId: String(row['partnerId']), organisationId: String(row['organisationId']), document, state: String(row['state']), policy: readPolicy(row['variables']),
  ratePerMinute: Number(row['ratePerMinute']), rowsPerDay: numberOf(row['rowsPerDay']), pageLimit: numberOf(row['pageLimit']),
  cacheSeconds: numberOf(row['cacheSeconds']), validFrom: instantOf(row['validFrom']), validUntil: instantOf(row['validUntil']),
})

const numberOf = (value: unknown): number | undefined => (value == null ? undefined : Number(value))
const instantOf = (value: unknown): Date | undefined => (typeof value === 'string' ? new Date(value) : undefined)
