import { professions } from '../casting/professions.ts'
import { accounts } from './accounts.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { random } from './random.ts'
import { isAbroad, type Call } from './offers/call.ts'
import { internalNote } from './offers/notes.ts'
import { plan, type Assignment } from './offers/plan.ts'
import { daysAfter, inSeason, instant, isoDay, slot, states } from './offers/schedule.ts'
import type { OfferSeed, OfferState } from './offers/types.ts'
import { length } from './offers/wording/dates.ts'
import { description } from './offers/wording/layout.ts'
import { title } from './offers/wording/opening.ts'

export type { OfferSeed, OfferState }

const writers = accounts.filter(({ role }) => role === 'EMPLOYEE' || role === 'AUTHOR').map(({ key }) => key)

/** Three hundred offers around a day; the same day gives the same offers. */
export function offers(today: Date): OfferSeed[] {
  return plan(states.length)
    .map((assignment, index) => ({ assignment, state: states[index] ?? 'DRAFT', seed: 7919 * (index + 1) }))
    .map((entry) => ({ ...entry, ...slot(entry.state, entry.seed) }))
    .sort((a, b) => a.from - b.from)
    .map((entry, index) => offer(today, entry, `CAST-2026-${String(index + 1).padStart(4, '0')}`))
}

interface Entry {
  readonly assignment: Assignment
  readonly state: OfferState
  readonly seed: number
  readonly from: number
  readonly until: number
  readonly start: number
}

function offer(today: Date, entry: Entry, reference: string): OfferSeed {
  const { assignment, state } = entry
  const { brief, domain, production, town } = assignment
  const chance = random(entry.seed + 1)
  const contact = chance.pick(people.filter(({ organisation }) => organisation === production.client))
  const hasContact = chance.chance(0.85)
  const contactPublic = hasContact && chance.chance(0.55)
  const call = callOf(today, entry, reference, contactPublic ? contact : undefined)
  const note = internalNote(state, chance)
  return {
    reference,
    title: title(call),
    description: description(call),
    posts: call.posts,
    startsOn: call.startsOn,
    publishFrom: instant(daysAfter(today, entry.from), 7, 15 * chance.between(0, 20)),
    publishUntil: instant(daysAfter(today, entry.until), 21, 59),
    contactPublic,
    client: production.client,
    ...(hasContact && { contact: contact.key }),
    profession: call.profession.name,
    professionDomain: domain,
    contractType: call.contract,
    categories: [...new Set([...production.categories, ...(brief.categories ?? [])])],
    town,
    state,
    author: chance.pick(writers),
    ...(note !== undefined && { internalNote: note }),
  }
}

function callOf(today: Date, { assignment, seed, start, until }: Entry, reference: string, publicContact?: (typeof people)[number]): Call {
  const { brief, domain, production, town, turn } = assignment
  const words = random(seed + 2)
  const profession = professions.find((one) => one.domain === domain && one.name === brief.trade)
  const client = organisations.find(({ key }) => key === production.client)
  if (profession === undefined || client === undefined) throw new Error(`unknown profession or client: ${domain} ${brief.trade}, ${production.client}`)
  const [shortest, longest] = length(domain, production.medium)
  const startsOn = inSeason(isoDay(daysAfter(today, start)), production.medium, seed)
  const call = {
    reference, brief, domain, profession, production, client, town, startsOn, turn,
    contract: brief.contract ?? 'CDDU',
    posts: words.pick(brief.posts ?? [1]),
    endsOn: isoDay(daysAfter(new Date(startsOn), words.between(shortest, longest))),
    until: isoDay(daysAfter(today, until)),
    random: words,
    ...(publicContact && { publicContact }),
  }
  return isAbroad(call) && call.contract === 'CDDU' ? { ...call, contract: 'CDD' } : call
}
