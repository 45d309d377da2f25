import type { GraphQLResolveInfo } from 'graphql'
import type { Caller } from '../../access/principal.ts'
import type { Locale } from '../../model/labels.ts'
import type { EntityModel } from '../../model/model.ts'
import type { Action } from '../../write/types.ts'

/** What travels with one request through the resolvers. */
export interface RequestContext {
  readonly caller: Caller
  readonly http: { readonly request: unknown; readonly reply: unknown }
}

type Args = Readonly<Record<string, unknown>>
type Ask<A> = (context: RequestContext, entity: EntityModel, args: A, info: GraphQLResolveInfo) => Promise<unknown>

/** What the root fields of the entities do; the server connects the two engines here. */
export interface Engines {
  readonly one: Ask<{ readonly id: string }>
  readonly list: Ask<Args>
  readonly byIds: Ask<{ readonly ids: readonly string[] }>
  readonly create: Ask<{ readonly input: Args }>
  readonly update: Ask<{ readonly id: string; readonly input: Args; readonly expectedVersion?: number | null }>
  readonly remove: Ask<{ readonly id: string }>
  readonly updateMany: Ask<{ readonly ids: readonly string[]; readonly input: Args; readonly errorPolicy: 'ALL_OR_NOTHING' | 'GOOD_ROWS' }>
  readonly removeMany: Ask<{ readonly ids: readonly string[]; readonly errorPolicy: 'ALL_OR_NOTHING' | 'GOOD_ROWS' }>
  readonly move: Ask<{ readonly id: string; readonly move: string; readonly expectedVersion?: number | null }>
  readonly act: (context: RequestContext, action: Action, args: Args, info: GraphQLResolveInfo) => Promise<unknown>
  readonly history: (context: RequestContext, args: Args) => Promise<unknown>
  readonly restore: (context: RequestContext, args: Args) => Promise<unknown>
  readonly reveal: (context: RequestContext, stored: string) => Promise<string>
  readonly signIn: (context: RequestContext, args: { readonly email: string; readonly password: string }) => Promise<unknown>
  readonly refreshSession: (context: RequestContext) => Promise<unknown>
  readonly signOut: (context: RequestContext) => Promise<unknown>
  readonly me: (context: RequestContext) => Promise<unknown>
  readonly adminMeta: (context: RequestContext, locale: Locale) => Promise<unknown>
}

/** For describing the schema without serving it. */
export const unconnected: Engines = new Proxy({} as Engines, {
  get: (_target, name) => () => Promise.reject(new Error(`the engines are not connected: ${String(name)}`)),
})
