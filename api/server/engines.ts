import type { GraphQLResolveInfo } from 'graphql'
import DataLoader from 'dataloader'
import { LRUCache } from 'lru-cache'
import { administratorNow, rolesOf, type SecondFactorDemand } from '../access/account.ts'
import { createBook } from '../access/book.ts'
import { conflictOfInterest } from '../access/conflicts.ts'
import { moduleDisabled, moduleOff } from '../access/modules.ts'
import type { Policies } from '../access/policy.ts'
import type { Caller } from '../access/principal.ts'
import type { Journal } from '../audit/journal.ts'
import { recordReads } from '../audit/reads.ts'
import type { Passwords } from '../access/passwords.ts'
import type { SecondFactors } from '../access/secondFactor.ts'
import type { Sessions, SignedIn } from '../access/session.ts'
import type { Cipher } from '../crypto/cipher.ts'
import { adminMeta } from '../emit/admin/meta.ts'
import type { Engines } from '../emit/graphql/engines.ts'
import { AppError, badInput, messages, notFound } from '../model/errors.ts'
import { isId } from '../model/fields/id.ts'
import type { Locale } from '../model/labels.ts'
import { entityOf, numberOf, type EntityModel, type Model } from '../model/model.ts'
import { listSelectionOf, readHistory, readList, readMany, readNumbered, readOne, selectionOf, type PageInput, type Query, type Reader, type Row, type Selection } from '../read/index.ts'
import { readArguments } from '../read/arguments.ts'
import { readingOf } from '../read/reading.ts'
import { isShape } from '../model/shape.ts'
import type { ModuleOperations } from '../write/types.ts'
import type { Answer, Writer } from '../write/index.ts'
import type { ConflictKeeper } from '../write/conflicts.ts'
import { isOutside } from './graphql/doorkeeper.ts'
import type { DoorContext, GraphqlDoor } from './graphql/context.ts'
import type { Report } from './report.ts'
import { choosingPasswords, secondStep, toldBy } from './credentials.ts'
import { recordCredentials, recordSignIn } from './signIns.ts'
import { takeReports } from './reports/takeReports.ts'

/** What the resolvers of one request work with. */
export interface HouseContext extends DoorContext {
  /** Texts are decrypted once per request, however often the answer shows them. */
  readonly reveal: DataLoader<string, string>
  /** Through which its reads go, where not straight to the database: who keeps answers notes what they show. */
  readonly query?: Query
}

export interface EnginesOptions {
  readonly model: Model
  readonly added: ModuleOperations
  readonly query: Query
  readonly writer: Writer
  readonly sessions: Sessions
  readonly passwords: Passwords
  readonly secondFactors: SecondFactors
  readonly secondFactor: SecondFactorDemand
  readonly signInProvider: string | undefined
  readonly cipher: Cipher
  readonly journal: Pick<Journal, 'audit' | 'crowded'>
  readonly report: Report
  readonly policies: Policies
  readonly conflicts: ConflictKeeper | undefined
  /** Changes whenever what `adminMeta` says may have changed. */
  readonly version: string
}

export const revealer = (cipher: Cipher): DataLoader<string, string> =>
  new DataLoader((stored) => Promise.all(stored.map((text) => cipher.decrypt(text).catch((error: unknown) => error as Error))))

