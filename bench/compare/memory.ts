import { Client } from 'pg'
import { eachPerSecond } from '../frame/loops.ts'
import { once } from '../frame/load.ts'
import { atMost, short, type Result } from '../frame/result.ts'
import type { World } from '../frame/world.ts'
import { mixed } from '../questions/mixed.ts'
import { groundOf } from './writes.ts'

const REQUESTS = 10_000
const STEP = 500
const MEGABYTE = 1_000_000
/** What may come and go with the collection of garbage, by the half of the requests. */
const FLAT = 10

/** Resident memory of the product, jobs and all, while people work with it. */
export async function measureMemory(world: World, databaseUrl: string): Promise<Result[]> {
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  const ground = await groundOf(database)
  const offers = (await database.query<{ id: string }>('select id from casting_offer order by id limit 500')).rows.map(({ id }) => id)
  await database.end()
  let server = await world.signedIn(databaseUrl)
  const after: number[] = []
  for (let done = 0; done < 2 * REQUESTS; done += STEP) {
    if (done > 0 && done % (REQUESTS / 2) === 0) server = await world.signIn(server)
    const asked = server
    await eachPerSecond(Array.from({ length: STEP }, (_, index) => done + index), (turn) => once(asked, mixed(ground, offers, turn)), 8)
    after.push((await server.usage()).memory / MEGABYTE)
  }
  await server.stop()
  const [first, second] = [after.slice(0, REQUESTS / STEP), after.slice(REQUESTS / STEP)]
  const samples = after.filter((_, index) => index % 4 === 3).map(short).join(' ')
  return [
    atMost(`Resident memory after ${REQUESTS.toLocaleString('en')} mixed requests, at its highest`, 350, Math.max(...first), `every 2,000 requests, to 20,000: ${samples} MB`, 'MB'),
    atMost('Its growth over the next 10,000', FLAT, slope(second) * REQUESTS, 'least squares over the samples, one per 500 requests', 'MB'),
  ]
}

/** Megabytes per request. */
function slope(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length
  const [rise, run] = samples.reduce(([up, along], sample, index) => [up + (index - middle) * (sample - mean), along + (index - middle) ** 2], [0, 0])
  return rise / run / STEP
}
