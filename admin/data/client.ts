import { ApolloClient, ApolloLink, from, fromPromise, HttpLink, InMemoryCache, Observable, type DocumentNode, type FetchResult, type NormalizedCacheObject } from '@apollo/client'
import { setContext } from '@apollo/client/link/context'
import { onError } from '@apollo/client/link/error'
import type { Session } from '../auth/session.ts'
import { isObject } from './meta.ts'
import { viewedRole } from './viewAs.ts'

export type Client = ApolloClient<NormalizedCacheObject>

/** Apollo as a plain messenger: react-admin's own cache is the only one (pitfall 26). */
export function createClient(session: Session, uri: string, fetcher?: typeof fetch): Client {
  return new ApolloClient({
    link: from([withoutMasks, keepBodies, renewOnce(session), authorise(session), new HttpLink({ uri, credentials: 'same-origin', headers: { 'x-coulisses-origin': 'ADMIN' }, ...(fetcher ? { fetch: fetcher } : {}) })]),
    cache: new NoCache(),
    // A request that react-admin aborted must not be shared with one that follows it.
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
    queryDeduplication: false,
  })
}

/** Holds nothing, and sends documents as they are: no `__typename` where nobody asked for it. */
class NoCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document
  }
}

const authorise = (session: Session) => setContext(async (_operation, context) => {
  const token = await session.token()
  const headers: unknown = context['headers']
  const role = viewedRole()
  return { headers: { ...(isObject(headers) ? headers : {}), 'accept-language': session.locale, ...(role === undefined ? {} : { 'x-coulisses-view-as': role }), ...(token ? { authorization: `Bearer ${token}` } : {}) } }
})

/** A token that was refused before its time (an account made inactive, a restarted server) is renewed once. */
const renewOnce = (session: Session) => onError(({ graphQLErrors, networkError, operation, forward }) => {
  const refused = graphQLErrors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED') ?? statusOf(networkError) === 401
  if (!refused || operation.getContext()['renewed'] === true) return
  operation.setContext({ renewed: true })
  return fromPromise(session.renew().catch(() => false)).filter(Boolean).flatMap(() => forward(operation))
})

/** A field that is refused on some records is told by `_denied` of each: the rest of the answer is good all the same. */
const withoutMasks = new ApolloLink((operation, forward) => forward(operation).map((answer) => {
  const errors = answer.errors?.filter(({ path, extensions }) => !(answer.data && path && path.length > 1 && extensions?.['code'] === 'FORBIDDEN'))
  return { ...answer, errors: errors && errors.length > 0 ? errors : undefined } as FetchResult
}))

/** An answer with another status than 200 still carries GraphQL errors: they are kept (pitfall 4). */
const keepBodies = onError(({ networkError }) => {
  const body = networkError && 'result' in networkError ? networkError.result : undefined
  if (!isObject(body) || !Array.isArray(body['errors'])) return
  return Observable.of({ errors: body['errors'] })
})

const statusOf = (error: unknown): number | undefined =>
  isObject(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : undefined
