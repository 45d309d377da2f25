import { GraphQLError } from 'graphql'
import { isObject } from '../../data/meta.ts'
import { entity, type FakeEntity } from './model.ts'
import type { Row, Store } from './store.ts'

export interface Fault { readonly path: string; readonly reason: string; readonly message: string }
type Input = Readonly<Record<string, unknown>>

export const refuse = (code: string, message: string, fields: readonly Fault[] = [], details: Input = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, fields, ...details, requestId: 'fake' } })

export interface Writer {
  create(name: string, input: unknown, path?: string): Row
  update(name: string, id: unknown, input: unknown, expected: unknown, path?: string): Row
  remove(name: string, id: unknown): boolean
  move(name: string, id: unknown, move: NonNullable<FakeEntity['moves']>[number]): Row
}

/** Enough of the write engine for the screens: required values, one rule, uniqueness, nested relations, conflicts. */
export function write(store: Store): Writer {
  const found = (name: string, id: unknown): Row => {
    const row = store.find(name, id)
    if (!row) throw refuse('NOT_FOUND', 'Cet enregistrement n’existe pas, ou vous n’y avez pas accès.')
    return row
  }
  const values = (name: string, input: Input, current: Row | undefined, path: string): Input =>
    Object.fromEntries(Object.entries(input).map(([key, value]) => [key, stored(name, key, value, current, path)]))

  const stored = (name: string, key: string, value: unknown, current: Row | undefined, path: string): unknown => {
    const field = entity(name).fields.find((one) => one.name === key)
    if (field?.kind === 'phone') return value == null ? null : { raw: value, e164: /^\+?\d{10,}$/.test(String(value).replaceAll(/[ .]/g, '')) ? '+33123456789' : null }
    if (!field?.target || !isObject(value)) return value
    if (field.kind === 'manyToMany') return many(field.target, current?.[key], value, `${path}${key}.`)
    if ('disconnect' in value) return null
    if ('create' in value) return writer.create(field.target, value['create'], `${path}${key}.`).id
    if ('update' in value) return writer.update(field.target, value['connect'] ?? current?.[key], value['update'], undefined, `${path}${key}.`).id
    return found(field.target, value['connect']).id
  }
  const many = (target: string, current: unknown, value: Input, path: string): unknown => {
    const list = (verb: string): readonly unknown[] => { const given = value[verb]; return Array.isArray(given) ? given : [] }
    const kept = (Array.isArray(current) ? current : []).filter((id: unknown) => !list('disconnect').includes(id))
    const created = list('create').map((one, index) => writer.create(target, one, `${path}${index}.`).id)
    return [...new Set([...list('order'), ...kept, ...list('connect'), ...created])]
  }

  const writer: Writer = {
    create(name, input, path = '') {
      const given = values(name, isObject(input) ? input : {}, undefined, path)
      check(store, entity(name), given, undefined, path)
      return store.insert(name, given)
    },
    update(name, id, input, expected, path = '') {
      const row = found(name, id)
      const given = values(name, isObject(input) ? input : {}, row, path)
      if (typeof expected === 'number') clash(store, name, row, given, expected)
      check(store, entity(name), { ...row, ...given }, row, path)
      store.change(name, row, given)
      return row
    },
    remove(name, id) {
      found(name, id)
      const uses = store.of('Offer').filter((offer) => name === 'Client' && offer['client'] === id).length
      if (uses > 0) throw refuse('CONFLICT', `Utilisé par ${uses} offre(s).`, [], { uses })
      return store.remove(name, id)
    },
    move(name, id, { field, from, to }) {
      const row = found(name, id)
      if (!from.includes(String(row[field]))) throw refuse('CONFLICT', 'Ce changement d’état n’est pas possible.')
      store.change(name, row, { [field]: to })
      return row
    },
  }
  return writer
}

function check(store: Store, one: FakeEntity, row: Input, current: Row | undefined, path: string): void {
  const faults: Fault[] = one.fields.filter((field) => field.required && (row[field.name] == null || row[field.name] === ''))
    .map((field) => ({ path: `${path}${field.name}`, reason: 'required', message: 'Ce champ est obligatoire.' }))
  const [from, until] = [row['publishFrom'], row['publishUntil']]
  if (from != null && until != null && String(until) <= String(from)) faults.push({ path: `${path}publishUntil`, reason: 'publicationEndsAfterItStarts', message: 'La publication doit finir après son début.' })
  if (faults.length > 0) throw refuse('BAD_USER_INPUT', faults.map((fault) => fault.message).join(' '), faults)
  if (one.name === 'Category' && store.of('Category').some((other) => other !== current && String(other['name']).toLowerCase() === String(row['name']).toLowerCase())) {
    throw refuse('CONFLICT', 'Déjà pris.', [{ path: `${path}name`, reason: 'duplicate', message: 'Cette valeur est déjà prise.' }])
  }
}

function clash(store: Store, name: string, row: Row, given: Input, expected: number): void {
  const others = store.changedSince(name, row, expected)
  const conflict = Object.entries(given).flatMap(([field, mine]) => {
    const change = others.get(field)
    return change && JSON.stringify(mine) !== JSON.stringify(row[field]) ? [{ field, base: change.from, mine, theirs: row[field] }] : []
  })
  if (conflict.length > 0) throw refuse('CONFLICT', 'Cet enregistrement a été modifié entre-temps.', [], { conflict, version: row.version })
}
