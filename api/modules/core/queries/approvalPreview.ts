import sql from 'sql-template-tag'
import { shape } from '#model'
import type { EntityModel, Model } from '../../../model/model.ts'
import { notFound } from '../../../model/errors.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { administrators } from '#schema/roles.ts'
import { ApprovalRequest } from '#schema/core/approvalRequest.ts'
import type { Preview, PreviewEntry } from '../../../write/types.ts'

const text = { type: 'String', required: true } as const

const change = shape('PreviewChange', {
  field: text, label: text, from: 'JSON', to: 'JSON', hidden: { type: 'Boolean', required: true, description: 'It would change, but you may not read it.' },
})
const record = shape('PreviewRecord', {
  entity: text, id: { type: 'ID', required: true }, kind: text, label: 'String', action: text, changes: { type: change, required: true, many: true },
})
const count = shape('PreviewCount', { entity: text, label: text, action: text, count: { type: 'Int', required: true } })
const preview = shape('ApprovalPreview', { records: { type: record, required: true, many: true }, counts: { type: count, required: true, many: true } },
  'Exactly what an approval request would do, as far as you may read it.')

/** What a request would do, as the history would tell it afterwards. */
export default rootQuery({
  name: 'approvalPreview',
  description: 'What an approval request would do.',
  access: administrators,
  args: { request: { kind: 'record', entity: () => ApprovalRequest, options: { required: true } } },
  returns: preview,
  run: async (reading, { request }) => {
    const { model, caller: { principal: { locale } } } = reading
    const [row] = await reading.query(sql`select preview from approval_request where id = ${String(request)}`)
    if (!row) throw notFound('request')
    // Written by the house when the request was made.
    const { entries, counts } = row['preview'] as Preview
    const labels = await labelsOf(reading, entries)
    return {
      records: entries.flatMap((entry) => {
        const entity = model.entities.get(entry.entity)
        return entity ? [recordOf(reading, entity, entry, labels)] : []
      }),
      counts: counts.flatMap(({ entity, action, count: number }) => {
        const known = model.entities.get(entity)
        return known ? [{ entity, action, count: number, label: (number === 1 ? known.label : known.labelPlural)[locale] }] : []
      }),
    }
  },
})

type Named = ReadonlyMap<string, string | null>

/** The names of the records, and of those that their relations name: those that the caller may read. */
async function labelsOf(reading: Reading, entries: readonly PreviewEntry[]): Promise<Named> {
  const ids = new Map<string, Set<string>>()
  const add = (entity: string, id: unknown): void => { if (typeof id === 'string') ids.set(entity, (ids.get(entity) ?? new Set()).add(id)) }
  for (const { entity, id, changes } of entries) {
    add(entity, id)
    for (const [name, value] of Object.entries(changes)) for (const [target, other] of named(reading.model, entity, name, value)) add(target, other)
  }
  const found = await Promise.all([...ids].map(([entity, own]) => reading.labels(entity, [...own].slice(0, 100))))
  return new Map(found.flatMap((one) => [...one]))
}

/** The records that one change of a relation names. */
function named(model: Model, entity: string, name: string, value: unknown): (readonly [string, unknown])[] {
  const member = model.entities.get(entity)?.members.get(name)
  if (!member || member.is === 'field' || typeof value !== 'object' || value === null) return []
  const ids = Object.values(value).flat() as unknown[]
  return 'target' in member ? ids.map((id) => [member.target, id] as const) : []
}

function recordOf({ caller: { rights, principal: { locale } } }: Reading, entity: EntityModel, { id, action, changes }: PreviewEntry, labels: Named): Record<string, unknown> {
  const read = rights.of(entity.name, 'read')
  const isNew = action === 'CREATE'
  const known = isNew ? read.rows !== 'none' : labels.has(id)
  return {
    entity: entity.name, id, kind: entity.label[locale], label: labels.get(id) ?? null, action,
    changes: Object.entries(changes).filter(([name]) => entity.members.get(name)?.options.hidden !== true).map(([name, value]) => {
      const member = entity.members.get(name)
      const label = member?.label[locale] ?? name
      if (!known || read.field(name) !== 'all') return { field: name, label, hidden: true }
      return { field: name, label, hidden: false, ...sidesOf(value, member?.is === 'field' ? undefined : labels) }
    }),
  }
}

/** Pairs are told by what came and went, everything else by its values. */
function sidesOf(value: unknown, labels: Named | undefined): { from: unknown; to: unknown } {
  const { from = null, to = null, added, removed } = value as { from?: unknown; to?: unknown; added?: unknown; removed?: unknown }
  const tell = (side: unknown): unknown => (labels ? told(side, labels) : side)
  return added === undefined ? { from: tell(from), to: tell(to) } : { from: tell(removed), to: tell(added) }
}

function told(side: unknown, labels: Named): unknown {
  if (Array.isArray(side)) return side.map((one) => told(one, labels))
  return typeof side === 'string' ? { id: side, label: labels.get(side) ?? null } : side
}
