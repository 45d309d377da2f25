import { deepStrictEqual } from 'node:assert'
import { once, rate, type Ask } from '../frame/load.ts'
import { atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { Served, World } from '../frame/world.ts'
import { lists, offerFields, PAGE } from '../questions/list.ts'

const pages = `query Page($after: String, $size: Int) {
  castingOffers(sort: [{ publishFrom: DESC }], page: { size: $size, after: $after }) { items { ${offerFields} } pageInfo { hasNextPage endCursor } }
}`
type Page = { readonly castingOffers: { readonly items: readonly { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string } } }

/** How the time of a list grows with the place of the page, and with the number of offers. */
export async function comparePages(world: World, databaseUrl: string): Promise<Result[]> {
  const server = await world.signedIn(databaseUrl)
  const first: Ask = { query: pages, variables: { size: PAGE } }
  const late: Ask = { query: pages, variables: { size: PAGE, after: await cursorAfter(server, 999) } }
  await sameRows(server, late)
  const contenders = [first, late].map((ask, index) => ({ name: index === 0 ? 'page 1' : 'page 1,000', measure: () => rate(server, [ask], { seconds: world.seconds }) }))
  await rounds(contenders, 1)
  const series = await rounds(contenders, world.rounds)
  await server.stop()
  return [atMost('Time of page 1,000 by cursor against page 1', 1.3, ratio(series, 'page 1', 'page 1,000'), told(series, '/s'))]
}

/** Walks to the end of a page, a hundred rows at a time. */
async function cursorAfter(server: Served, page: number): Promise<string> {
  let after: string | undefined
  for (let row = 0; row < page * PAGE; row += 100) {
    const size = Math.min(100, page * PAGE - row)
    after = (await once<Page>(server, { query: pages, variables: { size, after: after ?? null } })).castingOffers.pageInfo.endCursor
  }
  return after ?? ''
}

/** Page 1,000 by cursor holds what the hundred rows around it, walked to otherwise, hold there. */
async function sameRows(server: Served, late: Ask): Promise<void> {
  const before = await cursorAfter(server, 998)
  const around = await once<Page>(server, { query: pages, variables: { size: 2 * PAGE, after: before } })
  deepStrictEqual((await once<Page>(server, late)).castingOffers.items, around.castingOffers.items.slice(PAGE))
}

export async function compareSizes(world: World, few: string, many: string): Promise<Result[]> {
  const small = await world.signedIn(few)
  const large = await world.signedIn(many)
  const contenders = [['10,000 offers', small], ['1,000,000 offers', large]] as const
  const measured = contenders.map(([name, server]) => ({ name, measure: () => rate(server, lists.coulisses, { seconds: world.seconds }) }))
  await rounds(measured, 1)
  const series = await rounds(measured, world.rounds)
  await Promise.all([small, large].map((server) => server.stop()))
  return [atMost('Time of the list over 1,000,000 offers against 10,000', 2, ratio(series, '10,000 offers', '1,000,000 offers'), told(series, '/s'))]
}
