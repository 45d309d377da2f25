import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { parseDay, parseInstant } from '../time/parse.ts'
import { isZone, USUAL_ZONE } from '../time/zone.ts'
import type { Json } from '../remote/graphql.ts'
import { no, parseMoney, type Read } from './money.ts'
import { resolve } from './resolve.ts'
import { optionName, type Field } from './types.ts'

/** Understands what was typed for a field, before the server is asked. An empty text empties it. */
export function readValue(field: Field, typed: string, zone: string, context: Context): Read<Json> {
  const said = typed.trim()
  if (said === '' && field.kind !== 'secret') return field.required ? no('obligatoire', 'required') : { ok: true, value: null }
  switch (field.kind) {
    case 'count': return /^\d{1,9}$/.test(said) ? { ok: true, value: Number(said) } : no('un nombre entier est attendu', 'a whole number is expected')
    case 'email': return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said) ? { ok: true, value: said } : no('une adresse électronique est attendue', 'an e-mail address is expected')
    case 'money': return parseMoney(said, context.locale)
    case 'day': return parseDay(said, new Date(), zone)
    case 'instant':
    case 'zoned': return parseInstant(said, new Date(), zone)
    case 'zone': return isZone(said) ? { ok: true, value: said } : no('un fuseau est attendu : Europe/Paris', 'a time zone is expected: Europe/Paris')
    case 'choice': return readChoice(field, said)
    case 'secret': return typed.length >= 12 ? { ok: true, value: typed } : no('douze caractères au moins', 'twelve characters at least')
    default: return { ok: true, value: typed }
  }
}

function readChoice({ choices = [] }: Field, said: string): Read<Json> {
  const meant = choices.find(({ value, label }) => [value, label.fr, label.en].some((one) => one.toLowerCase() === said.toLowerCase()))
  const known = choices.map(({ value }) => value).join(', ')
  return meant ? { ok: true, value: meant.value } : no(`au choix : ${known}`, `one of: ${known}`)
}

/** The input of a mutation from what was typed, field by field. */
export async function inputFrom(context: Context, typed: ReadonlyMap<Field, string>, zone: string): Promise<Record<string, Json>> {
  const input: Record<string, Json> = {}
  for (const [field, text] of typed) {
    const value = await valueOf(context, field, text, zone)
    if (field.input !== undefined && field.kind !== 'zone') input[field.input] = value
  }
  return input
}

async function valueOf(context: Context, field: Field, typed: string, zone: string): Promise<Json> {
  const read = readValue(field, typed, zone, context)
  if (!read.ok) throw misuse({ fr: '--{name} « {typed} » : {why}.', en: '--{name} “{typed}”: {why}.' }, { name: optionName(field.name), typed: field.kind === 'secret' ? '•••' : typed, why: context.say(read.why) })
  if (field.kind === 'zoned' && read.value !== null) return { at: read.value, zone }
  if (!field.target) return read.value
  if (read.value === null) return field.plainId ? null : { disconnect: true }
  const { id } = await resolve(context, field.target, typed)
  return field.plainId ? id : { connect: id }
}

export const zoneTyped = (typed: ReadonlyMap<Field, string>, otherwise = USUAL_ZONE): string => {
  const said = [...typed].find(([field]) => field.kind === 'zone')?.[1].trim()
  return said !== undefined && isZone(said) ? said : otherwise
}
