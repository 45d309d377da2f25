import sql from 'sql-template-tag'
import { concerning, conflictOfInterest } from '../../access/conflicts.ts'
import type { AppError } from '../../model/errors.ts'
import { ConflictAlert } from '#schema/core/conflictAlert.ts'
import { ConflictRule } from '#schema/core/conflictRule.ts'
import type { EntityModel } from '../../model/model.ts'
import type { AnyWhere } from '../../model/where.ts'
import { reactions, type ConflictKeeper, type Stored, type Work } from '../../write/types.ts'
import { conflict } from '../input.ts'
import { tellOfAlert } from './conflictNotices.ts'

/** Rules about two parties that are asked of one record; more would be no rules but a policy. */
const MOST = 200

const joining = (work: Work, entity: EntityModel, rule: Stored<ConflictRule>): AnyWhere =>
  ({ and: [rule.partyA, rule.partyB].map((party) => concerning(work.model, entity, [String(party)]) ?? { or: [] }) })

/** Among these rows, those that fulfil a condition; whoever asks. */
const among = (work: Work, entity: EntityModel, ids: readonly string[], where: AnyWhere) =>
  work.rows(entity.cls, { and: [{ id: { in: ids } }, where] } as never, 100)

type Subject = { readonly entity: string; readonly id: string }

/** Writes down that somebody met a rule; once more of the same counts up. */
async function alert(work: Work, rule: string, subject: Subject | undefined, blocked: boolean): Promise<void> {
  const user = work.caller.principal.userId
  const known = await work.query(sql`update conflict_alert set attempts = attempts + 1, at = now(), version = version + 1, updated_at = now()
    where rule_id = ${rule} and user_id = ${user} and subject_entity is not distinct from ${subject?.entity ?? null} and subject_id is not distinct from ${subject?.id ?? null}::uuid and blocked = ${blocked} and state = 'OPEN' returning id`)
  if (known.length > 0) return
  await tellOfAlert(work, await work.asHouse().create(ConflictAlert, subject ? { subject } : {}, { rule, user, blocked, at: work.now.toISOString() }), blocked)
}

export const conflicts: ConflictKeeper = {
  /** Refuses what a rule says no record may join, or lets it through and says so. */
  written: async (work, entity, ids) => {
    const rules = await work.rows(ConflictRule, { state: { eq: 'ACTIVE' }, user: { isEmpty: true }, partyB: { isEmpty: false } }, MOST)
    for (const rule of rules) {
      for (const row of await among(work, entity, ids, joining(work, entity, rule))) {
        const subject = { entity: entity.name, id: row.id }
        if (rule.effect !== 'BLOCK') await alert(work, rule.id, subject, false)
        else throw refused(work, rule, entity, row.id)
      }
    }
  },
  /** Whether a record was kept from somebody by a rule; the attempt is then written down. */
  barred: async (work, entity, id) => {
    const party = work.caller.principal.conflicts?.barred ?? []
    const rule = await ruleFor(work, entity, id, party, 'BLOCK')
    if (rule === undefined) return false
    await alert(work, rule, { entity: entity.name, id }, true)
    return true
  },
  noticed: async (work, entity, id) => {
    const rule = await ruleFor(work, entity, id, work.caller.principal.conflicts?.alerted ?? [], 'ALERT')
    if (rule !== undefined) await alert(work, rule, { entity: entity.name, id }, false)
  },
}

function refused(work: Work, rule: Stored<ConflictRule>, entity: EntityModel, id: string): AppError {
  // A record that was to be made is not there to be named.
  work.afterRefusal(async (later) => alert(later, rule.id, await later.row(entity.cls, id) ? { entity: entity.name, id } : undefined, true))
  return conflict('conflictOfInterest', {
    fr: 'Une règle de conflit d’intérêts interdit de réunir ces deux fiches dans un même enregistrement.', en: 'A conflict rule forbids joining these two parties in one record.',
  }, undefined, { rule: rule.id })
}

/** The rule by which a record concerns one of these parties for the caller. */
async function ruleFor(work: Work, entity: EntityModel, id: string, parties: readonly string[], effect: 'ALERT' | 'BLOCK'): Promise<string | undefined> {
  for (const party of parties) {
    const where = concerning(work.model, entity, [party])
    if (!where || (await among(work, entity, [id], where)).length === 0) continue
    const [rule] = await work.query(sql`select id from conflict_rule where user_id = ${work.caller.principal.userId} and coalesce(party_b_id, party_a_id) = ${party} and effect = ${effect} and state = 'ACTIVE'`)
    if (rule) return String(rule['id'])
  }
  return undefined
}

/** Nobody has a say in a rule that is about himself. */
const refuseOwn = (work: Work, rule: Stored<ConflictRule>): void => {
  if (rule.user != null && rule.user === work.caller.principal.userId) throw conflictOfInterest()
}

export const conflictReactions = [
  reactions(ConflictRule, {
    prepare: (work, input, current) => {
      if (current) refuseOwn(work, current)
      return input
    },
    deleting: async (work, rule) => refuseOwn(work, rule),
    moving: { lift: async (work, rule) => refuseOwn(work, rule) },
  }),
]
