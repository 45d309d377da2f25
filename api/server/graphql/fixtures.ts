import type { FastifyInstance } from 'fastify'
import { buildSchema, GraphQLObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { createAuthenticate, type Authenticate } from '../../access/authenticate.ts'
import type { AccessQuery } from '../../access/query.ts'
import { houseRights } from '../../access/rights.ts'
import { createSessions, type Sessions } from '../../access/session.ts'
import { createThrottle } from '../../access/throttle.ts'
import { createTokens, type Tokens } from '../../access/tokens.ts'
import { AppError } from '../../model/errors.ts'
import { createHttpApp } from '../http/app.ts'
import { inFlightLimit } from '../http/guards.ts'
import type { ReportContext } from '../report.ts'
import type { DoorContext } from './context.ts'
import type { DocumentLimits } from './limits.ts'
import type { RegisteredDocument } from './persisted.ts'
import { createGraphqlServer } from './server.ts'

const SDL = (hidden: string): string => `
  scalar JSON
  type Query {
    me: Me
    adminMeta: Me
    hello(name: String): String
    things(page: PageInput, filter: ThingFilter): ThingPage
    thingsByIds(ids: [ID!]!): [Thing!]!
    thing(id: ID!): Thing
    who: Who
    boom: String
    away: String
    refused: Thing
    forbidden: Thing
    never: String
    ${hidden}
  }
  type Mutation {
    signIn(email: String!, password: String!): SignedIn
    refreshSession: SignedIn
    signOut: Boolean
    createThing(input: ThingInput!): Thing
    say(text: String!): String
  }
  type Subscription { ticks: Int }
  type Me { id: ID! }
  type Who { userId: ID origin: String locale: String requestId: String roles: [String!] }
  type SignedIn { token: String! }
  type Thing { id: ID! name: String parent: Thing children(limit: Int = 20): [Thing!] childrenCount(filter: ThingFilter): Int }
  type ThingPage { items: [Thing!]! total: Int }
  input PageInput { size: Int number: Int }
  input ThingFilter { q: String and: [ThingFilter!] }
  input ThingInput { name: String! }`

type Resolver = GraphQLFieldResolver<unknown, DoorContext, Record<string, never>>
type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>

const thing = { id: '1', name: 'One', childrenCount: 3 }

export interface World {
  readonly sessions: Sessions
  /** What the mutation \`say\` said. */
  readonly said: string[]
  /** Ends the waiting of \`never\`. */
  readonly gates: (() => void)[]
}

const resolvers = (world: World): Resolvers => ({
  Query: {
    me: (_parent, _args, { caller }) => (caller.principal.userId === undefined ? null : { id: caller.principal.userId }),
    hello: (_parent, { name }) => `hello ${String(name)}`,
    things: () => Promise.resolve({ items: [thing, thing], total: 2 }),
    thingsByIds: () => [thing],
    thing: () => thing,
    who: (_parent, _args, { caller }) => ({ ...caller.principal, roles: [...caller.principal.roles] }),
    boom: () => { throw new Error('connect to postgresql://app:secretsecret@10.0.0.1 failed for zoe@theatre.fr') },
    away: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' })),
    refused: () => {
      throw new AppError('BAD_USER_INPUT', [
        { path: 'members.2.share', reason: 'tooLarge', message: { fr: 'Au plus {max} %.', en: 'At most {max} %.' }, values: { max: 100 } },
        { path: 'name', reason: 'required', message: { fr: 'Ce champ est obligatoire.', en: 'This field is required.' } },
      ], { uses: 3 })
    },
    forbidden: () => { throw new AppError('FORBIDDEN', [{ reason: 'forbidden', message: { fr: 'Non.', en: 'No.' } }]) },
    never: () => new Promise((resolve) => world.gates.push(() => resolve('at last'))),
    secret: () => 'a field that is not shown',
  },
  Mutation: {
    signIn: (_parent, { email, password }, { http }) => world.sessions.signIn(http, String(email), String(password)),
    refreshSession: (_parent, _args, { http }) => world.sessions.refresh(http),
    signOut: async (_parent, _args, { http }) => { await world.sessions.signOut(http); return true },
    createThing: () => thing,
    say: async (_parent, { text }) => { await Promise.resolve(); world.said.push(String(text)); return String(text) },
  },
  Thing: { parent: () => thing, children: () => [thing] },
})

function makeSchema(world: World, hidden: string): GraphQLSchema {
  const schema = buildSchema(SDL(hidden))
  for (const [name, fields] of Object.entries(resolvers(world))) {
    const type = schema.getType(name)
    if (!(type instanceof GraphQLObjectType)) continue
    for (const [field, resolve] of Object.entries(fields)) {
      const found = type.getFields()[field]
      if (found) found.resolve = resolve
    }
  }
  return schema
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly data: Readonly<Record<string, unknown>> | null | undefined
  readonly errors: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions: Readonly<Record<string, unknown>> }[]
}

