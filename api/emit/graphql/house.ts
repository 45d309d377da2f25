import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql'
import type { ClassType } from 'type-graphql'
import { objectType, rootFields, type ArgumentShape, type Thunk } from './define.ts'
import type { Registry } from './registry.ts'
import { scalars } from './scalars.ts'

const string = { type: (): typeof GraphQLString => GraphQLString }
const stringRequired = { ...string, nullable: false }
const strings = { type: (): [typeof GraphQLString] => [GraphQLString] }
const boolean = { type: (): typeof GraphQLBoolean => GraphQLBoolean, nullable: false }
const json = { type: (): typeof scalars.JSON => scalars.JSON }
const text = (name: string): ArgumentShape => ({ name, type: () => GraphQLString, required: true })
const list = (type: Thunk) => ({ type: () => [type()] as [ReturnType<Thunk>], nullable: false })

/** What belongs to no entity: who is asking, the history, and what introspection cannot say. */
export function describeHouse(registry: Registry): ClassType {
  const me = objectType('Me', 'The account of the caller.', { id: { type: () => GraphQLID, nullable: false }, email: string, fullName: string, locale: string, roles: { ...strings, nullable: false },
    secondFactor: boolean, secondFactorNeeded: { ...boolean, description: 'An administrator, who has the rights of one once a second factor is set up.' }, recoveryCodesLeft: { type: () => GraphQLInt, nullable: false },
  })
  const secret = objectType('SecondFactorSecret', 'What an application for codes is given, by hand or as a picture.', { secret: stringRequired, uri: stringRequired })
  const session = objectType('SignedIn', undefined, { token: { ...stringRequired, description: 'For `Authorization: Bearer`; short-lived. `refreshSession` gives the next one.' }, expiresAt: { type: () => scalars.DateTime }, user: { type: () => me, nullable: false } })
  return rootFields('House', {
    queries: {
      me: { type: () => me },
      signInProvider: { ...string, description: 'Name of the house at which one may sign in as well, at `/auth/oidc`; null where there is none.' },
      history: { type: historyType(registry), nullable: false, args: [{ name: 'entity', type: () => GraphQLString, required: true }, { name: 'id', type: () => GraphQLID, required: true }, { name: 'page', type: () => registry.shared.pageInput }] },
      adminMeta: { type: adminMetaType(registry, me), nullable: false, args: [{ name: 'locale', type: () => registry.shared.locale, default: 'fr' }] },
    },
    mutations: {
      signIn: { type: () => session, args: [text('email'), text('password')] },
      completeSignIn: { type: () => session, description: 'The second step, with the `challenge` that `signIn` was refused with (`secondFactorNeeded`) and a code of the telephone or of paper.', args: [text('challenge'), text('code')] },
      beginSecondFactor: { type: () => secret, description: 'A secret for one’s telephone; it counts once a code of it was shown.' },
      confirmSecondFactor: { type: () => [GraphQLString], description: 'Puts it in force, ends the other sessions, and answers recovery codes, which are shown once.', args: [text('code')] },
      renewRecoveryCodes: { type: () => [GraphQLString], args: [text('code')] },
      removeSecondFactor: { type: () => GraphQLBoolean, args: [text('code')] },
      refreshSession: { type: () => session },
      signOut: { type: () => GraphQLBoolean },
      reportError: {
        type: () => GraphQLBoolean, description: 'A fault of one of our own programs (back office, command line), for whoever mends it. Words of people are taken out; at most 20 in a minute.',
        args: [{ name: 'message', type: () => GraphQLString, required: true }, { name: 'stack', type: () => GraphQLString }, { name: 'where', type: () => GraphQLString }, { name: 'release', type: () => GraphQLString }],
      },
      requestPasswordReset: { type: () => GraphQLBoolean, description: 'Sends a link to the address, where somebody has it; the answer does not tell.', args: [text('email')] },
      setPassword: { type: () => GraphQLBoolean, description: 'By the link of an invitation or of a forgotten password, once; ends every session of the account.', args: [text('token'), text('password')] },
      changePassword: { type: () => GraphQLBoolean, description: 'One’s own; ends the other sessions.', args: [text('currentPassword'), text('newPassword')] },
      restoreRecord: {
        type: () => GraphQLBoolean, description: 'Brings back the values from before a change, all or some fields, as a new change.',
        args: [{ name: 'entity', type: () => GraphQLString, required: true }, { name: 'id', type: () => GraphQLID, required: true }, { name: 'historyId', type: () => GraphQLID, required: true }, { name: 'fields', type: () => [GraphQLString] }],
      },
    },
  })
}

