import { mayRun } from '../../access/modules.ts'
import { mayList, type Rights } from '../../access/rights.ts'
import { grantsOf } from '../../model/access.ts'
import type { Labels, Locale } from '../../model/labels.ts'
import type { EntityModel, Model } from '../../model/model.ts'
import { isShape } from '../../model/shape.ts'
import type { Action, Placed } from '../../write/types.ts'
import { operationNames } from '../graphql/operations.ts'
import { membersInApi } from '../graphql/registry.ts'
import { argumentMeta, fieldMeta } from './fields.ts'
import { moduleOf, worksWith } from './menu.ts'

/** Type `AdminMeta` of the API without `user`: what introspection cannot say, cut to the rights of the caller. */
export function adminMeta(model: Model, actions: readonly Placed<Action>[], rights: Rights, locale: Locale, version: string): Record<string, unknown> {
  const say = (labels: Labels | undefined): string | null => labels?.[locale] ?? null
  const readable = [...model.entities.values()].filter((entity) => mayList(rights, entity.name))
  const resources = readable.map((entity) => resource(entity, model, actions.filter((action) => action.on === entity.cls), rights, locale))
  const shown = new Set(resources.map((one) => one['module']))
  return {
    version, locale,
    modules: [...model.modules.values()].filter((module) => shown.has(module.name)).sort((a, b) => a.order - b.order)
      .map((module) => ({ name: module.name, label: say(module.label), icon: module.icon, order: module.order })),
    resources,
  }
}

function resource(entity: EntityModel, model: Model, actions: readonly Placed<Action>[], rights: Rights, locale: Locale): Record<string, unknown> {
  const { options } = entity
  const [sortField, direction] = Object.entries(entity.sort)[0] ?? []
  const read = rights.of(entity.name, 'read')
  const names = membersInApi(entity).filter((member) => read.field(member.name) !== 'none').map((member) => member.name)
  return {
    name: entity.name, plural: entity.plural, module: moduleOf(model, rights, entity),
    label: entity.label[locale], labelPlural: entity.labelPlural[locale], help: entity.help?.[locale] ?? null,
    menu: options.menu && worksWith(model, rights, entity) ? { order: options.menu.order, icon: options.menu.icon ?? null } : null,
    abstract: entity.abstract, kinds: entity.kinds, parent: entity.parent ?? null,
    operations: operations(entity, rights),
    searchable: entity.searchable || entity.searchThrough.length > 0,
    sort: sortField ? { field: sortField, direction } : null,
    list: (options.list ?? names.slice(0, 5)).filter((name) => names.includes(name)),
    groups: Object.entries(options.groups ?? {}).map(([name, label]) => ({ name, label: label[locale] })),
    views: options.views ?? null,
    moves: movesMeta(entity, rights, locale),
    actions: actions.filter((action) => mayRun(model, rights, action)).map((action) => actionMeta(action, model, locale)),
    fields: membersInApi(entity).map((member) => fieldMeta(member, entity, model, rights, locale)).filter((field) => field['read'] || field['create'] || field['update']),
    history: entity.history,
  }
}

function operations(entity: EntityModel, rights: Rights): Record<string, string | null> {
  const names = operationNames(entity)
  const writable = !entity.abstract && !entity.readOnly
  const may = (verb: 'create' | 'update' | 'delete', name: string): string | null => (writable && rights.of(entity.name, verb).rows !== 'none' ? name : null)
  return {
    one: names.one, list: names.list, byIds: names.byIds, create: may('create', names.create), update: may('update', names.update),
    delete: may('delete', names.remove), updateMany: may('update', names.updateMany), deleteMany: may('delete', names.removeMany),
  }
}

function movesMeta(entity: EntityModel, rights: Rights, locale: Locale): Record<string, unknown>[] {
  return entity.moves.filter((move) => rights.action(entity.name, move.name, move.access && grantsOf(move.access)) !== 'none').map((move) => ({
    name: move.name, operation: move.operation, label: move.label[locale], confirm: move.confirm?.[locale] ?? null, field: move.field, from: move.from, to: move.to,
  }))
}

const actionMeta = (action: Action, model: Model, locale: Locale): Record<string, unknown> => ({
  name: action.name, label: action.label[locale], help: action.help?.[locale] ?? null, confirm: action.confirm?.[locale] ?? null,
  scope: action.scope ?? 'record', when: action.offered ?? action.when ?? null, returns: action.returns === 'Boolean' ? 'Boolean' : isShape(action.returns) ? action.returns.shape : action.returns.name,
  args: Object.entries(action.args ?? {}).map(([name, argument]) => argumentMeta(name, argument, model, locale)),
})
