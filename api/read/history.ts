import { mayList } from '../access/rights.ts'
import { notFound } from '../model/errors.ts'
import { isId } from '../model/fields/id.ts'
import type { Locale } from '../model/labels.ts'
import type { EntityModel } from '../model/model.ts'
import { encodeCursor, type Position } from './cursor.ts'
import { historyList, historyStatement, type Told } from './historySql.ts'
import { pageOf, type Page } from './page.ts'
import { forbid, isRecord, refuse } from './refusal.ts'
import { run } from './run.ts'
import type { ListAnswer, PageInput, Reader } from './types.ts'
import { visibilityOf } from './visibility.ts'

/** One field of one change. Related rows are `{ id, label }`, the label null where the caller may not read them. */
export interface HistoryChange {
  readonly field: string
  readonly label: string
  /** Of a relation to many: the rows that were taken away. */
  readonly from?: unknown
  /** Of a relation to many: the rows that were added, or all of them where their order changed. */
  readonly to?: unknown
  /** It changed, but the caller may not read it. */
  readonly hidden: boolean
}

export interface HistoryItem {
  readonly id: string
  readonly at: string
  readonly action: string
  /** Null where nobody was named, or somebody whose account the caller may not read. */
  readonly user: { readonly id: string; readonly fullName: string | null } | null
  readonly origin: string
  readonly version: number
  readonly changes: readonly HistoryChange[]
}

export interface HistoryAnswer {
  readonly items: readonly HistoryItem[]
  readonly total: number
  readonly pageInfo: ListAnswer['pageInfo']
}

/** What PostgreSQL answers, in the shape that the statement gives it. */
interface Found {
  readonly present: boolean
  readonly readable: boolean
  readonly fields: readonly boolean[] | null
  readonly items: readonly (Omit<HistoryItem, 'changes'> & { readonly type: string; readonly changes: unknown })[]
  readonly positions: readonly Position[] | null
  readonly labels: Readonly<Record<string, string | null>> | null
  readonly total: number
}

/**
 * The history of a record, newest first, through the rights that the caller has now: of a record that
 * he may read, or of a deleted one where he may read all of its kind.
 */
export async function readHistory(reader: Reader, entity: EntityModel, id: string, page?: PageInput | null): Promise<HistoryAnswer> {
  const { rights, principal } = reader.caller
  if (!mayList(rights, entity.name)) forbid('entity')
  if (!isId(id)) refuse('id', 'notId', { fr: 'Identifiant mal formé.', en: 'Malformed id.' })
  const wanted = pageOf(page)
  const { statement, keys, told } = historyStatement(visibilityOf(reader.model, rights), entity, id.toLowerCase(), wanted)
  // The columns of the statement, as it names them.
  const found = (await run(reader, statement)) as unknown as Found
  const gone = !found.present && found.total > 0 && readsAll(reader, entity)
  if (!found.readable && !gone) throw notFound('id')
  const items = found.items.slice(0, wanted.size).map(({ type, changes, ...item }) => {
    const of = reader.model.entities.get(type) ?? entity
    return { ...item, changes: changesOf(of, changes, readableIn(told, found, of), found, principal.locale) }
  })
  await tellWitness(reader, entity, id, items)
  return {
    items,
    total: found.total,
    pageInfo: pageInfo(found, wanted, (position) => encodeCursor(historyList(entity, id.toLowerCase()), keys, position)),
  }
}

/** Values of the past are as sensitive as those of today; of what is encrypted only the fact is told. */
async function tellWitness({ witness }: Reader, entity: EntityModel, id: string, items: readonly HistoryItem[]): Promise<void> {
  const shown = new Set(items.flatMap(({ changes }) => changes.filter(({ hidden }) => !hidden).map(({ field }) => field)))
  const fields = [...shown].filter((name) => entity.members.get(name)?.options.sensitive === true)
  if (fields.length > 0 || (entity.options.sensitive && shown.size > 0)) await witness?.([{ entity: entity.name, fields, ids: [id] }])
}

const readsAll = ({ caller }: Reader, entity: EntityModel): boolean =>
  [entity.name, ...entity.kinds].every((name) => caller.rights.of(name, 'read').rows === 'all')

function pageInfo(found: Found, page: Page, encode: (position: Position) => string): ListAnswer['pageInfo'] {
  const last = found.positions?.slice(0, page.size).at(-1)
  return { hasNextPage: found.items.length > page.size, hasPreviousPage: page.offset > 0 || page.after !== undefined, endCursor: last ? encode(last) : null }
}

/** The members that may be told of entries under the name of an entity. A record that is gone fulfils no condition any more. */
function readableIn(told: readonly Told[], { fields }: Found, entity: EntityModel): ReadonlyMap<string, Told> {
  const ofType = told.filter((one) => one.entity.name === entity.name)
  const shared = ofType.length > 0 ? ofType : told
  return new Map(shared.filter(({ asked }) => asked === undefined || fields?.[asked] === true).map((one) => [one.member.name, one]))
}

/** In the order of the declaration; what the API knows nothing of is left out. */
function changesOf(entity: EntityModel, changes: unknown, readable: ReadonlyMap<string, Told>, found: Found, locale: Locale): HistoryChange[] {
  const order = [...entity.members.keys()]
  const entries = Object.entries(isRecord(changes) ? changes : {}).filter(([field]) => entity.members.get(field)?.options.hidden !== true)
  return entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([field, change]): HistoryChange => {
    const known = readable.get(field)
    const label = entity.members.get(field)?.label[locale] ?? field
    if (!known || (isRecord(change) && 'redacted' in change)) return { field, label, hidden: true }
    const { from, to } = sidesOf(isRecord(change) ? change : {})
    const show = (value: unknown): unknown => (known.member.is === 'field' ? value : named(value, found.labels ?? {}))
    return { field, label, from: show(from), to: show(to), hidden: false }
  })
}

/** Pairs are told by what came and went, everything else by its values. */
const sidesOf = (change: Readonly<Record<string, unknown>>): { from: unknown; to: unknown } =>
  ('added' in change ? { from: change['removed'], to: change['reordered'] ?? change['added'] } : { from: change['from'] ?? null, to: change['to'] ?? null })

function named(value: unknown, labels: Readonly<Record<string, string | null>>): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, labels))
  if (typeof value === 'string') return { id: value, label: labels[value] ?? null }
  return isRecord(value) ? { ...value, label: labels[String(value['id'])] ?? null } : null
}
