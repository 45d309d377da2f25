import { decisionOn, extentOf, nameOf, ruleOfSource, type Decision, type Question } from '../../../access/explain.ts'
import type { Given } from '../../../access/permission.ts'
import type { Caller } from '../../../access/principal.ts'
import { mayList } from '../../../access/rights.ts'
import { shape } from '../../../model/shape.ts'
import { text } from '../../../model/fields/text.ts'
import { id as idKind } from '../../../model/fields/id.ts'
import { forbidden, notFound } from '../../../model/errors.ts'
import type { Labels, Locale } from '../../../model/labels.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { User } from '#schema/core/user.ts'
import { members } from '#schema/roles.ts'
import { actLabel, questionOf, seesRights } from '../access.ts'

const AccessReason = shape('AccessReason', {
  effect: { type: 'String', required: true, description: 'ALLOW, DENY, or LIMIT: what a level cuts down to.' },
  source: { type: 'String', required: true }, name: { type: 'String', required: true }, rule: { type: 'String', description: 'The rows that it is about; null: all.' },
  permission: { type: 'ID', description: 'The stored permission.' },
  holds: { type: 'Boolean', description: 'Whether it concerns the record that was asked about.' },
}, 'One thing that gives or takes the right.')

const AccessExplanation = shape('AccessExplanation', {
  allowed: { type: 'Boolean', required: true }, rows: { type: 'String', required: true, description: 'On which records at all: ALL, SOME, BESIDE (some, beside what shows them only), NONE.' },
  sentence: { type: 'String', required: true }, reasons: { type: AccessReason, many: true, required: true },
}, 'Whether somebody may do something, and why.')

/** Answers from the compiled rights that decide, and asks the row filter itself about a record. */
export default rootQuery({
  name: 'explainAccess',
  description: 'Whether somebody may do something (READ, CREATE, UPDATE, DELETE, or the name of a move or an action) with an entity, one of its records, one of its fields; and by which role, permission, grant or rule.',
  access: members,
  args: {
    user: { kind: 'record', entity: () => User, options: { label: { fr: 'Personne', en: 'Person' } } },
    entity: { kind: text, options: { required: true } }, id: { kind: idKind, options: {} }, action: { kind: text, options: { required: true } }, field: { kind: text, options: {} },
  },
  returns: AccessExplanation,
  run: async (reading, { user, entity, id, action, field }) => {
    const self = reading.caller.principal.userId
    const asked = user === undefined ? self : String(user)
    if (asked !== self && !seesRights(reading)) throw forbidden('user')
    const question = questionOf(reading, String(entity), String(action), field === undefined ? undefined : String(field))
    const [subject] = asked === self ? [reading.caller] : await reading.access.callersOf([asked ?? ''])
    if (!subject) throw notFound('user')
    return await explain(reading, subject, question, id === undefined ? undefined : String(id))
  },
})

async function explain(reading: Reading, subject: Caller, question: Question, id: string | undefined): Promise<object> {
  const decision = decisionOn(subject.rights, question)
  const { locale } = reading.caller.principal
  const given = [...decision.reasons, ...decision.ofField ?? []]
  const said = (allowed: boolean, words: string): string => (allowed || !subject.principal.secondFactorMissing ? words : `${words} ${withoutFactor[locale]}`)
  const told = (verdict: (one: Given) => boolean | undefined) => given.map((one) => reasonOf(one, verdict(one), locale))
  if (id === undefined) {
    const allowed = decision.rows !== 'none' && decision.field !== 'none' && (question.action === 'CREATE' || subject.rights.of(question.entity.name, 'read').rows !== 'none')
    return { allowed, rows: reachOf(subject, question, decision), sentence: said(allowed, sentence(reading, question, decision, allowed, () => undefined)), reasons: told(() => undefined) }
  }
  const ofRead = question.action === 'READ' ? question.field : undefined
  const verdict = await reading.decideOn(subject, question.entity, id, [decision.rows, decision.field, ...given.map(({ rows }) => rows)], ofRead)
  // Of a record that is out of reach no more is told than of one that is missing.
  if (!verdict || (!verdict.readable && !seesRights(reading))) return { allowed: false, rows: reachOf(subject, question, decision), sentence: said(false, outOfReach[locale]), reasons: told(() => undefined) }
  const [rows = false, ofField = false, ...fulfilled] = verdict.fulfilled
  const holds = (one: Given): boolean => fulfilled[given.indexOf(one)] === true
  const allowed = verdict.readable && rows && ofField && verdict.field
  const isBeside = question.action === 'READ' && verdict.readable && !verdict.byItself
  return { allowed, rows: isBeside ? 'BESIDE' : reachOf(subject, question, decision), sentence: said(allowed, sentence(reading, question, decision, allowed, holds)), reasons: told(holds) }
}

