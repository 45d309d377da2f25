import type { Context } from '../context.ts'
import { isObject, type Answer, type Json } from '../remote/graphql.ts'
import { within } from './resolve.ts'
import { selectionFor } from './selection.ts'
import type { Row } from './shown.ts'
import type { Field, Thing } from './types.ts'

export interface Page {
  readonly rows: readonly Row[]
  readonly more: boolean
  readonly end: string | undefined
}

export interface Listing {
  readonly fields: readonly Field[]
  readonly filter: Json | undefined
  readonly sort: Json
  /** How many at most; `Infinity` for all. */
  readonly many: number
}

const LARGEST = 100

/** Pages by cursor; the next one is asked for while the last is written, and none is kept. */
export async function* pagesOf(context: Context, thing: Thing, { fields, filter, sort, many }: Listing): AsyncGenerator<Page> {
  const document = `query List($filter: ${thing.type}Filter, $sort: [${thing.type}Sort!], $size: Int, $after: String) { page: ${thing.plural}(filter: $filter, sort: $sort, page: { size: $size, after: $after }) { items { ${selectionFor(fields)} } pageInfo { hasNextPage endCursor } } }`
  const ask = (cursor: string | undefined, size: number): Promise<Answer> => context.remote.ask(document, { filter: within(thing, filter), sort, size, after: cursor })
  let left = many
  let asked: Promise<Answer> | undefined = ask(undefined, Math.min(LARGEST, left))
  const told = new Set<string>()
  while (asked) {
    const answer: Answer = await asked
    const page = read(answer)
    left -= page.rows.length
    asked = page.more && left > 0 && page.end !== undefined ? ask(page.end, Math.min(LARGEST, left)) : undefined
    // Its failure is told when its turn comes, not before.
    asked?.catch(() => undefined)
    tellRefused(context, answer, told)
    yield page
  }
}

function read({ data }: Answer): Page {
  const page = data['page']
  const info = isObject(page) ? page['pageInfo'] : undefined
  const rows = isObject(page) && Array.isArray(page['items']) ? page['items'].filter(isObject) : []
  return { rows, more: isObject(info) && info['hasNextPage'] === true, end: isObject(info) && typeof info['endCursor'] === 'string' ? info['endCursor'] : undefined }
}

/** Columns that the caller may not read are empty; it is said once, to whoever wants details. */
function tellRefused({ verbose, out, say }: Context, { refused }: Answer, told: Set<string>): void {
  for (const { path } of refused) {
    const name = path.filter((step) => !/^\d+$/.test(step)).slice(2).join('.')
    if (!verbose || told.has(name)) continue
    told.add(name)
    out.note(say({ fr: 'Hors de votre accès : {name}.', en: 'Not yours to see: {name}.' }, { name }))
  }
}
