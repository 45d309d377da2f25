import { bundle } from '../frame/bundle.ts'
import { once } from '../frame/load.ts'
import { atMost, short, type Result } from '../frame/result.ts'
import { rounds } from '../frame/rounds.ts'
import { POOL, type World } from '../frame/world.ts'
import { start } from '../servers/child.ts'

const ENTITIES = 160
/** What the back office asks first; the answer is made once for each set of rights. */
const first = { query: '{ __schema { types { name fields { name type { name } } } } }', variables: {} }

/** How much longer the API takes to start when a hundred and sixty more entities are declared. */
export async function compareStarts(world: World, databaseUrl: string): Promise<Result[]> {
  const file = await bundle('servers/generated.ts')
  const asked: number[] = []
  const contender = (name: string, entities: number) => ({
    name, measure: async () => {
      const server = await start(file, { databaseUrl, pool: POOL, entities })
      const begun = performance.now()
      await once(server, first)
      if (entities > 0) asked.push(performance.now() - begun)
      await server.stop()
      return server.startedIn
    },
  })
  const series = await rounds([contender('few', 0), contender('many', ENTITIES)], world.rounds)
  const [few, many] = [series.get('few')?.median ?? Number.NaN, series.get('many')?.median ?? Number.NaN]
  const detail = `from the start of the process to an open port: ${short(few)} ms with 4, ${short(many)} ms with ${4 + ENTITIES}; the first introspection then takes ${short([...asked].sort((one, other) => one - other)[Math.floor(asked.length / 2)] ?? Number.NaN)} ms`
  return [atMost(`Start with ${ENTITIES} more declared entities takes longer by`, 1.5, (many - few) / 1_000, detail, 's')]
}
