import { whoAmI } from '../remote/me.ts'
import { resolve } from './resolve.ts'
import { misuse } from '../failure.ts'
import { parseDay } from '../time/parse.ts'
import { instantOf, USUAL_ZONE } from '../time/zone.ts'
import type { Json } from '../remote/graphql.ts'
import type { Labels } from '../text/labels.ts'
import type { Asking, Filter, Lookup } from './types.ts'

const TEXT: Labels = { fr: 'TEXTE', en: 'TEXT' }
const DATE: Labels = { fr: 'DATE', en: 'DATE' }

export const words = (name: string, help: Labels): Filter => ({ option: { name, value: TEXT, help }, where: (value) => ({ q: value }) })

export const contains = (name: string, field: string, help: Labels): Filter => ({ option: { name, value: TEXT, help }, where: (value) => ({ [field]: { contains: value } }) })

/** A switch; `me` is the id of whoever asks. */
export const yes = (name: string, help: Labels, where: (me: string) => Json): Filter => ({
  option: { name, help },
  where: async (_value, asking) => where(where.length === 0 ? '' : await myId(asking)),
})

async function myId({ context }: Asking): Promise<string> {
  return (await whoAmI(context.remote)).id
}

export const choice = (name: string, field: string, help: Labels, choices: readonly string[]): Filter => ({ option: { name, value: { fr: 'CHOIX', en: 'CHOICE' }, help, choices }, where: (value) => ({ [field]: { eq: value } }) })

export const record = (name: string, help: Labels, lookup: Lookup, where: (id: string) => Json): Filter => ({
  option: { name, value: { fr: 'N° OU NOM', en: 'NUMBER OR NAME' }, help },
  where: async (value, { context }) => {
    return where((await resolve(context, lookup, value)).id)
  },
})

export const day = (name: string, help: Labels, field: string, operator: 'gte' | 'lte'): Filter => ({
  option: { name, value: DATE, help },
  where: (value, asking) => ({ [field]: { [operator]: dayOf(name, value, asking) } }),
})

/** Days of an instant: from their first moment, until their last, in the usual zone. */
export const dayOfInstant = (name: string, help: Labels, field: string, operator: 'gte' | 'lt'): Filter => ({
  option: { name, value: DATE, help },
  where: (value, asking) => {
    const [year = 0, month = 1, date = 1] = dayOf(name, value, asking).split('-').map(Number)
    const begun = new Date(Date.UTC(year, month - 1, date + (operator === 'lt' ? 1 : 0)))
    const instant = instantOf({ year: begun.getUTCFullYear(), month: begun.getUTCMonth() + 1, day: begun.getUTCDate(), hour: 0, minute: 0, second: 0 }, USUAL_ZONE) ?? begun
    return { [field]: { [operator]: instant.toISOString() } }
  },
})

function dayOf(name: string, value: string, { context }: Asking): string {
  const read = parseDay(value, new Date(), USUAL_ZONE)
  if (!read.ok) throw misuse({ fr: '--{name} « {value} » : {why}.', en: '--{name} “{value}”: {why}.' }, { name, value, why: context.say(read.why) })
  return read.value
}
