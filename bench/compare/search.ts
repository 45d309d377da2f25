import { once, p95, type Ask } from '../frame/load.ts'
import { atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { World } from '../frame/world.ts'

const SEARCH = `query Search($words: String, $near: PositionInput, $km: SafeInt, $domains: [ID!]) {
  castingSearch(words: $words, near: $near, km: $km, domains: $domains) {
    items { offer { id title client { companyName } profession { name domain { name } } contractType { name } categories { name } address { city } } title snippet distance }
    total more
    facets { domains { id name count } professions { id name count } contractTypes { id name count } regions { id name count } categories { id name count } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** Trades that every other offer names and works that few do, in large and small circles. */
const words = ['danseuse', 'comédien', 'chanteuse de rap', 'régisseur', 'tempête', 'caravane rouge', 'technicienne', 'musicien', 'costumier', 'tournage', 'débutants bienvenus', 'baleine invisible']
const circles = [[48.86, 2.35, 200], [45.76, 4.83, 100], [47.22, -1.55, 50], [43.6, 1.44, 300]] as const
const asks: readonly Ask[] = words.flatMap((word) => circles.map(([latitude, longitude, km]): Ask => ({ query: SEARCH, variables: { words: word, near: { latitude, longitude }, km } })))

/** How the slowest answers of the public search grow with the number of offers, published ones all of them. */
export async function compareSearch(world: World, few: string, many: string): Promise<Result[]> {
  const servers = [['10,000 offers', await world.signedIn(few)], ['1,000,000 offers', await world.signedIn(many)]] as const
  for (const [, server] of servers) for (const ask of asks) await once(server, ask)
  const contenders = servers.map(([name, server]) => ({ name, measure: () => p95(server, asks, { amount: 100 * world.seconds }) }))
  await rounds(contenders, 1)
  const series = await rounds(contenders, world.rounds)
  await Promise.all(servers.map(([, server]) => server.stop()))
  return [atMost('p95 of words, facets and distance over 1,000,000 published offers against 10,000, 16 connections', 3, ratio(series, '1,000,000 offers', '10,000 offers'), told(series, 'ms'))]
}
