import { GraphQLObjectType, isIntrospectionType, type GraphQLSchema } from 'graphql'
import type { IRule } from 'graphql-shield'
import { moduleDisabled, moduleOff, operationOff } from '../../access/modules.ts'
import type { Caller } from '../../access/principal.ts'
import { mayList } from '../../access/rights.ts'
import type { Grant, Verb } from '../../model/access.ts'
import { grantsOf } from '../../model/access.ts'
import { forbidden, unauthenticated } from '../../model/errors.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import type { ModuleDeclaration } from '../../model/module.ts'
import type { ModuleOperations } from '../../write/types.ts'
import { isToMany } from '../graphql/objects.ts'
import { operationNames } from '../graphql/operations.ts'
import { membersInApi } from '../graphql/registry.ts'
import { shapesOf } from '../graphql/shapes.ts'
import { allow, applyMiddleware, rule, shield } from './library.ts'

/** All that a rule may know of whoever asks: `clearance` keeps its answer for everybody of whom the same is true. */
interface Asker {
  readonly rights: Caller['rights']
  readonly signedIn: boolean
}

type Decision = (asker: Asker) => boolean
/** The module that is switched off, where that is why. */
type Off = (rights: Caller['rights']) => ModuleDeclaration | undefined
export type Check = IRule | typeof allow
export type RuleTree = Readonly<Record<string, Readonly<Record<string, Check>>>>

const askerOf = ({ rights, principal }: Caller): Asker => ({ rights, signedIn: principal.userId !== undefined })

/** Whoever is not signed in is asked to; whoever is, is refused. */
const refusal = ({ signedIn }: Asker): Error => (signedIn ? forbidden() : unauthenticated())

/**
 * No cache: `contextual` would give the first row's answer to the whole list (graphql-shield#122), and
 * the rights are compiled already, so that deciding is two look-ups in a map.
 */
const when = (name: string, decide: Decision, offBy?: Off): IRule =>
  rule(name, { cache: 'no_cache' })((_parent, _args, context: { caller: Caller }) => {
    const asker = askerOf(context.caller)
    const off = offBy?.(asker.rights)
    return off ? moduleDisabled(off) : decide(asker) || refusal(asker)
  })

/** For every coordinate that has no rule. */
export const deny = when('no rule', () => false)

const reaches = (entity: string, verb: Verb): Decision => ({ rights }) => rights.of(entity, verb).rows !== 'none'
const holds = (grants: readonly Grant[]): Decision => ({ rights }) => rights.holds(grants)
const runs = (entity: string, action: string, grants: readonly Grant[] | undefined): Decision => ({ rights }) => rights.action(entity, action, grants) !== 'none'

/** A rule for every coordinate that the model gives; what is left falls to the refusal. */
export function shieldRules(model: Model, added: ModuleOperations, schema: GraphQLSchema): RuleTree {
  const tree: Record<string, Record<string, Check>> = { Query: {}, Mutation: {} }
  for (const entity of model.entities.values()) {
    if (!entity.abstract) tree[entity.name] = memberRules(model, entity)
    tree[`${entity.name}Page`] = { items: allow, total: allow, pageInfo: allow }
    Object.assign(tree['Query'] ?? {}, queryRules(model, entity))
    if (!entity.abstract && !entity.readOnly) Object.assign(tree['Mutation'] ?? {}, mutationRules(model, entity))
  }
  for (const action of added.actions) Object.assign(tree['Mutation'] ?? {}, { [action.name]: when(action.name, runs(action.on.name, action.name, grantsOf(action.access)), (rights) => operationOff(model, rights, action)) })
  for (const query of added.queries) Object.assign(tree['Query'] ?? {}, { [query.name]: when(query.name, holds(grantsOf(query.access)), (rights) => operationOff(model, rights, query)) })
  // A shape holds nothing that the rule of its operation did not give; records inside it have their own.
  for (const { shape, fields } of shapesOf(added)) tree[shape] = Object.fromEntries(Object.keys(fields).map((field) => [field, allow]))
  const signedIn = when('signed in', ({ signedIn }) => signedIn)
  Object.assign(tree['Query'] ?? {}, { me: allow, signInProvider: allow, history: signedIn, adminMeta: allow })
  Object.assign(tree['Mutation'] ?? {}, { signIn: allow, refreshSession: allow, signOut: allow, reportError: signedIn, completeSignIn: allow, beginSecondFactor: signedIn, confirmSecondFactor: signedIn, renewRecoveryCodes: signedIn, removeSecondFactor: signedIn, requestPasswordReset: allow, setPassword: allow, changePassword: signedIn, restoreRecord: signedIn })
  return { ...valueRules(schema), ...tree }
}