/** Connects the root fields to the two engines. */
export function connectEngines(options: EnginesOptions): Engines<HouseContext> {
  const { model, query, writer } = options
  const readerOf: ReaderOf = (context, info, run = context.query ?? query) =>
    ({ model, caller: context.caller, query: run, witness: recordReads(options.journal, context.caller.principal, context.http.address, `${info.parentType.name}.${info.fieldName}`) })
  /** A mutation answers the record as its caller may see it, before the commit. */
  const answering = (context: HouseContext, entity: EntityModel, info: GraphQLResolveInfo): Answer<unknown> =>
    (work, id) => readOne(readerOf(context, info, work.run), entity, id, selectionOf(info, model, entity), 'another')
  return {
    ...reading(options, readerOf, meeting(options)),
    create: (context, entity, { input }, info) => writer.createRecord(context.caller, entity, input, answering(context, entity, info)),
    update: (context, entity, { id, input, expectedVersion }, info) => writer.updateRecord(context.caller, entity, id, input, expectedVersion, answering(context, entity, info)),
    remove: ({ caller }, entity, { id }) => writer.deleteRecord(caller, entity, id),
    updateMany: ({ caller }, entity, { ids, input, errorPolicy }) => writer.updateRecords(caller, entity, ids, input, errorPolicy),
    removeMany: ({ caller }, entity, { ids, errorPolicy }) => writer.deleteRecords(caller, entity, ids, errorPolicy),
    move: (context, entity, { id, move, expectedVersion }, info) => writer.moveRecord(context.caller, entity, id, move, expectedVersion, answering(context, entity, info)),
    act: async (context, action, args, info) => {
      const returned = action.returns === 'Boolean' || isShape(action.returns) ? undefined : entityOf(model, action.returns.name)
      const run = () => writer.runAction(context.caller, action, args, returned ? answering(context, returned, info) : () => true)
      return action.recorded ? await recordCredentials({ ...toldBy(options, context, action.name), action: action.recorded, about: action.on.name === 'User' ? String(args['id']) : undefined }, run) : await run()
    },
    restore: ({ caller }, args) => {
      const { entity, id, historyId, fields } = args as { entity: string; id: string; historyId: string; fields?: string[] }
      return writer.restoreRecord(caller, named(model, caller, entity), id, historyId, fields)
    },
    history: (context, args, info) => {
      const { entity, id, page } = args as { entity: string; id: string; page?: PageInput | null }
      return readHistory(readerOf(context, info), named(model, context.caller, entity), id, page)
    },
    reveal: ({ reveal }, stored) => reveal.load(stored),
    ...who(options),
    ...secondStep(options),
    reportError: takeReports(options.report),
    adminMeta: async (context, locale) => ({ ...metaOf(options, context.caller, locale, isOutside(context)), user: await readMe(options, context.caller.principal.userId) }),
  }
}

type ReaderOf = (context: HouseContext, info: GraphQLResolveInfo, run?: Query) => Reader

/** What is done when somebody opened a record, or did not find it, about whom there are conflict rules. */
type Meet = (caller: Caller, entity: EntityModel, id: unknown, found: boolean) => Promise<void>

function meeting({ conflicts, writer }: EnginesOptions): Meet {
  return async (caller, entity, id, found) => {
    const known = caller.principal.conflicts
    if (!conflicts || !known || entity.options.concerns === undefined || typeof id !== 'string' || !isId(id)) return
    if (found && known.alerted.length > 0) await writer.mutate(caller, (work) => conflicts.noticed(work, entity, id.toLowerCase()))
    if (found || known.barred.length === 0) return
    if (await writer.mutate(caller, (work) => conflicts.barred(work, entity, id.toLowerCase()))) throw conflictOfInterest()
  }
}

function reading({ model, query, policies, secondFactor, added: { actions } }: EnginesOptions, readerOf: ReaderOf, meet: Meet): Pick<Engines<HouseContext>, 'one' | 'list' | 'byIds' | 'ask' | 'records'> {
  return {
    ask: async (context, asked, given, info) => {
      const reader = readerOf(context, info)
      const { returns } = asked
      const answer = await asked.run(readingOf(reader, asked, info, { actions, access: createBook(model, query, policies, context.caller.principal, secondFactor) }), readArguments(asked, given))
      return answer == null || returns === 'JSON' || isShape(returns) ? answer : records(reader, entityOf(model, returns.name), answer as string | readonly string[], info)
    },
    records: (context, entity, ids, info) => records(readerOf(context, info), entity, ids, info),
    one: async (context, entity, args, info) => {
      const row = await readNamed(readerOf(context, info), entity, args, selectionOf(info, model, entity))
      if (context.caller.principal.conflicts) await meet(context.caller, entity, args['id'], row !== null)
      if (!row) throw notFound()
      return row
    },
    list: (context, entity, args, info) => readList(readerOf(context, info), entity, args, listSelectionOf(info, model, entity)),
    byIds: (context, entity, { ids }, info) => readMany(readerOf(context, info), entity, ids, selectionOf(info, model, entity)),
  }
}

/** A record by its id, or by the short number that it has instead. */
function readNamed(reader: Reader, entity: EntityModel, args: Readonly<Record<string, unknown>>, selection: Selection): Promise<Row | null> {
  const field = numberOf(entity)
  const number = field && args[field.name]
  if (args['id'] != null && number != null) throw badInput({ path: 'id', reason: 'notBoth', message: { fr: 'Donnez l’identifiant ou le numéro, pas les deux.', en: 'Give the id or the number, not both.' } })
  if (field && number != null) return readNumbered(reader, entity, field, number, selection)
  return readOne(reader, entity, String(args['id'] ?? ''), selection)
}

