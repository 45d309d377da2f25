import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { needScope } from '../../access/apiKey.ts'
import { refuseViewer } from '../../access/viewing.ts'
import { AppError, unauthenticated } from '../../model/errors.ts'
import type { DoorContext } from './context.ts'
import { costOf } from './cost.ts'
import { factsOf } from './facts.ts'
import { tooMuch, type DocumentLimits } from './limits.ts'

/** What whoever is not signed in may ask in words of his own; all else only by registered documents. */
const open: ReadonlySet<string> = new Set(['signIn', 'completeSignIn', 'refreshSession', 'signOut', 'requestPasswordReset', 'setPassword', 'signInProvider', 'me', 'adminMeta', '__schema', '__type', '__typename'])

/** What whoever acts for a client or a partner may ask besides: what is about his own account (B.2). */
const own: ReadonlySet<string> = new Set(['changePassword', 'beginSecondFactor', 'confirmSecondFactor', 'renewRecoveryCodes', 'removeSecondFactor', 'mySessions', 'endSession', 'signOutEverywhere'])

/** What the page of a partner is made of (his keys, his feeds, his documents), told flat: from there no way leads to other records. */
const page: ReadonlySet<string> = new Set(['partnerDocuments', 'tryDocument', 'partnerFeeds', 'apiKeys', 'issueApiKey', 'revokeApiKey'])
const PAGE_DEPTH = 3

/** Whether somebody who acts for others is shown a root field: what he may not ask in words of his own, he has no button for. */
export const isOutsiders = (name: string): boolean => open.has(name) || own.has(name) || page.has(name)

/** Mutations of these have doors of their own, which slow down whoever guesses: no approved document runs them. */
export const aboutAccounts: ReadonlySet<string> = new Set([...open, ...own])

/** Whether this operation may be run for this caller at all. */
export function mayAsk(context: DoorContext, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const known = context.caller.principal.userId !== undefined
  const { rootFields, depth } = factsOf(document, operation)
  return isTrusted(context) || rootFields.every((name) => open.has(name) || (known && (own.has(name) || (page.has(name) && depth <= PAGE_DEPTH))))
}

/** What is said instead: who is there must not be told to sign in. */
export const notAsked = ({ caller }: DoorContext): AppError => (caller.principal.userId === undefined ? unauthenticated() : registeredOnly())

const registeredOnly = (): AppError => new AppError('FORBIDDEN', [{
  reason: 'registeredOnly', message: { fr: 'Ce compte n’exécute que des documents approuvés, à l’entrée des partenaires.', en: 'This account runs approved documents only, at the partners’ door.' },
}])

/**
 * Whether the caller may be told what is wrong with a document that was not run. To whoever is not signed
 * in, the messages would say which fields of which types exist, in whatever part of the document he tries them.
 */
export function mayBeTold(context: DoorContext, document: DocumentNode | undefined): boolean {
  return isTrusted(context) || !document ||
    document.definitions.every((definition) => definition.kind === Kind.OPERATION_DEFINITION && mayAsk(context, document, definition))
}

const isTrusted = ({ http }: DoorContext): boolean => http.free || http.registered

/** Signed in, for a client or a partner. */
export const isOutside = ({ caller, http }: DoorContext): boolean => caller.principal.userId !== undefined && !http.free && !http.registered

export interface Asked {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode | undefined
  readonly variables: Readonly<Record<string, unknown>> | undefined
}

/** A key writes documents of its own only where it was made for that; the registered ones are less. */
function permitKey({ caller: { principal }, http }: DoorContext, { operation }: OperationDefinitionNode): void {
  if (operation === 'mutation') return needScope(principal, 'GRAPHQL_WRITE')
  needScope(principal, 'GRAPHQL_READ', ...(http.registered ? ['DOCUMENTS_RUN' as const] : []))
}

/** Asked of every request, after its document was found valid. @throws AppError */
export function admit(context: DoorContext, { document, operation, variables }: Asked, schema: GraphQLSchema, limits: DocumentLimits): void {
  if (!operation) return
  if (operation.operation === 'mutation') refuseViewer(context.caller.principal)
  if (!mayAsk(context, document, operation)) throw notAsked(context)
  permitKey(context, operation)
  if (operation.operation === 'subscription') throw tooMuch('noSubscriptions', { fr: 'Les abonnements ne sont pas proposés.', en: 'Subscriptions are not offered.' }, {})
  const cost = costOf(schema, document, operation, variables)
  if (cost > limits.cost) {
    throw tooMuch('tooCostly', { fr: 'Requête trop coûteuse : {cost} points, {max} au plus. Demandez des pages plus petites.', en: 'Query too costly: {cost} points, {max} at most. Ask for smaller pages.' }, { cost, max: limits.cost })
  }
}
