import { grantsOf, type Access } from '../model/access.ts'
import type { Labels } from '../model/labels.ts'
import type { EntityModel } from '../model/model.ts'
import { verbOf, type Given, type Source } from './permission.ts'
import type { Rights } from './rights.ts'
import { covers, type Rows } from './rows.ts'

/** What is asked: an action on an entity, by a field of it or as a whole. */
export interface Question {
  readonly entity: EntityModel
  /** READ, CREATE, UPDATE, DELETE, or the name of a move or an action. */
  readonly action: string
  readonly field?: string | undefined
  /** Access of an action of a module. */
  readonly declared?: Access | undefined
}

/** The compiled rights that decide it, and all that went into them. */
export interface Decision {
  /** Rows on which he may; of these, the rows on which he has the field. */
  readonly rows: Rows
  readonly field: Rows
  readonly reasons: readonly Given[]
  /** What the field itself asks beside its entity. */
  readonly ofField: readonly Given[] | undefined
}

/** The decision that is enforced, not another one: the same rights, asked the same way. */
export function decisionOn(rights: Rights, { entity, action, field, declared }: Question): Decision {
  const verb = verbOf(action)
  const grants = declared === undefined ? moveGrants(entity, action) : grantsOf(declared)
  if (!verb) return { rows: rights.action(entity.name, action, grants), field: 'all', reasons: reasonsOfAction(rights, entity, action, grants), ofField: undefined }
  const right = rights.of(entity.name, verb)
  const member = field === undefined ? undefined : entity.members.get(field)
  return {
    rows: right.rows, field: field === undefined ? 'all' : right.field(field), reasons: rights.reasons(entity.name, action),
    ofField: member && (verb === 'read' ? member.options.read : member.options.write) ? rights.reasonsOfField(entity.name, verb, member.name) : undefined,
  }
}

const moveGrants = (entity: EntityModel, name: string): ReturnType<typeof grantsOf> | undefined => {
  const access = entity.moves.find((move) => move.name === name)?.access
  return access && grantsOf(access)
}

/** Whoever may change the field that a move changes, may make it: then those are the reasons. */
const reasonsOfAction = (rights: Rights, entity: EntityModel, action: string, grants: ReturnType<typeof grantsOf> | undefined): readonly Given[] =>
  [...(grants ? [] : rights.reasons(entity.name, 'UPDATE')), ...rights.reasons(entity.name, action, grants)]

export type Extent = 'ALL' | 'SOME' | 'NONE'
export const extentOf = (rows: Rows): Extent => (rows === 'all' ? 'ALL' : rows === 'none' ? 'NONE' : 'SOME')

/** What becomes of a right: nothing, more, less, or something else. */
export function changeOf(before: Rows, after: Rows): { readonly gains: boolean; readonly loses: boolean } {
  return { gains: after !== 'none' && !within(after, before), loses: before !== 'none' && !within(before, after) }
}
const within = (one: Rows, other: Rows): boolean => one === 'none' || (other !== 'none' && covers(other, one))

const levels = { INTERN: { fr: 'stagiaire', en: 'intern' }, STANDARD: { fr: 'confirmé', en: 'standard' }, SENIOR: { fr: 'expert', en: 'senior' } } as const
const holders = { role: { fr: 'du rôle', en: 'of the role' }, department: { fr: 'du département', en: 'of the department' }, user: { fr: 'propre à', en: 'of' } } as const

/** A source as people know it: the role «Employé», a permission of the role «Relecteur», an access grant. */
export function nameOf(source: Source): Labels {
  switch (source.is) {
    case 'role': return { fr: `le rôle « ${source.role.label.fr} »`, en: `the role “${source.role.label.en}”` }
    case 'permission': {
      const { is, name } = source.permission.holder
      return { fr: `une permission ${holders[is].fr} « ${name} »`, en: `a permission ${holders[is].en} “${name}”` }
    }
    case 'grant': return source.whole ? { fr: 'un accès temporaire à tous ces enregistrements', en: 'an access grant on all of these records' } : { fr: 'un accès temporaire à cet enregistrement', en: 'an access grant on this record' }
    case 'conflict': return { fr: 'une règle de conflit d’intérêts', en: 'a conflict rule' }
    case 'level': return { fr: `le niveau « ${levels[source.level].fr} »`, en: `the level “${levels[source.level].en}”` }
  }
}

export const ruleOfSource = (source: Source): Labels | undefined => (source.is === 'grant' || source.is === 'conflict' ? undefined : source.rule && Object.keys(source.rule.where).length > 0 ? source.rule.label : undefined)
