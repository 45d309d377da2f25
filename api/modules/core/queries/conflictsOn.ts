import sql from 'sql-template-tag'
import { concerning } from '../../../access/conflicts.ts'
import { id as idKind } from '../../../model/fields/id.ts'
import { text } from '../../../model/fields/text.ts'
import { badInput, messages } from '../../../model/errors.ts'
import type { Labels } from '../../../model/labels.ts'
import { shape } from '../../../model/shape.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { ConflictRule } from '#schema/core/conflictRule.ts'
import { members } from '#schema/roles.ts'

const ConflictNotice = shape('ConflictNotice', {
  kind: { type: 'String', required: true, description: 'COMPETING_ARTISTS, OWN_INTEREST or MANUAL.' }, message: { type: 'String', required: true },
  reason: { type: 'String', description: 'Of a rule that is about oneself.' }, rule: { type: () => ConflictRule },
}, 'A declared conflict of interest that a record has, for whoever is looking at it.')

const MOST = 200
const own: Labels = { fr: 'Une règle de conflit d’intérêts vous concerne pour cet enregistrement. Votre accès est noté, et la personne chargée de la conformité est prévenue.', en: 'A conflict rule is about you and this record. Your access is on record, and the compliance person is told.' }
const joint: Labels = { fr: 'Cet enregistrement réunit deux fiches déclarées en conflit d’intérêts.', en: 'This record joins two parties that are declared to be in conflict.' }

/** What a screen shows above a record: rules that alert, about the caller or about two parties in it. Nothing of what he may not read. */
export default rootQuery({
  name: 'conflictsOn',
  description: 'The conflicts of interest that a record has for whoever asks; none of a record that he may not read.',
  access: members,
  args: { entity: { kind: text, options: { required: true } }, id: { kind: idKind, options: { required: true } } },
  returns: ConflictNotice,
  many: true,
  run: async (reading, { entity: name, id }) => {
    const entity = reading.model.entities.get(String(name))
    if (!entity) throw badInput({ path: 'entity', reason: 'unknownEntity', message: messages.notFound })
    const rules = entity.options.concerns === undefined || reading.caller.principal.conflicts === undefined ? [] : await rulesFor(reading)
    const asked = rules.map(({ parties }) => ({ and: parties.map((party) => concerning(reading.model, entity, [party]) ?? { or: [] }) }))
    const verdict = rules.length === 0 ? undefined : await reading.decideOn(reading.caller, entity, String(id), asked.map((where) => [where]))
    const { locale } = reading.caller.principal
    return verdict?.readable ? rules.filter((_, index) => verdict.fulfilled[index]).map(({ id: rule, kind, reason, isOwn }) => ({ kind, rule, message: (isOwn ? own : joint)[locale], reason: isOwn ? reason : null })) : []
  },
})

interface Rule { readonly id: string; readonly kind: string; readonly reason: string; readonly isOwn: boolean; readonly parties: readonly string[] }

/** Of a rule with a person, the party whose records it is about; of one without, both. */
async function rulesFor({ query, caller }: Reading): Promise<readonly Rule[]> {
  const rows = await query(sql`select id, kind, reason, user_id is not null as "isOwn",
      case when user_id is null then array[party_a_id, party_b_id] else array[coalesce(party_b_id, party_a_id)] end as parties
    from conflict_rule where state = 'ACTIVE' and (user_id = ${caller.principal.userId ?? null} and effect = 'ALERT' or user_id is null and party_b_id is not null) order by id limit ${MOST}`)
  // The columns of the statement, as it names them.
  return rows as unknown as readonly Rule[]
}