/** What is seen beside other records only, is not asked for by itself. */
function reachOf({ rights }: Caller, { action, entity }: Question, { rows }: Decision): string {
  return action === 'READ' && rows !== 'none' && !mayList(rights, entity.name) ? 'BESIDE' : extentOf(rows)
}

const withoutFactor: Labels = {
  fr: 'Ce compte est celui d’un administrateur, mais n’en a les droits qu’une fois sa double authentification mise en place.', en: 'This account is an administrator’s, and has the rights of one only once its second factor is set up.',
}

const outOfReach: Labels = { fr: 'Cet enregistrement n’existe pas, ou n’est pas à sa portée.', en: 'This record does not exist, or is out of reach.' }

/** The rows that it is about, and where they are seen. */
function toldRule({ source, beside }: Pick<Given, 'source' | 'beside'>, locale: Locale): string | undefined {
  const rule = ruleOfSource(source)?.[locale]
  return beside ? `${rule ?? ''}, ${besideOnly[locale]}` : rule
}

const besideOnly: Labels = { fr: 'à côté de ce qui les montre seulement', en: 'beside what shows them only' }

const reasonOf = ({ effect, source, beside }: Given, holds: boolean | undefined, locale: Locale) => ({
  effect, source: source.is.toUpperCase(), name: nameOf(source)[locale], rule: toldRule({ source, beside }, locale) ?? null,
  permission: source.is === 'permission' ? source.permission.id : null, holds: holds ?? null,
})

/** The one thing that decided: what gives, what refuses, or that nothing gives. */
function sentence(reading: Reading, question: Question, decision: Decision, allowed: boolean, holds: (one: Given) => boolean | undefined): string {
  const { locale } = reading.caller.principal
  const { field, entity } = question
  const what = `${actLabel(question, reading.actions, locale)} · ${entity.label[locale]}${field === undefined ? '' : ` · ${entity.members.get(field)?.label[locale] ?? field}`}`
  const because = (one: Given | undefined): string => {
    if (!one) return ''
    const rule = toldRule(one, locale)
    return ` ${nameOf(one.source)[locale]}${rule === undefined ? '' : ` (${rule})`}`
  }
  const applies = (one: Given): boolean => holds(one) !== false
  const gives = decision.reasons.filter(({ effect, only }) => effect === 'ALLOW' && (field === undefined || !only || only.has(field)))
  const refuses = decision.reasons.find((one) => one.effect === 'DENY' && (one.named === undefined || one.named === field) && applies(one))
  const limit = decision.reasons.find((one) => one.effect === 'LIMIT' && (one.rows === 'none' || holds(one) === false))
  if (allowed) return { fr: `Autorisé (${what}) : par${because(gives.find(applies) ?? gives[0])}.`, en: `Allowed (${what}): by${because(gives.find(applies) ?? gives[0])}.` }[locale]
  if (refuses) return { fr: `Refusé (${what}) : par${because(refuses)}, qui l’emporte.`, en: `Refused (${what}): by${because(refuses)}, which wins.` }[locale]
  if (limit && gives.length > 0) return { fr: `Refusé (${what}) :${because(limit)} ne va pas jusque-là.`, en: `Refused (${what}):${because(limit)} does not go as far.` }[locale]
  if (gives.length > 0) return { fr: `Refusé (${what}) : ce n’est donné que par${gives.map(because).join(' ;')}.`, en: `Refused (${what}): it is given only by${gives.map(because).join(';')}.` }[locale]
  return { fr: `Refusé (${what}) : aucun rôle, permission ou accès ne le donne.`, en: `Refused (${what}): no role, permission or grant gives it.` }[locale]
}
