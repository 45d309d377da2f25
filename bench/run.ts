import { compareCommandLine } from './compare/cli.ts'
import { compareCrowds } from './compare/crm.ts'
import { compareLists } from './compare/list.ts'
import { measureMemory } from './compare/memory.ts'
import { compareFeed } from './compare/feed.ts'
import { comparePages, compareSizes } from './compare/paging.ts'
import { compareRights } from './compare/rights.ts'
import { compareSearch } from './compare/search.ts'
import { compareStarts } from './compare/start.ts'
import { compareSite } from './compare/site.ts'
import { compareWrites } from './compare/writes.ts'
import { writeReport } from './frame/report.ts'
import type { Result } from './frame/result.ts'
import { openWorld, type World } from './frame/world.ts'

/** The comparisons by name; `npm run bench -- list pages` runs some of them. */
const comparisons = {
  start: async (world) => compareStarts(world, await world.filled(10_000)),
  list: async (world) => compareLists(world, await world.filled(100_000)),
  pages: async (world) => comparePages(world, await world.filled(100_000)),
  sizes: async (world) => compareSizes(world, await world.filled(10_000), await world.filled(1_000_000)),
  search: async (world) => compareSearch(world, await world.published(10_000), await world.published(1_000_000)),
  feed: async (world) => compareFeed(world, await world.published(100_000)),
  rights: async (world) => compareRights(world, await world.filled(100_000)),
  writes: async (world) => compareWrites(world, await world.filled(100_000)),
  cli: async (world) => compareCommandLine(world, await world.filled(10_001)),
  site: async (world) => compareSite(world, await world.published(100_000)),
  crm: async (world) => compareCrowds(world, await world.filled(10_000)),
  memory: async (world) => measureMemory(world, await world.filled(100_000)),
} satisfies Readonly<Record<string, (world: World) => Promise<Result[]>>>

const isName = (name: string): name is keyof typeof comparisons => name in comparisons

const say = (line: string): void => console.log(`${new Date().toLocaleTimeString('en-GB')}  ${line}`)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !isName(name))
if (unknown.length > 0) {
  console.error(`There is no comparison ${unknown.join(', ')}; there are ${Object.keys(comparisons).join(', ')}.`)
  process.exit(2)
}

const names = Object.keys(comparisons) as (keyof typeof comparisons)[]
const rounds = Number(process.env['ROUNDS'] ?? 7)
const world = await openWorld({ rounds, seconds: Number(process.env['SECONDS'] ?? 5), say })
const ran = new Map<string, readonly Result[]>()
try {
  for (const name of wanted.length > 0 ? wanted.filter(isName) : names) {
    const results = await comparisons[name](world)
    for (const result of results) say(`${result.met ? 'met ' : 'MISSED'}  ${result.what}: ${result.measured} (goal ${result.goal})\n          ${result.detail}`)
    ran.set(name, results)
  }
} finally {
  await world.stop()
}
// A shorter try than this proves nothing.
if (rounds >= 5) writeReport(ran, names)
process.exitCode = [...ran.values()].flat().every(({ met }) => met) ? 0 : 1
