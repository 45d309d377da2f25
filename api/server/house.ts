import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { findAccountOf, type SecondFactorDemand } from '../access/account.ts'
import type { Audit } from '../access/audit.ts'
import { createAuthenticate, type Authenticate } from '../access/authenticate.ts'
import type { Caller, Principal } from '../access/principal.ts'
import { createPolicies } from '../access/policy.ts'
import { compileRights, houseRights } from '../access/rights.ts'
import { recorded } from '../access/recorded.ts'
import { createPasswords, SEND_PASSWORD_LINK } from '../access/passwords.ts'
import { createSecondFactors } from '../access/secondFactor.ts'
import { createSessions, type Sessions } from '../access/session.ts'
import { createThrottle, type ThrottleLimits } from '../access/throttle.ts'
import { viewing } from '../access/viewing.ts'
import { createTokens } from '../access/tokens.ts'
import { createJournal } from '../audit/journal.ts'
import { createDocumentDesk } from '../documents/desk.ts'
import { createFacts } from '../documents/facts.ts'
import { createDocuments, type Documents } from '../documents/index.ts'
import { openDocumentDesk } from '../ports/documents.ts'
import { createAgeCipher } from '../crypto/ageCipher.ts'
import type { Keys } from '../crypto/keyFile.ts'
import { listsOf } from '../emit/graphql/operations.ts'
import { emitGraphql } from '../emit/graphql/index.ts'
import { visibleSchema } from '../emit/graphql/visible.ts'
import { emitEntities } from '../emit/mikroorm/index.ts'
import { clearance } from '../emit/shield/clearance.ts'
import { shieldRules, withRules } from '../emit/shield/rules.ts'
import { constraintsOf } from '../emit/sql/constraints.ts'
import type { Model } from '../model/model.ts'
import { conditionOf, tellActions, type Query } from '../read/index.ts'
import { createWriter, type Enqueue, type Writer } from '../write/index.ts'
import { operationsOf, type Approvals, type ConflictKeeper, type ModuleCode } from '../write/types.ts'
import { createByteReader } from './database/bytes.ts'
import { createOrm } from './database/orm.ts'
import { queryNamed } from './database/query.ts'
import { asUnavailable } from './database/unavailable.ts'
import { noDoor } from './documentContext.ts'
import { createPermits } from './export/permits.ts'
import { exportRoutes } from './export/routes.ts'
import { connectEngines, revealer, type HouseContext } from './engines.ts'
import { isOutside, isOutsiders } from './graphql/doorkeeper.ts'
import { createGraphqlServer } from './graphql/server.ts'
import type { Report } from './report.ts'

export interface HouseOptions {
  readonly model: Model
  readonly code: readonly ModuleCode[]
  readonly pool: Pool
  /** Of the encrypted fields, as they are now. */
  readonly keys: Keys | (() => Keys)
  /** Key of the access tokens. */
  readonly tokenSecret: string
  readonly enqueue: Enqueue
  readonly approvals?: Approvals
  readonly conflicts?: ConflictKeeper
  readonly report: Report
  readonly secure: boolean
  /** Name of the house at which people may sign in as well. */
  readonly signInProvider?: string
  /** Of whom a second factor is asked; of nobody unless said. */
  readonly secondFactor?: SecondFactorDemand
  /** Tests of rights ask for everybody in words of their own. */
  readonly outsidersAskFreely?: boolean
  /** How many failed attempts are let pass; those of the product unless said. */
  readonly attempts?: ThrottleLimits
  /** Address for links in mails. */
  readonly publicUrl?: () => string
  /** Of the public door: sites whose pages may ask, and calls per minute of one address that memory cannot answer (0: any number). */
  readonly site?: { readonly origins: readonly string[]; readonly perMinute: number }
  /** Told before each statement that the read engine and the sessions send; for counting them. */
  readonly onStatement?: (text: string) => void
}

/** The API of one model on one database: everything between HTTP and PostgreSQL, connected. */
export interface House {
  readonly model: Model
  readonly pool: Pool
  readonly schema: GraphQLSchema
  readonly writer: Writer
  readonly query: Query
  readonly sessions: Sessions
  /** Records what is no change of a row: sign-ins, refusals, reads, exports. */
  readonly audit: Audit
  readonly authenticate: Authenticate
  readonly callerOf: (principal: Principal) => Caller
  /** The terms of an approved document for a reading that stands for it. */
  readonly meter: Documents['meter']
  readonly turnedAway: Documents['turnedAway']
  readonly routes: (app: FastifyInstance) => Promise<void>
  stop(): Promise<void>
}

/** The house itself as a caller: loading lists, jobs, the command line of whoever runs it. */
export const houseCaller = (requestId: string): Caller => ({
  principal: { userId: undefined, organisationId: undefined, roles: new Set(), origin: 'JOB', locale: 'fr', requestId },
  rights: houseRights,
})

