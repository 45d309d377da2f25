import type { Rights } from '../../access/rights.ts'
import { choice, type ChoiceOptions } from '../../model/fields/choice.ts'
import type { FieldOptions } from '../../model/fields/kind.ts'
import type { Labels, Locale } from '../../model/labels.ts'
import { choicesOf, isInput, type EntityModel, type FieldModel, type MemberModel, type Model } from '../../model/model.ts'
import type { Argument } from '../../write/types.ts'
import { isSortable } from '../graphql/inputs.ts'
import { isToMany } from '../graphql/objects.ts'

type Meta = Record<string, unknown>

/** Type `AdminField` of the API. */
export function fieldMeta(member: MemberModel, entity: EntityModel, model: Model, rights: Rights, locale: Locale): Meta {
  const { options } = member
  const read = !options.transient && rights.of(entity.name, 'read').field(member.name) !== 'none'
  const give = isInput(member) && !entity.abstract && reachable(member, rights)
  const writable = (verb: 'create' | 'update'): boolean => give && rights.of(entity.name, verb).field(member.name) !== 'none'
  return {
    name: member.name, kind: kindOf(member), label: member.label[locale], help: member.help?.[locale] ?? null, group: options.group ?? null,
    required: options.required === true && isInput(member), many: isToMany(member) || (member.is === 'field' && member.many), immutable: options.immutable === true,
    read, create: writable('create'), update: writable('update') && !options.immutable,
    filter: read && (member.is !== 'field' || member.kind.filter !== 'none'), sort: read && isSortable(member),
    choices: member.is === 'field' ? choicesMeta(member, locale) : null,
    relation: relationMeta(member, model),
    requiredWhen: options.requiredWhen ?? null, visibleWhen: options.visibleWhen ?? null,
    limits: limitsOf(options, locale), default: options.default ?? null,
  }
}

/** A relation is offered as an input only where the caller may read what it leads to. */
const reachable = (member: MemberModel, rights: Rights): boolean => !('target' in member) || rights.of(member.target, 'read').rows !== 'none'

function kindOf(member: MemberModel): string {
  if (member.is === 'field') return member.kind.name
  return member.is === 'belongsTo' && member.file ? 'file' : member.is
}

const choicesMeta = (field: FieldModel, locale: Locale): Meta[] | null =>
  field.kind === choice ? choicesOfOptions(choicesOf(field), locale) : null
const choicesOfOptions = ({ values }: ChoiceOptions, locale: Locale): Meta[] => Object.entries(values).map(([value, label]) => ({ value, label: label[locale] }))

function relationMeta(member: MemberModel, model: Model): Meta | null {
  if (member.is === 'field') return null
  const none = { target: null, targets: null, inverse: null, single: false, ordered: false, owned: false, accept: null, maxBytes: null }
  switch (member.is) {
    case 'anyOf': return { ...none, targets: member.entities.filter((name) => model.entities.has(name)), single: true }
    case 'belongsTo': return { ...none, target: member.target, inverse: member.inverse ?? null, single: true, owned: member.owned, accept: member.file?.accept ?? null, maxBytes: member.file?.maxBytes ?? null }
    case 'hasMany': return { ...none, target: member.target, inverse: member.by, single: member.single }
    case 'manyToMany': return { ...none, target: member.target, inverse: member.inverse ?? null, ordered: member.ordered, owned: 'owned' in member.options && member.options.owned === true }
  }
}

/** The limits that a form can show before the server says them. */
function limitsOf(options: FieldOptions & { readonly patternHelp?: Labels; readonly pattern?: RegExp }, locale: Locale): Meta | null {
  const named: Meta = {}
  for (const key of ['min', 'max', 'precision', 'scale', 'zone', 'shape', 'entity'] as const) if (key in options) named[key] = (options as Record<string, unknown>)[key]
  if (options.pattern) Object.assign(named, { pattern: options.pattern.source, patternHelp: options.patternHelp?.[locale] })
  return Object.keys(named).length > 0 ? named : null
}

export function argumentMeta(name: string, argument: Argument, model: Model, locale: Locale): Meta {
  const target = argument.entity?.().name
  return {
    name, kind: typeof argument.kind === 'string' ? (argument.kind === 'record' ? 'belongsTo' : 'input') : argument.kind.name,
    label: argument.options.label?.[locale] ?? name, help: argument.options.help?.[locale] ?? null, group: null,
    required: argument.options.required === true, many: argument.many === true, immutable: false, read: true, create: true, update: true, filter: false, sort: false,
    choices: argument.kind === choice ? choicesOfOptions(argument.options as ChoiceOptions, locale) : null, relation: target && model.entities.has(target) ? { target, targets: null, inverse: null, single: argument.many !== true, ordered: false, owned: false, accept: null, maxBytes: null } : null,
    requiredWhen: null, visibleWhen: null, limits: limitsOf(argument.options, locale), default: argument.options.default ?? null,
  }
}
