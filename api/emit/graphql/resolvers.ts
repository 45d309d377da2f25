import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { GraphQLInterfaceType, GraphQLObjectType } from 'graphql'
import type { Locale } from '../../model/labels.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import type { ModuleOperations } from '../../write/types.ts'
import type { Engines, RequestContext } from './engines.ts'
import { isToMany } from './objects.ts'
import { operationNames } from './operations.ts'
import { membersInApi } from './registry.ts'

type Resolve<C> = GraphQLFieldResolver<Record<string, unknown>, C, never>

/** Gives the fields of a described schema what they do. Fields without a resolver read the property of their name. */
export function attachResolvers<C extends RequestContext>(schema: GraphQLSchema, model: Model, added: ModuleOperations, engines: Engines<C>): void {
  for (const entity of model.entities.values()) {
    attachMembers(schema, entity, engines)
    attach(schema, 'Query', queries(entity, engines))
    if (!entity.abstract && !entity.readOnly) attach(schema, 'Mutation', mutations(entity, engines))
  }
  attach(schema, 'Mutation', Object.fromEntries(added.actions.map((action) => [action.name, (_root: unknown, args: object, context: C, info: GraphQLResolveInfo) => engines.act(context, action, args as never, info)])))
  attach(schema, 'Query', Object.fromEntries(added.queries.map((query) => [query.name, (_root: unknown, args: object, context: C, info: GraphQLResolveInfo) => engines.ask(context, query, args as never, info)])))
  attach<C>(schema, 'Query', {
    me: (_root, _args, context) => engines.me(context),
    signInProvider: (_root, _args, context) => engines.signInProvider(context),
    history: (_root, args, context, info) => engines.history(context, args, info),
    adminMeta: (_root, args: { locale: Locale }, context) => engines.adminMeta(context, args.locale),
  })
  attach<C>(schema, 'Mutation', {
    signIn: (_root, args, context) => engines.signIn(context, args),
    completeSignIn: (_root, args, context) => engines.completeSignIn(context, args),
    beginSecondFactor: (_root, _args, context) => engines.beginSecondFactor(context),
    confirmSecondFactor: (_root, args, context) => engines.confirmSecondFactor(context, args),
    renewRecoveryCodes: (_root, args, context) => engines.renewRecoveryCodes(context, args),
    removeSecondFactor: (_root, args, context) => engines.removeSecondFactor(context, args),
    refreshSession: (_root, _args, context) => engines.refreshSession(context),
    signOut: (_root, _args, context) => engines.signOut(context),
    reportError: (_root, args, context) => engines.reportError(context, args),
    requestPasswordReset: (_root, args, context) => engines.requestPasswordReset(context, args),
    setPassword: (_root, args, context) => engines.setPassword(context, args),
    changePassword: (_root, args, context) => engines.changePassword(context, args),
    restoreRecord: (_root, args, context) => engines.restore(context, args),
  })
}

function attach<C>(schema: GraphQLSchema, typeName: string, resolvers: Readonly<Record<string, Resolve<C>>>): void {
  const type = schema.getType(typeName)
  if (!(type instanceof GraphQLObjectType) && !(type instanceof GraphQLInterfaceType)) throw new Error(`no type ${typeName}`)
  const fields = type.getFields()
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name]
    if (!field) throw new Error(`no field ${typeName}.${name}`)
    // graphql-js keeps resolvers untyped; the shapes of their arguments are those that were described beside them.
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>
  }
}

const queries = <C extends RequestContext>(entity: EntityModel, engines: Engines<C>): Record<string, Resolve<C>> => {
  const names = operationNames(entity)
  return {
    [names.one]: (_root, args, context, info) => engines.one(context, entity, args, info),
    [names.list]: (_root, args, context, info) => engines.list(context, entity, args, info),
    [names.byIds]: (_root, args, context, info) => engines.byIds(context, entity, args, info),
  }
}

const mutations = <C extends RequestContext>(entity: EntityModel, engines: Engines<C>): Record<string, Resolve<C>> => {
  const names = operationNames(entity)
  return {
    [names.create]: (_root, args, context, info) => engines.create(context, entity, args, info),
    [names.update]: (_root, args, context, info) => engines.update(context, entity, args, info),
    [names.remove]: (_root, args, context, info) => engines.remove(context, entity, args, info),
    [names.updateMany]: (_root, args, context, info) => engines.updateMany(context, entity, args, info),
    [names.removeMany]: (_root, args, context, info) => engines.removeMany(context, entity, args, info),
    ...Object.fromEntries(entity.moves.map((move): [string, Resolve<C>] => [move.operation, (_root, args: object, context, info) =>
      engines.move(context, entity, { ...(args as { id: string; expectedVersion?: number }), move: move.name }, info)])),
  }
}

/** Relations lie under `@` and their key in the answer: two aliases of one relation stay apart. */
const byKey: Resolve<unknown> = (row, _args, _context, info) => row[`@${String(info.path.key)}`]

/** Says at once which kind a row is: type-graphql's own answer is a promise, which graphql-jit does not wait for. */
function attachKind(schema: GraphQLSchema, entity: EntityModel): void {
  const type = schema.getType(entity.name)
  if (type instanceof GraphQLInterfaceType) type.resolveType = (row: { readonly _entity?: string }) => row._entity
}

function attachMembers<C extends RequestContext>(schema: GraphQLSchema, entity: EntityModel, engines: Engines<C>): void {
  if (entity.abstract) return attachKind(schema, entity)
  const resolvers: Record<string, Resolve<C>> = {}
  for (const member of membersInApi(entity)) {
    if (member.options.transient) continue
    if (member.is !== 'field') resolvers[member.name] = byKey
    else if (member.kind.reveal) resolvers[member.name] = (row, _args, context) => reveal(row[member.name], context, engines)
    if (isToMany(member)) resolvers[`${member.name}Count`] = byKey
  }
  attach(schema, entity.name, resolvers)
}

const reveal = <C extends RequestContext>(stored: unknown, context: C, engines: Engines<C>): unknown => (typeof stored === 'string' ? engines.reveal(context, stored) : null)