export interface TestDoor {
  readonly url: string
  readonly app: FastifyInstance
  readonly tokens: Tokens
  readonly world: World
  readonly reports: { readonly error: unknown; readonly context: ReportContext | undefined }[]
  readonly documents: Map<string, string>
  /** Posts a document, or any body. */
  ask(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** The same as the employee. */
  staff(query: string, more?: Readonly<Record<string, unknown>>): Promise<Answer>
  stop(): Promise<void>
}

export interface TestDoorOptions {
  readonly query: AccessQuery
  readonly staffToken?: string
  readonly limits?: Partial<DocumentLimits>
  readonly inFlight?: number
  readonly trustProxy?: boolean
}

/** The whole door on the loopback, around a schema of its own. */
export async function openDoor({ query, limits = {}, inFlight = 40, trustProxy = false }: TestDoorOptions): Promise<TestDoor> {
  const tokens = createTokens({ secret: 'a secret of this installation, long enough' })
  const world: World = { sessions: createSessions({ query, tokens, throttle: createThrottle(), secondFactors: { accepts: () => Promise.resolve(false) } }), said: [], gates: [] }
  const reports: TestDoor['reports'] = []
  const documents = new Map<string, string>()
  const report = (error: unknown, context?: ReportContext): void => { reports.push({ error, context }) }
  const authenticate: Authenticate = createAuthenticate({ query, tokens })
  const [whole, shown] = [makeSchema(world, 'secret: String'), makeSchema(world, '')]
  const graphql = await createGraphqlServer<DoorContext>({
    schema: whole, schemaFor: () => shown, authenticate, report, limits, secure: false,
    documents: { find: (hash) => Promise.resolve(textOf(documents.get(hash))) },
    contextFor: (principal, http) => ({ caller: { principal, rights: houseRights }, http }),
  })
  const app = createHttpApp({ report, trustProxy, secure: false })
  await app.register(async (scope) => {
    scope.addHook('onRequest', inFlightLimit(inFlight))
    await scope.register(graphql.routes)
  })
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
  const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    read(fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }))
  return {
    url, app, tokens, world, reports, documents, ask,
    staff: async (text, more = {}) => {
      const { token } = await tokens.issue({ userId: staffId, sessionId: staffSession })
      return await ask({ query: text, ...more }, { authorization: `Bearer ${token}` })
    },
    stop: async () => {
      await app.close()
      await graphql.stop()
    },
  }
}

const textOf = (text: string | undefined): RegisteredDocument | undefined => (text === undefined ? undefined : { text, permitted: (variables) => variables })

export const staffId = '01900000-0000-7000-8000-000000000001'
const staffSession = '01900000-0000-7000-8000-0000000000aa'

/** Answers every question about an account with the employee. */
export const employeeAlways: AccessQuery = (_text, [sessions = []]) =>
  Promise.resolve((sessions as string[]).map((sessionId) => ({ sessionId, userId: staffId, organisationId: null, isAdministrator: false, roles: 'employee' })))

export async function read(sent: Promise<Response>): Promise<Answer> {
  const response = await sent
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const body = isJson ? JSON.parse(text) as Pick<Answer, 'data'> & { errors?: Answer['errors'] } : { data: undefined }
  return { status: response.status, headers: response.headers, text, data: body.data, errors: body.errors ?? [] }
}
