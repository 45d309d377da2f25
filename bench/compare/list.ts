import { deepStrictEqual } from 'node:assert'
import { CONNECTIONS, once, rate, type Target } from '../frame/load.ts'
import { atLeast, atMost, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { Served, World } from '../frame/world.ts'
import { byName, fromPostgraphile, lists, type ByHandAnswer, type CoulissesAnswer, type PostgraphileAnswer } from '../questions/list.ts'

/** A list of 20 offers out of 100,000: the product, PostGraphile, the limit, and the product without rights. */
export async function compareLists(world: World, databaseUrl: string): Promise<Result[]> {
  const coulisses = await world.signedIn(databaseUrl)
  const off = await world.serve('withoutRights', databaseUrl)
  const postgraphile = await world.serve('postgraphile', databaseUrl)
  const byHand = await world.serve('byHand', databaseUrl)
  await sameAnswers({ coulisses, off, postgraphile, byHand })
  world.say('lists: all four answer the same')

  const of = (name: string, target: Target, asks: typeof lists.coulisses) => ({ name, measure: () => rate(target, asks, { seconds: world.seconds }) })
  const contenders = [
    of('Coulisses', coulisses, lists.coulisses), of('Coulisses without rights', off, lists.coulisses),
    of('PostGraphile', postgraphile, lists.postgraphile), of('SQL by hand', byHand, lists.byHand),
  ]
  // Warm: plans prepared, documents and functions compiled.
  await rounds(contenders, 1)
  const series = await rounds(contenders, world.rounds)
  await Promise.all([coulisses, off, postgraphile, byHand].map((server) => server.stop()))
  const detail = `requests per second, ${CONNECTIONS} connections: ${told(series, '/s')}`
  return [
    atLeast('List of 20 of 100,000 offers against PostGraphile 5', 1.2, ratio(series, 'Coulisses', 'PostGraphile'), detail),
    atMost('Time of that list with rights on against rights off', 1.15, ratio(series, 'Coulisses without rights', 'Coulisses'), 'from the same rounds; off: no account looked up, no rules, no row filters'),
    { what: 'The same list against hand-written SQL behind plain `node:http`', goal: '(the limit)', measured: `${ratio(series, 'Coulisses', 'SQL by hand').toFixed(2)} ×`, met: true, detail: 'from the same rounds' },
  ]
}

async function sameAnswers({ coulisses, off, postgraphile, byHand }: Readonly<Record<'coulisses' | 'off' | 'postgraphile' | 'byHand', Served>>): Promise<void> {
  for (const [index, ask] of lists.coulisses.entries()) {
    const other = (of: typeof lists.coulisses) => of[index] ?? ask
    const expected = byName((await once<ByHandAnswer>(byHand, other(lists.byHand))).offers)
    deepStrictEqual(byName((await once<CoulissesAnswer>(coulisses, ask)).castingOffers.items), expected)
    deepStrictEqual(byName((await once<CoulissesAnswer>(off, ask)).castingOffers.items), expected)
    deepStrictEqual(byName(fromPostgraphile(await once<PostgraphileAnswer>(postgraphile, other(lists.postgraphile)))), expected)
  }
}
