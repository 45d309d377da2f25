import { GraphQLError } from 'graphql'
import { isObject, type Locale } from '../../data/meta.ts'
import { fakeMeta, type Refused } from './meta.ts'
import { entities, entity, labelOf, type FakeEntity, type FakeField } from './model.ts'
import type { Row, Store } from './store.ts'
import { write, refuse, type Writer } from './write.ts'

type Args = Readonly<Record<string, unknown>>
type Resolver = (args: Args) => unknown
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The root of the fake: functions by the names of the operations, as graphql-js calls them. */
export function rootOf(store: Store, signedIn: { value: boolean }, refused: Refused = new Set()): Readonly<Record<string, Resolver>> {
  const writer = write(store)
  const user = { id: 'u1', email: 'employee@coulisses.test', fullName: 'Élise Dupuis' }
  const session = { token: 'fake', user }
  const guarded = Object.fromEntries(entities.flatMap((one) => Object.entries({ ...queries(store, one), ...mutations(store, writer, one) }))
    .map(([name, resolve]) => [name, (args: Args) => { if (!signedIn.value) throw refuse('UNAUTHENTICATED', 'Connectez-vous pour continuer.'); return resolve(args) }]))
  return {
    ...guarded,
    me: () => (signedIn.value ? user : null),
    adminMeta: ({ locale }) => fakeMeta((locale ?? 'fr') as Locale, refused),
    history: ({ entity: name, id }) => historyOf(store, String(name), String(id)),
    restoreRecord: ({ entity: name, id, historyId, fields }) => restore(store, String(name), id, historyId, fields),
    makeClient: ({ note }) => record(store, 'Client', store.insert('Client', { companyName: String(note ?? 'New client') })),
    signIn: ({ password }) => {
      if (password !== 'coulisses-demo') throw refuse('UNAUTHENTICATED', 'Adresse ou mot de passe incorrect.')
      signedIn.value = true
      return session
    },
    refreshSession: () => { if (!signedIn.value) throw refuse('UNAUTHENTICATED', 'Connectez-vous pour continuer.'); return session },
    signOut: () => { signedIn.value = false; return true },
  }
}

function queries(store: Store, one: FakeEntity): Readonly<Record<string, Resolver>> {
  return {
    [lower(one.name)]: ({ id }) => {
      const row = store.find(one.name, id)
      if (!row) throw refuse('NOT_FOUND', 'Cet enregistrement n’existe pas, ou vous n’y avez pas accès.')
      return record(store, one.name, row)
    },
    [one.plural]: ({ filter, sort, page }) => pageOf(store, one, sorted(store, one, store.list(one.name, filter), sort), page),
    [`${one.plural}ByIds`]: ({ ids }) => (Array.isArray(ids) ? ids : []).flatMap((id: unknown) => { const row = store.find(one.name, id); return row ? [record(store, one.name, row)] : [] }),
  }
}

function sorted(store: Store, one: FakeEntity, rows: readonly Row[], sort: unknown): readonly Row[] {
  const [first] = Array.isArray(sort) ? sort.filter(isObject) : []
  const [field, direction] = Object.entries(first ?? { id: 'ASC' })[0] ?? ['id', 'ASC']
  const member = one.fields.find((each) => each.name === field)
  const key = (row: Row): string => {
    const target = member?.target ? store.find(member.target, row[field]) : undefined
    return target ? store.label(member?.target ?? '', target) : String(isObject(row[field]) ? row[field]['amount'] : row[field] ?? '')
  }
  return rows.toSorted((a, b) => key(a).localeCompare(key(b), 'fr', { numeric: true }) * (direction === 'DESC' ? -1 : 1))
}

function pageOf(store: Store, one: FakeEntity, rows: readonly Row[], page: unknown): unknown {
  const { size, number } = isObject(page) ? page : {}
  const [length, index] = [Number(size ?? 20), Number(number ?? 1)]
  if (length < 1 || length > 100) throw refuse('BAD_USER_INPUT', 'page.size: 1 à 100.', [{ path: 'page.size', reason: 'size', message: '1 à 100.' }])
  const from = (index - 1) * length
  return { items: rows.slice(from, from + length).map((row) => record(store, one.name, row)), total: rows.length, pageInfo: { hasNextPage: from + length < rows.length, hasPreviousPage: from > 0, endCursor: null } }
}

