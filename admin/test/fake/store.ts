import { isObject } from '../../data/meta.ts'
import { fulfils } from '../../data/where.ts'
import { entities, entity, kindsOf, type FakeField } from './model.ts'

export type Row = Record<string, unknown> & { id: string; version: number }
export interface Change { readonly field: string; readonly from: unknown; readonly to: unknown }
export interface Entry { readonly id: string; readonly entity: string; readonly record: string; readonly at: string; readonly action: string; readonly version: number; readonly changes: readonly Change[] }

/** Rows in memory: relations to one as ids, many-to-many as lists of ids. */
export class Store {
  readonly rows = new Map<string, Row[]>(entities.map((one) => [one.name, []]))
  readonly history: Entry[] = []
  private next = 0

  id(): string {
    this.next += 1
    return `00000000-0000-7000-8000-${String(this.next).padStart(12, '0')}`
  }

  of(name: string): readonly Row[] {
    const kinds = kindsOf(entity(name))
    return kinds.length > 0 ? kinds.flatMap((kind) => this.of(kind)) : this.rows.get(name) ?? []
  }

  find(name: string, id: unknown): Row | undefined {
    return this.of(name).find((row) => row.id === id)
  }

  /** Name of the entity of a row, for an abstract one. */
  kindOf(name: string, row: Row): string {
    return kindsOf(entity(name)).find((kind) => this.rows.get(kind)?.includes(row)) ?? name
  }

  insert(name: string, values: Readonly<Record<string, unknown>>): Row {
    const now = new Date().toISOString()
    const defaults = Object.fromEntries(entity(name).fields.flatMap((field) => (field.initial ?? field.default) === undefined ? [] : [[field.name, field.initial ?? field.default]]))
    const row: Row = { ...defaults, createdAt: now, updatedAt: now, ...values, id: this.id(), version: 1 }
    this.rows.get(name)?.push(row)
    this.note(name, row, 'CREATE', Object.entries(values).map(([field, to]) => ({ field, from: null, to })))
    return row
  }

  change(name: string, row: Row, values: Readonly<Record<string, unknown>>): void {
    const changes = Object.entries(values).map(([field, to]) => ({ field, from: row[field] ?? null, to }))
    Object.assign(row, values, { version: row.version + 1, updatedAt: new Date().toISOString() })
    this.note(name, row, 'UPDATE', changes)
  }

  remove(name: string, id: unknown): boolean {
    const rows = this.rows.get(name) ?? []
    const index = rows.findIndex((row) => row.id === id)
    if (index >= 0) rows.splice(index, 1)
    return index >= 0
  }

  /** Values of a field that others changed after a version was read. */
  changedSince(name: string, row: Row, version: number): ReadonlyMap<string, Change> {
    const later = this.history.filter((entry) => entry.entity === name && entry.record === row.id && entry.version > version)
    return new Map(later.flatMap((entry) => entry.changes.map((change) => [change.field, change] as const)))
  }

  private note(name: string, row: Row, action: string, changes: readonly Change[]): void {
    this.history.unshift({ id: this.id(), entity: name, record: row.id, at: new Date().toISOString(), action, version: row.version, changes })
  }

  label(name: string, row: Row): string {
    const kind = this.kindOf(name, row)
    return String(row[entity(kind).title] ?? row.id)
  }

  list(name: string, filter: unknown): readonly Row[] {
    const rows = this.of(name)
    if (!isObject(filter)) return rows
    return rows.filter((row) => this.matches(name, row, filter))
  }

  private matches(name: string, row: Row, filter: Readonly<Record<string, unknown>>): boolean {
    const { q, and, or, not, ...rest } = filter
    const fold = (text: unknown): string => String(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const words = fold(Object.values(row).filter((value) => typeof value === 'string').join(' '))
    const each = (list: unknown): boolean[] => (Array.isArray(list) ? list.map((one: unknown) => isObject(one) && this.matches(name, row, one)) : [])
    return (typeof q !== 'string' || fold(q).split(/\s+/).every((word) => words.includes(word)))
      && each(and).every(Boolean) && (!Array.isArray(or) || each(or).some(Boolean)) && !(isObject(not) && this.matches(name, row, not))
      && Object.entries(rest).every(([key, wanted]) => this.fits(entity(this.kindOf(name, row)).fields.find((field) => field.name === key), row, key, wanted))
  }

  private fits(field: FakeField | undefined, row: Row, key: string, wanted: unknown): boolean {
    if (!isObject(wanted)) return true
    if (field?.target && (field.kind === 'belongsTo' || field.kind === 'file')) {
      if ('isEmpty' in wanted) return (row[key] == null) === wanted['isEmpty']
      const found = this.find(field.target, row[key])
      return found !== undefined && this.matches(field.target, found, wanted)
    }
    if (field?.target) {
      const related = this.related(field, row)
      const some = wanted['some']
      return !isObject(some) || related.some((one) => this.matches(field.target ?? '', one, some))
    }
    return fulfils({ [key]: row[key] ?? null }, { [key]: wanted }) !== false
  }

  related(field: FakeField, row: Row): readonly Row[] {
    const target = field.target ?? ''
    if (field.kind === 'hasMany') return this.of(target).filter((one) => one[field.inverse ?? ''] === row.id)
    const own = row[field.name]
    if (field.readOnly) return this.of(target).filter((one) => { const ids = one[field.inverse ?? '']; return Array.isArray(ids) && ids.includes(row.id) })
    return Array.isArray(own) ? own.flatMap((id: unknown) => this.find(target, id) ?? []) : []
  }
}
