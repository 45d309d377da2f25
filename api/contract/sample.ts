import { choicesOf, isInput, type EntityModel, type FieldModel, type MemberModel, type Model } from '../model/model.ts'
import type { EncryptedOptions } from '../model/fields/encrypted.ts'
import type { TextOptions } from '../model/fields/text.ts'
import type { NumberOptions } from '../model/fields/integer.ts'
import type { DecimalOptions } from '../model/fields/decimal.ts'
import type { JsonOptions, Shape } from '../model/fields/json.ts'

/** Makes inputs that any declaration accepts, so that what is common to all entities is tested over each of them. */
export type Sample = Record<string, unknown>

let counter = 0
/** A different number each time, so that unique fields differ. */
export const next = (): number => (counter += 1)

/** An input for one new record: every field that has a value of its kind, and the relations that are required. */
export function sampleInput(model: Model, entity: EntityModel, whole = true, depth = 3): Sample {
  const input: Sample = {}
  for (const member of entity.members.values()) {
    if (!isInput(member) || member.options.transient || member.options.hidden) continue
    const value = member.is === 'field' ? (whole || member.options.required ? sampleValue(member) : undefined) : sampleRelation(model, member, depth)
    if (value !== undefined) input[member.name] = value
  }
  return { ...input, ...special[entity.name]?.(model, depth) }
}

/** What the rules of single entities ask beyond the kinds of their fields. */
const special: Readonly<Record<string, (model: Model, depth: number) => Sample>> = {
  Address: () => ({ city: `Ville ${next()}` }),
  Person: () => ({ lastName: `Nom ${next()}` }),
  CastingOffer: () => ({ publishFrom: '2026-01-01T08:00:00.000Z', publishUntil: '2031-01-01T08:00:00.000Z', contactPublic: false }),
  Client: (model, depth) => ({ organisation: { create: sampleInput(model, entity(model, 'Organisation'), false, depth - 1) }, companyName: undefined, firstContactOn: '2026-01-15' }),
  Contract: () => ({ totalAmount: { amount: 500_000, currency: 'EUR' }, amountDue: { amount: 100_000, currency: 'EUR' }, startsOn: '2026-01-01', endsOn: '2026-12-31' }),
  Event: () => ({ startAt: { at: '2026-05-17T10:30:00.000Z', zone: 'Europe/Paris' }, endAt: { at: '2026-05-17T20:30:00.000Z', zone: 'Europe/Paris' }, visibility: 'PRIVATE' }),
  Prospect: (model, depth) => ({ organisation: { create: sampleInput(model, entity(model, 'Organisation'), false, depth - 1) } }),
  // Of a department that there is not, so that no commune has it.
  Town: () => ({ inseeCode: `99${String(next() % 1_000).padStart(3, '0')}`, otherPostcodes: '44100 44200' }),
  User: (model, depth) => ({ person: { create: sampleInput(model, entity(model, 'Person'), false, depth - 1) }, email: `login.${next()}@example.test`, password: 'a long enough password' }),
  DocumentGrant: () => ({ validFrom: '2026-01-01T08:00:00.000Z', validUntil: '2031-01-01T08:00:00.000Z' }),
  // With the variable of which the sample of a policy tells, and pages as large as a grant will have them.
  PersistedQuery: () => ({ document: `query ($cle: String, $size: Int) { castingOffers(filter: { title: { eq: $cle } }, page: { size: $size }) { items { id } } } # ${next()}` }),
  AccessGrant: () => ({ entityType: 'CastingOffer', entityId: undefined, fromAt: '2026-05-17T10:30:00.000Z', untilAt: '2026-06-17T10:30:00.000Z' }),
  Permission: (model, depth) => ({ role: { create: sampleInput(model, entity(model, 'Role'), false, depth - 1) }, entityType: 'CastingOffer', action: 'READ', field: 'title' }),
  ConflictRule: (model, depth) => ({ user: { create: sampleInput(model, entity(model, 'User'), false, depth - 1) } }),
  Project: () => ({ startsOn: '2026-01-01', endsOn: '2026-12-31' }),
  PartyRole: () => ({ since: '2026-01-01', until: '2026-12-31' }),
}

export function entity(model: Model, name: string): EntityModel {
  const found = model.entities.get(name)
  if (!found) throw new Error(`no entity ${name}`)
  return found
}

function sampleRelation(model: Model, member: MemberModel, depth: number): Sample | undefined {
  if (member.is !== 'belongsTo' || !member.options.required || member.file) return undefined
  const target = entity(model, member.target)
  const concrete = target.abstract ? entity(model, target.kinds[0] ?? '') : target
  if (target.abstract) return undefined
  return depth > 0 ? { create: sampleInput(model, concrete, false, depth - 1) } : undefined
}

/** A value that the kind of a field accepts, within its limits. Undefined where only a person can know one. */
export function sampleValue(field: FieldModel): unknown {
  const number = next()
  const options = field.options as TextOptions & NumberOptions & DecimalOptions
  switch (field.kind.name) {
    case 'text': return options.pattern ? sampleMatching(options.pattern, number) : `Été ${number} ${field.name}`.slice(0, options.max ?? 200).padEnd(options.min ?? 0, 'x')
    case 'longText': return `Première ligne ${number}\nseconde ligne`
    case 'richText': return `<p>Texte <strong>riche</strong> ${number}</p>`
    case 'integer': case 'duration': return Math.min(Math.max(number, options.min ?? 0), options.max ?? 1_000_000)
    case 'decimal': return '1.5'
    case 'percentage': return 12.5
    case 'money': return { amount: 1_000 + number, currency: 'EUR' }
    case 'boolean': return true
    case 'choice': return choicesOf(field).many ? Object.keys(choicesOf(field).values).slice(0, 1) : Object.keys(choicesOf(field).values)[0]
    case 'date': return '2026-05-17'
    case 'instant': return '2026-05-17T10:30:00.000Z'
    case 'zonedInstant': return { at: '2026-05-17T10:30:00.000Z', zone: 'Europe/Paris' }
    case 'email': return `contract.${number}@example.test`
    case 'url': return `https://example.test/${number}`
    case 'phone': return '01 99 00 12 34'
    case 'country': return 'FR'
    case 'language': return 'fr'
    case 'currency': return 'EUR'
    case 'position': return { latitude: 47.5, longitude: -1.25 }
    case 'encrypted': return (field.options as EncryptedOptions).day ? '1984-05-31' : `secret ${number}`
    case 'json': return sampleShape((field.options as JsonOptions).shape)
    default: return undefined
  }
}

/** Enough for the patterns of the house: letters and digits. */
function sampleMatching(pattern: RegExp, number: number): string | undefined {
  const hex = number.toString(16).padStart(64, 'a')
  return [`c-${number}`, `c${number}`, `C${number}`, String(number).padStart(9, '1'), hex, `FR-${number}`, `#${hex.slice(-6)}`].find((candidate) => pattern.test(candidate))
}

function sampleShape(shape: Shape): unknown {
  switch (shape.type) {
    case 'string': return shape.enum?.[0] ?? 'texte'
    case 'number': return 1.5
    case 'integer': return 3
    case 'boolean': return true
    case 'array': return [sampleShape(shape.items)]
    case 'object': return Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, sampleShape(inner)]))
    case 'map': return { cle: sampleShape(shape.values) }
    case 'any': return { cle: 'valeur' }
  }
}
