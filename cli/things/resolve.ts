import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { clean } from '../out/clean.ts'
import { isObject, type Json } from '../remote/graphql.ts'
import { at, type Row } from './shown.ts'
import { selectionOf } from './selection.ts'
import type { Lookup } from './types.ts'

const OFFERED = 20
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface Found {
  readonly id: string
  readonly label: string
}

/** Finds the record that somebody means: by id, short number, exact name, or words. Several: asks, or refuses where nobody can be asked. */
export async function resolve(context: Context, lookup: Lookup, said: string): Promise<Found> {
  for (const filter of waysToMean(lookup, said.trim())) {
    const found = await candidates(context, lookup, filter)
    const [only] = found
    if (only && found.length === 1) return only
    if (found.length > 1) return choose(context, lookup, said, found)
  }
  throw new Failure(1, { fr: '{what} « {said} » : introuvable, ou hors de votre accès.', en: '{what} “{said}”: not found, or not yours to see.' }, { what: context.say(lookup.label), said })
}

/** From the strictest to the loosest; the first that finds something is meant. */
function waysToMean(lookup: Lookup, said: string): Json[] {
  if (uuid.test(said)) return [{ id: { eq: said.toLowerCase() } }]
  if (lookup.numbered && /^#?\d{1,15}$/.test(said)) return [{ number: { eq: Number(said.replace('#', '')) } }]
  return [{ or: lookup.names.map((name) => ({ [name]: { eq: said } })) }, { q: said }]
}

/** Records that a filter finds, with the words to tell them apart. */
export async function candidates(context: Context, lookup: Lookup, filter: Json, size = OFFERED): Promise<Found[]> {
  const document = `query Find($filter: ${lookup.type}Filter, $size: Int) { found: ${lookup.plural}(filter: $filter, page: { size: $size }) { items { ${selectionOf(['id', ...lookup.shows])} } } }`
  const { data } = await context.remote.ask(document, { filter: within(lookup, filter), size })
  const list = data['found']
  const items = isObject(list) && Array.isArray(list['items']) ? list['items'].filter(isObject) : []
  return items.map((row) => ({ id: String(row['id']), label: labelOf(lookup, row) }))
}

/** A filter, of the event company's records only. */
export const within = ({ within: part }: Lookup, filter: Json | undefined): Json | undefined =>
  (part === undefined || filter === undefined ? part ?? filter : { and: [filter, part] })

const labelOf = (lookup: Lookup, row: Row): string =>
  lookup.shows.map((path) => at(row, path.split('.'))).filter((value) => value !== null && value !== '').map(String).join(' · ')

async function choose(context: Context, lookup: Lookup, said: string, found: readonly Found[]): Promise<Found> {
  const values = { what: context.say(lookup.label), said }
  if (!context.interactive) {
    throw new Failure(1, { fr: '{what} « {said} » : plusieurs possibles ({names}). Donnez le numéro ou le nom exact.', en: '{what} “{said}”: several are possible ({names}). Give the number or the exact name.' },
      { ...values, names: found.slice(0, 5).map(({ label }) => label).join(', ') + (found.length > 5 ? '…' : '') })
  }
  const { askChoice } = await context.later()
  const id = await askChoice(context.say({ fr: '{what} « {said} » : lequel ?', en: '{what} “{said}”: which one?' }, { ...values, said: clean(said) }), found.map(({ id: value, label }) => ({ value, name: label })))
  return found.find((one) => one.id === id) ?? { id, label: said }
}
