import { deepStrictEqual } from 'node:assert'
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { CONNECTIONS, bodies, once, rateOf, type Target } from '../frame/load.ts'
import { atLeast, told, type Result } from '../frame/result.ts'
import { ratio, rounds } from '../frame/rounds.ts'
import type { Served, World } from '../frame/world.ts'
import { fromPostgraphile, plain, type ByHandAnswer, type PostgraphileAnswer, type CoulissesAnswer } from '../questions/list.ts'
import { postgraphileSearch, siteDocument, someMoment } from '../questions/site.ts'

const ALIAS = 'bench-search.v1'

/** The public search at `/site`, among 100,000 published offers: not kept, and kept. */
export async function compareSite(world: World, databaseUrl: string): Promise<Result[]> {
  const coulisses = await opened(world, databaseUrl)
  const postgraphile = await world.serve('postgraphile', databaseUrl)
  const byHand = await world.serve('siteByHand', databaseUrl)
  await sameAnswers({ coulisses, postgraphile, byHand })
  const kept = { url: `${coulisses.url}/${ALIAS}?variables=${encodeURIComponent(JSON.stringify({ before: someMoment() }))}` }
  const constant = await world.serve('siteByHand', databaseUrl, { constant: await (await fetch(kept.url)).text() })
  world.say('site: all answer the same')

  const asked = (name: string, target: Target, body: () => unknown) => ({ name, measure: () => rateOf(target, bodies(body), { seconds: world.seconds }) })
  const read = (name: string, target: Target) => ({ name, measure: () => rateOf(target, [{ method: 'GET' }], { seconds: world.seconds }) })
  const contenders = [
    asked('/site', coulisses, () => ({ documentId: ALIAS, variables: { before: someMoment() } })),
    asked('PostGraphile', postgraphile, () => ({ query: postgraphileSearch, variables: { before: someMoment(), now: new Date().toISOString() } })),
    asked('SQL by hand', byHand, () => ({ variables: { before: someMoment() } })),
    read('/site, kept', kept), read('A constant', constant),
  ]
  await rounds(contenders, 1)
  const series = await rounds(contenders, world.rounds)
  await Promise.all([coulisses, postgraphile, byHand, constant].map((server) => server.stop()))
  const detail = `requests per second, ${CONNECTIONS} connections: ${told(series, '/s')}`
  return [
    atLeast('Public search among 100,000 published offers, not kept, against PostGraphile 5', 1.7, ratio(series, '/site', 'PostGraphile'), detail),
    atLeast('The same against hand-written SQL behind plain `node:http`', 0.85, ratio(series, '/site', 'SQL by hand'), 'from the same rounds'),
    atLeast('The same, kept, against not kept', 8, ratio(series, '/site, kept', '/site'), 'from the same rounds'),
    atLeast('The same, kept, against a constant of the same size from `node:http`', 0.5, ratio(series, '/site, kept', 'A constant'), 'from the same rounds'),
  ]
}

/** The product, with the document of this comparison in service. */
async function opened(world: World, databaseUrl: string): Promise<Served> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`insert into persisted_query (name, revision, alias, hash, document, client, state) values ('bench-search', 1, $1, $2, $3, 'SITE', 'ACTIVE') on conflict do nothing`,
    [ALIAS, createHash('sha256').update(siteDocument).digest('hex'), siteDocument]).finally(() => client.end())
  const served = await world.serve('coulisses', databaseUrl)
  return { ...served, url: served.url.replace('/graphql', '/site') }
}

async function sameAnswers({ coulisses, postgraphile, byHand }: Readonly<Record<'coulisses' | 'postgraphile' | 'byHand', Served>>): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    const variables = { before: someMoment(), now: new Date().toISOString() }
    const expected = plain((await once<ByHandAnswer>(byHand, { query: '', variables })).offers)
    deepStrictEqual(plain((await once<CoulissesAnswer>(coulisses, { documentId: ALIAS, variables: { before: variables.before } })).castingOffers.items), expected)
    deepStrictEqual(plain(fromPostgraphile(await once<PostgraphileAnswer>(postgraphile, { query: postgraphileSearch, variables }))), expected)
  }
}
