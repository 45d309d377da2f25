import type { GraphQLResolveInfo } from 'graphql'
import type { Caller } from '../../access/principal.ts'
import type { Locale } from '../../model/labels.ts'
import type { EntityModel } from '../../model/model.ts'
import type { RootQuery } from '../../read/rootQuery.ts'
import type { Action } from '../../write/types.ts'

/** What travels with one request through the resolvers. */
export interface RequestContext {
  readonly caller: Caller
}

type Args = Readonly<Record<string, unknown>>
type Ask<C, A> = (context: C, entity: EntityModel, args: A, info: GraphQLResolveInfo) => Promise<unknown>

/** What the root fields of the entities do; the server connects the two engines here. */
export interface Engines<C extends RequestContext = RequestContext> {
  /** By `id`, or by the number of an entity that has one. */
  readonly one: Ask<C, Args>
  readonly list: Ask<C, Args>
  readonly byIds: Ask<C, { readonly ids: readonly string[] }>
  readonly create: Ask<C, { readonly input: Args }>
  readonly update: Ask<C, { readonly id: string; readonly input: Args; readonly expectedVersion?: number | null }>
  readonly remove: Ask<C, { readonly id: string }>
  readonly updateMany: Ask<C, { readonly ids: readonly string[]; readonly input: Args; readonly errorPolicy: 'ALL_OR_NOTHING' | 'GOOD_ROWS' }>
  readonly removeMany: Ask<C, { readonly ids: readonly string[]; readonly errorPolicy: 'ALL_OR_NOTHING' | 'GOOD_ROWS' }>
  readonly move: Ask<C, { readonly id: string; readonly move: string; readonly expectedVersion?: number | null }>
  readonly act: (context: C, action: Action, args: Args, info: GraphQLResolveInfo) => Promise<unknown>
  readonly ask: (context: C, query: RootQuery, args: Args, info: GraphQLResolveInfo) => Promise<unknown>
  /** A record, or several in this order, that a shape names by id; those that are not the caller's are left out. */
  readonly records: (context: C, entity: EntityModel, ids: string | readonly string[], info: GraphQLResolveInfo) => Promise<unknown>
  readonly history: (context: C, args: Args, info: GraphQLResolveInfo) => Promise<unknown>
  readonly restore: (context: C, args: Args) => Promise<unknown>
  readonly reveal: (context: C, stored: string) => Promise<string>
  readonly signIn: (context: C, args: { readonly email: string; readonly password: string }) => Promise<unknown>
  readonly completeSignIn: (context: C, args: { readonly challenge: string; readonly code: string }) => Promise<unknown>
  readonly beginSecondFactor: (context: C) => Promise<unknown>
  readonly confirmSecondFactor: (context: C, args: { readonly code: string }) => Promise<unknown>
  readonly renewRecoveryCodes: (context: C, args: { readonly code: string }) => Promise<unknown>
  readonly removeSecondFactor: (context: C, args: { readonly code: string }) => Promise<unknown>
  readonly refreshSession: (context: C) => Promise<unknown>
  readonly signOut: (context: C) => Promise<unknown>
  readonly reportError: (context: C, args: { readonly message: string; readonly stack?: string | null; readonly where?: string | null; readonly release?: string | null }) => Promise<unknown>
  readonly requestPasswordReset: (context: C, args: { readonly email: string }) => Promise<unknown>
  readonly setPassword: (context: C, args: { readonly token: string; readonly password: string }) => Promise<unknown>
  readonly changePassword: (context: C, args: { readonly currentPassword: string; readonly newPassword: string }) => Promise<unknown>
  readonly signInProvider: (context: C) => Promise<unknown>
  readonly me: (context: C) => Promise<unknown>
  readonly adminMeta: (context: C, locale: Locale) => Promise<unknown>
}

/** For describing the schema without serving it. */
export const unconnected: Engines = new Proxy({} as Engines, {
  get: (_target, name) => () => Promise.reject(new Error(`the engines are not connected: ${String(name)}`)),
})