function historyType(registry: Registry): Thunk {
  const author = objectType('HistoryAuthor', undefined, { id: { type: () => GraphQLID, nullable: false }, fullName: string })
  const change = objectType('HistoryChange', 'One field of one change.', { field: stringRequired, label: string, from: json, to: json, hidden: { ...boolean, description: 'It changed, but you may not read it.' } })
  const entry = objectType('HistoryEntry', 'One change of one record.', {
    id: { type: () => GraphQLID, nullable: false }, at: { type: () => scalars.DateTime, nullable: false }, action: stringRequired, user: { type: () => author },
    origin: stringRequired, version: { type: () => GraphQLInt }, changes: list(() => change),
  })
  const page = objectType('HistoryPage', undefined, { items: list(() => entry), total: { type: () => GraphQLInt }, pageInfo: { type: () => registry.shared.pageInfo, nullable: false } })
  return () => page
}

function adminMetaType(registry: Registry, me: ClassType): Thunk {
  const module = objectType('AdminModule', undefined, { name: stringRequired, label: stringRequired, icon: stringRequired, order: { type: () => GraphQLInt, nullable: false } })
  const resource = adminResource(adminField())
  const meta = objectType('AdminMeta', 'What the back office needs to know beside the schema, cut to the rights of the caller.', {
    version: stringRequired, locale: { type: () => registry.shared.locale, nullable: false }, user: { type: () => me }, modules: list(() => module), resources: list(() => resource),
  })
  return () => meta
}

function adminField(): ClassType {
  const choice = objectType('AdminChoice', undefined, { value: stringRequired, label: stringRequired })
  const relation = objectType('AdminRelation', undefined, { target: string, targets: strings, inverse: string, single: boolean, ordered: boolean, owned: boolean, accept: strings, maxBytes: { type: () => GraphQLInt } })
  return objectType('AdminField', undefined, {
    name: stringRequired, kind: stringRequired, label: stringRequired, help: string, group: string, required: boolean, many: boolean, immutable: boolean,
    read: boolean, create: boolean, update: boolean, filter: boolean, sort: boolean,
    choices: { type: () => [choice] }, relation: { type: () => relation }, requiredWhen: json, visibleWhen: json, limits: json, default: json,
  })
}

function adminResource(field: ClassType): ClassType {
  const operations = objectType('AdminOperations', 'Names of the operations; missing where the caller may not.', { one: string, list: string, byIds: string, create: string, update: string, delete: string, updateMany: string, deleteMany: string })
  const menu = objectType('AdminMenu', undefined, { order: { type: () => GraphQLInt, nullable: false }, icon: string })
  const sort = objectType('AdminSort', undefined, { field: stringRequired, direction: stringRequired })
  const group = objectType('AdminGroup', undefined, { name: stringRequired, label: stringRequired })
  const move = objectType('AdminMove', undefined, { name: stringRequired, operation: stringRequired, label: stringRequired, confirm: string, field: stringRequired, from: { ...strings, nullable: false }, to: stringRequired })
  const action = objectType('AdminAction', undefined, { name: stringRequired, label: stringRequired, help: string, confirm: string, scope: stringRequired, when: json, returns: stringRequired, args: list(() => field) })
  return objectType('AdminResource', undefined, {
    name: stringRequired, plural: stringRequired, module: stringRequired, label: stringRequired, labelPlural: stringRequired, help: string,
    menu: { type: () => menu }, abstract: boolean, kinds: { ...strings, nullable: false }, parent: string, operations: { type: () => operations, nullable: false },
    searchable: boolean, sort: { type: () => sort }, list: { ...strings, nullable: false }, groups: list(() => group), views: json,
    moves: list(() => move), actions: list(() => action), fields: list(() => field), history: boolean,
  })
}