export async function createHouse(options: HouseOptions): Promise<House> {
  const { model, code, pool, report } = options
  const added = operationsOf(code)
  tellActions(model, added.actions)
  const query: Query = async (text, values) => {
    options.onStatement?.(text)
    return (await queryNamed(pool, text, values)).rows as Record<string, unknown>[]
  }
  const note: Query = async (text, values) => (await queryNamed(pool, text, values)).rows as Record<string, unknown>[]
  const journal = createJournal({ query: note, report })
  const { audit } = journal
  const orm = await createOrm({ pool, entities: emitEntities(model), more: { validateRequired: false } })
  const cipher = createAgeCipher(options.keys)
  const writer = createWriter({
    model, orm, code, cipher, constraints: constraintsOf(model), enqueue: options.enqueue, unavailable: asUnavailable,
    conditionOf, approvals: options.approvals, conflicts: options.conflicts, ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    callerFor: async (run, userId, { origin, locale, requestId }) => {
      const account = await findAccountOf(run, userId, secondFactor)
      return account && callerOf({ ...account, origin, locale, requestId })
    },
  })
  const policies = createPolicies(model, query)
  const throttle = createThrottle(options.attempts, { query: ({ text, values }) => queryNamed(pool, text, values) })
  const passwords = createPasswords({ query, throttle, sendLink: (user) => options.enqueue(query, SEND_PASSWORD_LINK, { user }, { key: user }) })
  const secondFactors = createSecondFactors({ query, throttle, cipher })
  const secondFactor = options.secondFactor ?? 'optional'
  const tokens = createTokens({ secret: options.tokenSecret })
  const sessions = createSessions({
    query, tokens, throttle, secondFactors,
    // Somebody holds a copy of what only one browser should have: worth a line that somebody reads.
    onReuse: (userId) => {
      report(new Error('a refresh token came back that was replaced long ago; its session is ended'), { where: 'refreshSession' })
      void audit({ action: 'REFUSED', by: { userId, origin: 'API', requestId: 'refreshSession' }, operation: 'Mutation.refreshSession', reason: 'tokenReused', entity: 'User', records: [userId] })
    },
  })
  const bare = emitGraphql<HouseContext>(model, added, connectEngines({ model, added, query, writer, sessions, passwords, secondFactors, secondFactor, signInProvider: options.signInProvider, cipher, policies, journal, report, conflicts: options.conflicts, version: '1' }))
  const rules = shieldRules(model, added, bare)
  const schema = withRules(bare, rules)
  const clear = clearance(rules)
  const callerOf = (principal: Principal): Caller => ({ principal, rights: policies.rightsOf(principal) })
  const authenticate = recorded(viewing(createAuthenticate({ query, tokens, policies, secondFactor }), audit), audit)
  const schemas = { lists: listsOf(model), bare, guarded: schema, clear }
  const noted = (principal: Principal, through: Query): HouseContext => ({ caller: callerOf(principal), http: noDoor(principal), reveal: revealer(cipher), query: through })
  const desk = { model, schema: bare, rightsOf: (roles: ReadonlySet<string>) => compileRights(model, roles) }
  openDocumentDesk(model, { ...createDocumentDesk(desk), facts: createFacts({ ...desk, schemas, query, contextFor: noted }) })
  const { origins = [], perMinute = 0 } = options.site ?? {}
  const bytes = createByteReader(pool)
  const documents = createDocuments<HouseContext>({ model, schemas, query, bytes: (text, values) => { options.onStatement?.(text); return bytes.read(text, values) }, note, report, callerOf, contextFor: noted, sitePerMinute: perMinute, pool, authenticate, audit, origins })
  const graphql = await createGraphqlServer<HouseContext>({
    schema, schemaFor: shown(bare, options), cleared: { schema: bare, passes: ({ caller }, coordinates) => clear(caller, coordinates) }, report, audit, secure: options.secure, outsidersAskFreely: options.outsidersAskFreely,
    authenticate, documents: documents.registry,
    contextFor: (principal, http) => ({ caller: callerOf(principal), http, reveal: revealer(cipher) }),
  })
  return {
    model, pool, schema, writer, query, sessions, authenticate, callerOf, audit, meter: documents.meter, turnedAway: documents.turnedAway,
    routes: async (app) => {
      await app.register(graphql.routes)
      await app.register(documents.routes)
      await app.register(exportRoutes({ model, pool, query, audit, authenticate, callerOf, permits: createPermits({ query, writer, actions: added.actions }) }))
    },
    stop: async () => { await graphql.stop(); await journal.stop(); await bytes.stop(); await orm.close() },
  }
}

/** The schema that a caller is shown, made once per set of rights. */
function shown(bare: GraphQLSchema, { model, code }: HouseOptions): (context: HouseContext) => GraphQLSchema {
  // A schema of its own weighs some megabytes.
  const known = new LRUCache<string, GraphQLSchema>({ max: 100 })
  const added = operationsOf(code)
  return (context) => {
    const { rights } = context.caller
    const outside = isOutside(context)
    const key = `${rights.key}${outside ? ' outside' : ''}`
    const found = known.get(key) ?? visibleSchema(bare, model, added, rights, outside ? isOutsiders : undefined)
    known.set(key, found)
    return found
  }
}