/** The types that belong to no entity hold nothing that their parent's rule did not give. */
function valueRules(schema: GraphQLSchema): RuleTree {
  const values = ['Money', 'Phone', 'Position', 'ZonedInstant', 'PageInfo', 'RecordRef', 'BulkAnswer', 'BulkRow', 'FieldError', 'Me', 'SignedIn', 'SecondFactorSecret', 'HistoryPage', 'HistoryEntry', 'HistoryChange', 'HistoryAuthor', 'AdminMeta', 'AdminModule', 'AdminResource', 'AdminOperations', 'AdminMenu', 'AdminSort', 'AdminGroup', 'AdminMove', 'AdminAction', 'AdminField', 'AdminChoice', 'AdminRelation']
  return Object.fromEntries(values.flatMap((name) => {
    const type = schema.getType(name)
    return type instanceof GraphQLObjectType ? [[name, Object.fromEntries(Object.keys(type.getFields()).map((field) => [field, allow]))]] : []
  }))
}

function memberRules(model: Model, entity: EntityModel): Record<string, Check> {
  const ofItself = ['_label', '_denied', '_allowed', '_editable'].map((name) => [name, when(`${entity.name}.${name}`, reaches(entity.name, 'read'), (rights) => moduleOff(model, rights, entity))] as const)
  const rules: Record<string, Check> = Object.fromEntries(ofItself)
  for (const member of membersInApi(entity)) {
    if (member.options.transient) continue
    const ofMember = when(`${entity.name}.${member.name}`, ({ rights }) => rights.of(entity.name, 'read').field(member.name) !== 'none', (rights) => moduleOff(model, rights, entity, member))
    rules[member.name] = ofMember
    if (isToMany(member)) rules[`${member.name}Count`] = ofMember
  }
  return rules
}

function queryRules(model: Model, entity: EntityModel): Record<string, Check> {
  const names = operationNames(entity)
  const may = when(`read ${entity.name}`, ({ rights }) => mayList(rights, entity.name), (rights) => moduleOff(model, rights, entity))
  return { [names.one]: may, [names.list]: may, [names.byIds]: may }
}

function mutationRules(model: Model, entity: EntityModel): Record<string, Check> {
  const names = operationNames(entity)
  const off: Off = (rights) => moduleOff(model, rights, entity)
  const [create, update, remove] = (['create', 'update', 'delete'] as const).map((verb) => when(`${verb} ${entity.name}`, reaches(entity.name, verb), off)) as [IRule, IRule, IRule]
  const moves = entity.moves.map((move) => [move.operation, when(move.operation, runs(entity.name, move.name, move.access && grantsOf(move.access)), off)] as const)
  return {
    [names.create]: create, [names.update]: update, [names.updateMany]: update,
    [names.remove]: remove, [names.removeMany]: remove, ...Object.fromEntries(moves),
  }
}

/** Puts the rules before the resolvers. A coordinate without a rule is refused. */
export function withRules(schema: GraphQLSchema, tree: RuleTree): GraphQLSchema {
  const guard = shield(tree, {
    fallbackRule: deny,
    // Otherwise every error of a resolver, a faulty input included, would become "Not Authorised!".
    allowExternalErrors: true,
    fallbackError: () => forbidden(),
  })
  return applyMiddleware(schema, guard)
}

/** Coordinates of object types for which the tree has no rule of their own: `CastingOffer.fee`. */
export function withoutRule(schema: GraphQLSchema, tree: RuleTree): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    type instanceof GraphQLObjectType && !isIntrospectionType(type)
      ? Object.keys(type.getFields()).filter((field) => !tree[type.name]?.[field]).map((field) => `${type.name}.${field}`)
      : [])
}
