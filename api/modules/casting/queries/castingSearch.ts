import { shape } from '#model'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { visitors } from '#schema/roles.ts'
import { date } from '../../../model/fields/date.ts'
import { instant } from '../../../model/fields/instant.ts'
import { integer } from '../../../model/fields/integer.ts'
import { position } from '../../../model/fields/position.ts'
import { text } from '../../../model/fields/text.ts'
import { argument } from '../../argument.ts'
import { rootQuery, type Reading } from '../../../read/rootQuery.ts'
import { criteriaOf, wordsOf, type Args } from '../search/criteria.ts'
import { decodeCursor, encodeCursor, type Position } from '../search/cursor.ts'
import { asHtml } from '../search/highlight.ts'
import { foundBy } from '../search/newest.ts'
import { placeOf } from '../search/place.ts'
import { COUNTED, searchStatement } from '../search/statement.ts'

const facetValue = shape('CastingSearchValue', { id: { type: 'ID', required: true }, name: 'String', count: { type: 'Int', required: true } }, 'How many of the offers found have one value. With `more`, among those counted.')
const values = { type: facetValue, many: true, required: true } as const

const hit = shape('CastingSearchHit', {
  offer: { type: () => CastingOffer },
  title: { type: 'Html', description: 'The title with what was found in `<mark>`; everything else is escaped. Null without words.' },
  snippet: { type: 'Html', description: 'Parts of the description, in the same form.' },
  distance: { type: 'Float', description: 'Kilometres from the town or position.' },
})

const place = shape('CastingSearchPlace', {
  name: 'String', postcode: 'String', region: 'String', latitude: { type: 'Float', required: true }, longitude: { type: 'Float', required: true }, km: { type: 'Float', required: true },
  estimated: { type: 'Boolean', description: 'The position is that of the towns of the same postcode.' },
  others: { type: shape('CastingSearchTown', { name: { type: 'String', required: true }, postcode: { type: 'String', required: true }, region: 'String' }, 'A smaller town of the same name: `town: "<name>, <region>"` means that one.'), many: true },
})

const answer = shape('CastingSearch', {
  items: { type: hit, many: true, required: true },
  total: { type: 'Int', required: true, description: `The number of offers found; at most ${COUNTED}: then \`more\` says whether there are others.` },
  more: { type: 'Boolean', required: true },
  facets: { type: shape('CastingSearchFacets', { domains: values, professions: values, contractTypes: values, regions: values, categories: values }, 'Each facet is counted as if it were not narrowed itself.'), required: true },
  place: { type: place },
  pageInfo: { type: shape('CastingSearchPageInfo', { hasNextPage: { type: 'Boolean', required: true }, endCursor: 'String' }), required: true },
}, 'What the public finds among published, unexpired offers.')

const ids = { kind: 'record', options: {}, many: true } as const

export default rootQuery({
  name: 'castingSearch',
  description: 'Published offers by words, trade, contract, place and date, with the number of offers for each value. `order`: `RELEVANCE` (with words, unless said) or `DATE`, the newest first.',
  access: visitors,
  args: {
    words: argument(text, { max: 200 }),
    domains: ids, professions: ids, contractTypes: ids, regions: ids, categories: ids,
    town: argument(text, { max: 120 }), near: argument(position, {}), km: argument(integer, { min: 1, max: 500 }),
    startsFrom: argument(date, {}), startsUntil: argument(date, {}), publishedSince: argument(instant, {}),
    order: argument(text, { max: 9, pattern: /^(RELEVANCE|DATE)$/, patternHelp: { fr: 'RELEVANCE ou DATE.', en: 'RELEVANCE or DATE.' } }),
    first: argument(integer, { min: 1, max: 100 }), after: argument(text, { max: 400 }),
  },
  returns: answer,
  run: search,
})

interface Found extends Position {
  readonly offer: unknown
  readonly title: unknown
  readonly snippet: unknown
  readonly distance: unknown
}

async function search(reading: Reading, args: Args): Promise<unknown> {
  const after = decodeCursor(args)
  const around = await placeOf(reading, args)
  const words = wordsOf(args)
  const found = words === undefined ? undefined : await foundBy(reading, words, after?.asOf, around)
  const criteria = criteriaOf(reading, args, found, around)
  const first = Number(args['first'] ?? 20)
  const byRelevance = found !== undefined && args['order'] !== 'DATE'
  const [row = {}] = await reading.query(searchStatement(reading, { criteria, byRelevance, first, after }))
  const items = (row['items'] ?? []) as readonly Found[]
  const last = items.at(-1)
  const asOf = after?.asOf ?? String(row['asOf'])
  return {
    items: items.map((item) => ({ ...item, title: asHtml(item.title), snippet: asHtml(item.snippet) })),
    total: Math.min(Number(row['found']), COUNTED), more: Number(row['found']) > COUNTED,
    facets: row['facets'], place: around,
    pageInfo: { hasNextPage: Number(row['rows']) > first, endCursor: last ? encodeCursor(args, { ...last, asOf }) : null },
  }
}
