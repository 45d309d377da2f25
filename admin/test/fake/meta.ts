import type { AdminField, AdminMeta, AdminResource, Locale } from '../../data/meta.ts'
import { entities, kindsOf, labelOf, membersOf, type FakeEntity, type FakeField } from './model.ts'

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
const unsortable = new Set(['hasMany', 'manyToMany', 'json', 'anyOf', 'position', 'encrypted'])

/** What the caller of the fake may not do, as `Offer.delete`. */
export type Refused = ReadonlySet<string>

export function fakeMeta(locale: Locale, refused: Refused = new Set()): AdminMeta {
  return {
    version: '1', locale, user: { id: 'u1', email: 'employee@coulisses.test', fullName: 'Élise Dupuis' },
    modules: ['casting', 'contacts', 'core'].map((name, order) => ({ name, label: labelOf(name), icon: { casting: 'theater', contacts: 'contacts', core: 'settings' }[name] ?? null, order })),
    resources: entities.filter((one) => !refused.has(one.name)).map((one, order) => resource(one, order, refused)),
  }
}

function resource(one: FakeEntity, order: number, refused: Refused): AdminResource {
  const { name, plural } = one
  const may = (verb: string, operation: string): string | null => (one.abstract || refused.has(`${name}.${verb}`) ? null : operation)
  return {
    name, plural, module: one.module ?? 'core', label: labelOf(name), labelPlural: labelOf(plural), help: null, menu: one.menu ? { order, icon: 'work' } : null,
    abstract: one.abstract === true, kinds: kindsOf(one), parent: one.parent ?? null, searchable: true, sort: { field: one.title, direction: 'ASC' },
    operations: {
      one: lower(name), list: plural, byIds: `${plural}ByIds`, create: may('create', `create${name}`), update: may('update', `update${name}`), delete: may('delete', `delete${name}`),
      updateMany: may('update', `update${upper(plural)}`), deleteMany: may('delete', `delete${upper(plural)}`),
    },
    list: one.list ?? [one.title], groups: (one.groups ?? []).map((group) => ({ name: group, label: labelOf(group) })), views: null,
    moves: (one.moves ?? []).map((move) => ({ ...move, operation: `${move.name}${name}`, label: labelOf(move.name), confirm: move.confirm ?? null })),
    actions: name === 'Offer' ? [{ name: 'makeClient', label: 'Make client', help: null, confirm: null, scope: 'record', when: { state: { eq: 'DRAFT' } }, returns: 'Client', args: [fieldMeta({ name: 'note', kind: 'text' }, refused, name)] }] : [],
    fields: membersOf(one).map((field) => fieldMeta(field, refused, name)).filter((field) => !refused.has(`${name}.${field.name}`)), history: true,
  }
}

export function fieldMeta(field: FakeField, refused: Refused = new Set(), entity = ''): AdminField {
  const writable = field.readOnly !== true && !refused.has(`${entity}.${field.name}.write`)
  return {
    name: field.name, kind: field.kind, label: labelOf(field.name), help: null, group: field.group ?? null, required: field.required === true, many: field.many === true, immutable: false,
    read: field.transient !== true, create: writable, update: writable, filter: field.transient !== true, sort: !field.many && !unsortable.has(field.kind),
    choices: field.values?.map((value) => ({ value, label: labelOf(value.toLowerCase()) })) ?? null,
    relation: field.target || field.targets ? {
      target: field.target ?? null, targets: field.targets ?? null, inverse: field.inverse ?? null, single: field.many !== true, ordered: field.ordered === true, owned: field.owned === true,
      accept: field.kind === 'file' ? ['image/png', 'image/jpeg', 'application/pdf'] : null, maxBytes: field.kind === 'file' ? 5_000_000 : null,
    } : null,
    requiredWhen: field.requiredWhen ?? null, visibleWhen: field.visibleWhen ?? null, limits: field.kind === 'text' ? { max: 120 } : null, default: field.default ?? null,
  }
}