const records = async (reader: Reader, entity: EntityModel, ids: string | readonly string[], info: GraphQLResolveInfo): Promise<unknown> => {
  const selection = selectionOf(info, reader.model, entity)
  return typeof ids === 'string' ? readOne(reader, entity, ids, selection, 'another') : readMany(reader, entity, ids, selection, 'another')
}

function named(model: Model, { rights }: Caller, name: string): EntityModel {
  const entity = model.entities.get(name)
  if (!entity) throw badInput({ reason: 'unknownEntity', path: 'entity', message: messages.notFound })
  const off = moduleOff(model, rights, entity)
  if (off) throw moduleDisabled(off)
  return entity
}

function who(options: EnginesOptions): Pick<Engines<HouseContext>, 'signIn' | 'completeSignIn' | 'refreshSession' | 'signOut' | 'signInProvider' | 'requestPasswordReset' | 'setPassword' | 'changePassword' | 'me'> {
  const { sessions, query, journal: { audit } } = options
  const answer = async ({ userId, token, expiresAt }: { userId: string; token: string; expiresAt: Date }): Promise<unknown> =>
    ({ token, expiresAt: expiresAt.toISOString(), user: await readMe(options, userId) })
  return {
    signIn: async ({ caller, http }, { email, password }) =>
      answer(await recordSignIn({ audit, query, by: caller.principal, address: http.address, email }, () => sessions.signIn(http, email, password))),
    completeSignIn: async ({ caller, http }, { challenge, code }) =>
      answer(await recordSignIn({ audit, query, by: caller.principal, address: http.address, email: undefined }, () => sessions.completeSignIn(http, challenge, code))),
    refreshSession: async ({ caller, http }) => answer(await recordRefresh(options, caller, http)),
    signOut: async ({ caller, http }) => {
      const whose = await sessions.signOut(http)
      if (whose !== undefined) await audit({ action: 'SIGN_OUT', by: { ...caller.principal, userId: whose }, address: http.address, operation: 'Mutation.signOut', entity: 'User', records: [whose] })
      return true
    },
    ...choosingPasswords(options),
    signInProvider: () => Promise.resolve(options.signInProvider ?? null),
    me: ({ caller }) => readMe(options, caller.principal.userId),
  }
}

/** Renewals are no news; one that is refused is, where there was something to renew. */
async function recordRefresh({ sessions, journal: { audit } }: EnginesOptions, { principal }: Caller, http: GraphqlDoor): Promise<SignedIn> {
  try {
    return await sessions.refresh(http)
  } catch (error) {
    if (http.refreshToken !== undefined && error instanceof AppError) await audit({ action: 'SIGN_IN', by: principal, address: http.address, operation: 'Mutation.refreshSession', reason: error.issues[0]?.reason ?? error.code })
    throw error
  }
}

const me = (demand: SecondFactorDemand): string => `select u.id, u.email, u.full_name as "fullName", u.locale, ${administratorNow('u', demand)} as "isAdministrator",
  u.second_factor_since is not null as "secondFactor", u.is_administrator and not ${administratorNow('u', demand)} as "secondFactorNeeded",
  (select count(*)::int from recovery_code c where c.user_id = u.id) as "recoveryCodesLeft",
  ${rolesOf('u')} as roles
  from "user" u where u.id = $1`

async function readMe({ query, secondFactor }: EnginesOptions, userId: string | undefined): Promise<unknown> {
  if (userId === undefined) return null
  const [row] = await query(me(secondFactor), [userId])
  if (!row) return null
  const { roles: held } = row
  const roles = new Set(typeof held === 'string' ? held.split(' ') : [])
  if (row['isAdministrator'] === true) roles.add('administrator')
  return { ...row, roles: [...roles].sort() }
}

const metas = new WeakMap<Model, LRUCache<string, object>>()
/** The same for everybody with the same rights, in one language. Whoever asks by registered documents lists nothing here: he has his page. */
function metaOf({ model, added, version }: EnginesOptions, { rights }: Caller, locale: Locale, outside: boolean): object {
  const known = metas.get(model) ?? new LRUCache<string, object>({ max: 200 })
  metas.set(model, known)
  const key = `${rights.key} ${locale}${outside ? ' outside' : ''}`
  const found = known.get(key) ?? (outside ? { ...adminMeta(model, added.actions, rights, locale, version), resources: [] } : adminMeta(model, added.actions, rights, locale, version))
  known.set(key, found)
  return found
}