function mutations(store: Store, writer: Writer, one: FakeEntity): Readonly<Record<string, Resolver>> {
  const { name } = one
  const answer = (row: Row): unknown => record(store, name, row)
  const bulk = (ids: unknown, work: (id: string) => unknown): unknown => {
    const rows = (Array.isArray(ids) ? ids : []).map((id: unknown) => tried(String(id), work))
    return { done: rows.filter((row) => row.ok).length, failed: rows.filter((row) => !row.ok).length, rows }
  }
  return {
    [`create${name}`]: ({ input }) => answer(writer.create(name, input)),
    [`update${name}`]: ({ id, input, expectedVersion }) => answer(writer.update(name, id, input, expectedVersion)),
    [`delete${name}`]: ({ id }) => writer.remove(name, id),
    [`update${upper(one.plural)}`]: ({ ids, input }) => bulk(ids, (id) => writer.update(name, id, input, undefined)),
    [`delete${upper(one.plural)}`]: ({ ids }) => bulk(ids, (id) => writer.remove(name, id)),
    ...Object.fromEntries((one.moves ?? []).map((move) => [`${move.name}${name}`, ({ id }: Args) => answer(writer.move(name, id, move))])),
  }
}

function tried(id: string, work: (id: string) => unknown): { readonly id: string; readonly ok: boolean; readonly code?: unknown; readonly message?: string } {
  try {
    work(id)
    return { id, ok: true }
  } catch (error) {
    return error instanceof GraphQLError ? { id, ok: false, code: error.extensions['code'], message: error.message } : { id, ok: false, message: String(error) }
  }
}

/** A row as graphql-js resolves it: members with arguments are functions. */
export function record(store: Store, name: string, row: Row): unknown {
  const kind = store.kindOf(name, row)
  const members = entity(kind).fields.flatMap((field) => membersOf(store, field, row))
  return { ...row, __typename: kind, _label: store.label(kind, row), ...Object.fromEntries(members) }
}

function membersOf(store: Store, field: FakeField, row: Row): readonly (readonly [string, unknown])[] {
  const target = field.target ?? ''
  if (field.kind === 'manyToMany' || field.kind === 'hasMany') {
    return [
      [field.name, ({ limit, offset }: Args) => store.related(field, row).slice(Number(offset), Number(offset) + Number(limit)).map((one) => record(store, target, one))],
      [`${field.name}Count`, () => store.related(field, row).length],
    ]
  }
  if (field.target) {
    const found = row[field.name] == null ? undefined : store.find(target, row[field.name])
    return [[field.name, () => (found ? record(store, target, found) : null)]]
  }
  const subject = row[field.name]
  if (field.kind === 'anyOf' && isObject(subject)) {
    const found = store.find(String(subject['entity']), subject['id'])
    return [[field.name, { ...subject, label: found ? store.label(String(subject['entity']), found) : null }]]
  }
  return []
}

function historyOf(store: Store, name: string, id: string): unknown {
  const items = store.history.filter((entry) => entry.entity === name && entry.record === id).map((entry) => ({
    ...entry, user: { id: 'u1', fullName: 'Élise Dupuis' }, origin: 'ADMIN', changes: entry.changes.map((change) => ({ ...change, label: labelOf(change.field), hidden: false })),
  }))
  return { items, total: items.length, pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } }
}

function restore(store: Store, name: string, id: unknown, historyId: unknown, fields: unknown): boolean {
  const row = store.find(name, id)
  const entry = store.history.find((one) => one.id === historyId)
  if (!row || !entry) throw refuse('NOT_FOUND', 'Cet enregistrement n’existe pas.')
  const wanted = entry.changes.filter((change) => !Array.isArray(fields) || fields.includes(change.field))
  store.change(name, row, Object.fromEntries(wanted.map((change) => [change.field, change.from])))
  return true
}
