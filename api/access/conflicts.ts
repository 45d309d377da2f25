import { AppError } from '../model/errors.ts'
import type { Verb } from '../model/access.ts'
import type { EntityModel, Model } from '../model/model.ts'
import type { AnyWhere } from '../model/where.ts'
import type { Given } from './permission.ts'
import type { EntityRights, Rights } from './rights.ts'
import type { Rows } from './rows.ts'

/** What conflict rules say of an account; undefined where they say nothing, as they mostly do. */
export interface Conflicts {
  /** Parties from whose records it is barred. */
  readonly barred: readonly string[]
  /** Parties whose records it is alerted about. */
  readonly alerted: readonly string[]
  /** Some rule says which two parties no record may join. */
  readonly pairs: boolean
}

/** SQL of the conflicts of an account; a rule with two parties and a person is about the second. */
export const conflictsOf = (user: string): string => `(select json_build_object(
    'barred', coalesce(json_agg(distinct coalesce(c.party_b_id, c.party_a_id)) filter (where c.user_id is not null and c.effect = 'BLOCK'), '[]'),
    'alerted', coalesce(json_agg(distinct coalesce(c.party_b_id, c.party_a_id)) filter (where c.user_id is not null and c.effect = 'ALERT'), '[]'),
    'pairs', coalesce(bool_or(c.user_id is null), false))
  from conflict_rule c where c.state = 'ACTIVE' and (c.user_id = ${user}.id or c.user_id is null) having count(*) > 0)`

export const readConflicts = (answer: unknown): Conflicts | undefined => (answer ?? undefined) as Conflicts | undefined

const MOST = 100

/** The rows of an entity that concern any of these parties, as its declaration says: undefined where none can. */
export function concerning(model: Model, entity: EntityModel, parties: readonly string[]): AnyWhere | undefined {
  const paths = entity.options.concerns ?? []
  const chunks = Array.from({ length: Math.ceil(parties.length / MOST) }, (_, index) => parties.slice(index * MOST, (index + 1) * MOST))
  return paths.length === 0 || chunks.length === 0 ? undefined : { or: paths.flatMap((path) => chunks.map((some) => along(model, entity, path.split('.'), some))) }
}

function along(model: Model, entity: EntityModel, [name = '', ...rest]: readonly string[], parties: readonly string[]): AnyWhere {
  const member = entity.members.get(name)
  if (!member || !('target' in member)) return { [name]: { in: parties } }
  const target = model.entities.get(member.target)
  const beyond = rest.length === 0 || !target ? { id: { in: parties } } : along(model, target, rest, parties)
  return { [name]: member.is === 'belongsTo' || (member.is === 'hasMany' && member.single) ? beyond : { some: beyond } }
}

/**
 * The same rights without the records that concern parties from which the caller is barred, whatever
 * his roles give, and for every verb: a block beats administrators too.
 */
export function withoutParties(model: Model, rights: Rights, conflicts: Conflicts | undefined): Rights {
  const barred = conflicts?.barred ?? []
  if (barred.length === 0) return rights
  const known = new Map<string, EntityRights>()
  const limited = (name: string, verb: Verb): EntityRights => {
    const entity = model.entities.get(name)
    const given = rights.of(name, verb)
    const concerned = entity && concerning(model, entity, barred)
    return concerned ? { ...given, rows: except(given.rows, { not: concerned }), byThemselves: except(given.byThemselves, { not: concerned }) } : given
  }
  return {
    ...rights,
    reasons: (name, action, declared) => [...rights.reasons(name, action, declared), ...barring(model, name, barred)],
    key: `${rights.key} barred from ${[...barred].sort().join('+')}`,
    of: (name, verb) => {
      const key = `${verb} ${name}`
      const found = known.get(key) ?? limited(name, verb)
      known.set(key, found)
      return found
    },
  }
}

/** What the block takes, among the reasons of a decision. */
function barring(model: Model, name: string, barred: readonly string[]): readonly Given[] {
  const entity = model.entities.get(name)
  const concerned = entity && concerning(model, entity, barred)
  return concerned ? [{ effect: 'DENY', source: { is: 'conflict' }, rows: [concerned], only: undefined, named: undefined }] : []
}

const except = (rows: Rows, limit: AnyWhere): Rows => (rows === 'none' ? rows : rows === 'all' ? [limit] : rows.map((row) => ({ and: [row, limit] })))

/** Told instead of “not found”: whoever is barred may know that he is, and whom to ask. */
export const conflictOfInterest = (): AppError => new AppError('FORBIDDEN', [{
  reason: 'conflictOfInterest',
  message: {
    fr: 'Une règle de conflit d’intérêts vous ferme cet enregistrement. La tentative est notée ; un administrateur peut demander que la règle soit levée.',
    en: 'A conflict rule closes this record to you. The attempt is on record; an administrator may ask to have the rule lifted.',
  },
}])
