import { getIntrospectionQuery } from 'graphql'
import type { Ask } from '../frame/load.ts'
import { days, lists, offerFields } from './list.ts'
import { createInput, createOffer, draft, type Ground } from './write.ts'

const sorts = [{ title: 'ASC' }, { publishUntil: 'DESC' }, { createdAt: 'DESC' }, { number: 'ASC' }]
/** With and without accents, as people type. */
const words = ['tempete', 'lanterne rouge', 'forêt', 'comédienne tempete', 'maree boreale', 'danseu', 'costumière', 'volière']

const sorted = `query Sorted($sort: [CastingOfferSort!], $number: Int) { castingOffers(sort: $sort, page: { size: 25, number: $number }) { items { ${offerFields} } pageInfo { hasNextPage endCursor } } }`
const search = 'query Search($q: String) { castingOffers(filter: { q: $q, state: { eq: PUBLISHED } }) { items { id title reference profession { name } } total } }'
const show = 'query Show($id: ID!) { castingOffer(id: $id) { id version title description internalNote client { id companyName organisation { id displayName email } } profession { id name domain { id name } } categories { id name } author { id fullName } } history(entity: "CastingOffer", id: $id) { items { at action changes { field from to } } } }'
const clients = 'query Clients($q: String) { clients(filter: { companyName: { contains: $q } }, page: { size: 50 }) { items { id number companyName offersCount offers(limit: 5, sort: [{ publishFrom: DESC }]) { id title state } } total } }'
const meta = '{ adminMeta(locale: fr) { version resources { name fields { name kind label } } } me { id fullName roles } }'
const wrong = 'query Wrong($q: String) { castingOffers(filter: { title: { contains: $q } }, page: { size: 1 }) { items { id } } }'

/** What people of a casting desk ask in a day, in about these parts: mostly lists, some records, some words, few changes. */
export function mixed(ground: Ground, offers: readonly string[], turn: number): Ask {
  const one = <T>(of: readonly T[]): T => of[turn % of.length] as T
  switch (turn % 20) {
    case 0: return { query: createOffer, variables: { input: createInput(draft(ground)) } }
    case 1: case 2: case 3: return { query: search, variables: { q: one(words) } }
    case 4: case 5: case 6: case 7: return { query: show, variables: { id: one(offers) } }
    case 8: case 9: return { query: clients, variables: { q: `Compagnie ${turn % 90}` } }
    case 10: return { query: turn % 40 === 10 ? meta : getIntrospectionQuery(), variables: {} }
    case 11: return { query: wrong, variables: { q: `${one(words)} ${turn % 50}` } }
    case 12: case 13: case 14: return { query: sorted, variables: { sort: [one(sorts)], number: 1 + turn % 30 } }
    // Some people write their questions themselves: each is another document.
    case 15: return { query: `query Own${turn % 1_000} { castingOffers(filter: { posts: { gte: ${1 + turn % 4} } }, page: { size: 5 }) { items { id title } } }`, variables: {} }
    default: return lists.coulisses[turn % days.length] as Ask
  }
}
