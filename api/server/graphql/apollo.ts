import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { Audit } from '../../access/audit.ts'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Report } from '../report.ts'
import type { DoorContext } from './context.ts'
import { compiledGateway, type Cleared } from './executor.ts'
import { limitsRule, standardLimits, type DocumentLimits } from './limits.ts'
import { pipeline } from './pipeline.ts'

export interface ApolloOptions<C extends DoorContext> {
  /** With resolvers and rules. */
  readonly schema: GraphQLSchema
  /** The part of it that the caller may use: questions about the schema are answered from it. */
  readonly schemaFor: (context: C) => GraphQLSchema
  /** What spares the rules their work where they have nothing to refuse. */
  readonly cleared?: Cleared<C>
  readonly report: Report
  /** Told of what was refused. */
  readonly audit?: Audit
  readonly limits?: Partial<DocumentLimits>
}

/** What is kept parsed, checked and compiled: more than people work with in one hour, and some dozens of megabytes. */
const KEPT_CHARACTERS = 300_000
const KEPT_DOCUMENTS = 500

/** Apollo Server, with everything off that speaks to strangers, and documents that are compiled. */
export async function startApollo<C extends DoorContext>({ schema, schemaFor, cleared, report, audit, limits: given = {} }: ApolloOptions<C>): Promise<ApolloServer<C>> {
  const limits = { ...standardLimits, ...given }
  const apollo = new ApolloServer<C>({
    gateway: compiledGateway({ schema, schemaFor, ...(cleared ? { cleared } : {}) }),
    documentStore: documentStore(),
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitsRule(limits)],
    validationOptions: { maxErrors: 5 },
    maxRecursiveSelections: limits.selections,
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: JSON.stringify,
    // What happens before a request has its context; the pipeline tells everything else.
    formatError: ({ message, extensions }) => (extensions?.['code'] === 'BAD_REQUEST' ? { message, extensions: { code: 'BAD_USER_INPUT' } } : { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    plugins: [...plainApollo(), pipeline<C>({ schema, limits, report, ...(audit ? { audit } : {}) }), unexpected<C>(report)],
    logger: silent,
  })
  await apollo.start()
  return apollo
}

/** What fails around the resolvers: a fault of ours, or of Apollo. */
const unexpected = <C extends DoorContext>(report: Report): ApolloServerPlugin<C> => ({
  unexpectedErrorProcessingRequest: ({ requestContext, error }) => {
    report(error, { requestId: requestContext.contextValue.caller.principal.requestId, where: 'graphql' })
    return Promise.resolve()
  },
})

/** Plugins that Apollo would add by itself. Cache hints alone would wrap every resolver once more. */
const plainApollo = (): ApolloServerPlugin[] => [
  ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled(),
]

const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

function documentStore(): { get(key: string): Promise<DocumentNode | undefined>; set(key: string, value: DocumentNode): Promise<void>; delete(key: string): Promise<boolean> } {
  const kept = new LRUCache<string, DocumentNode>({ max: KEPT_DOCUMENTS, maxSize: KEPT_CHARACTERS, sizeCalculation: (document) => document.loc?.source.body.length ?? 1_000 })
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => {
      kept.set(key, value)
      return Promise.resolve()
    },
    delete: (key) => Promise.resolve(kept.delete(key)),
  }
}
