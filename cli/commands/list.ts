import { writeCsv } from './listCsv.ts'
import { writeTable } from './listTable.ts'
import { flag, text, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Failure, misuse } from '../failure.ts'
import { json } from '../out/clean.ts'
import { writeExport } from '../things/exported.ts'
import { pagesOf, type Listing, type Page } from '../things/pages.ts'
import { dataOf } from '../things/shown.ts'
import { fieldOf, type Field, type Thing } from '../things/types.ts'
import { isObject, type Json } from '../remote/graphql.ts'
import { RemoteError } from '../remote/remoteError.ts'

const USUAL = 20

/** More than this in a pipe or a file come in one stream, and not page by page. */
const PAGE = 100

/** A page of records, or all of them: what was written is not kept. */
export async function list(thing: Thing, context: Context, given: Given): Promise<void> {
  const many = flag(given, 'all') ? Infinity : limitOf(given)
  const form = flag(given, 'json') ? 'json' : flag(given, 'csv') ? 'csv' : 'table'
  const conditions = await conditionsOf(thing, { context, given })
  const filter = conditions.length > 1 ? { and: conditions.map(({ where }) => where) } : conditions[0]?.where
  const listing = { fields: fieldsOf(thing, given, form !== 'table'), filter, sort: sortOf(thing, given), many }
  try {
    await writeAs(form, context, thing, listing)
  } catch (error) {
    throw refusedOption(error, conditions) ?? error
  }
}

async function writeAs(form: 'json' | 'csv' | 'table', context: Context, thing: Thing, listing: Listing): Promise<void> {
  if (form !== 'table' && listing.many > PAGE) return await writeExport(context, thing, form, listing)
  const pages = pagesOf(context, thing, listing)
  if (form === 'json') await writeJson(context, listing.fields, pages)
  else if (form === 'csv') await writeCsv(context.out, listing.fields, pages)
  else await writeTable(context, thing, listing.fields, pages)
}

function limitOf(given: Given): number {
  const said = text(given, 'limit')
  if (said === undefined) return USUAL
  if (!/^[1-9]\d{0,8}$/.test(said)) throw misuse({ fr: '--limit : un nombre à partir de 1.', en: '--limit: a number from 1.' })
  return Number(said)
}

/** Those asked for, else all for programs, and for people those that tell most. */
function fieldsOf(thing: Thing, given: Given, all: boolean): Field[] {
  const said = text(given, 'fields')
  const readable = thing.fields.filter(({ read, whole }) => read !== undefined && !whole)
  if (said === undefined) return all ? readable : thing.list.map((name) => fieldOf(thing, name))
  return said.split(',').map((name) => {
    const field = readable.find((one) => one.name === name.trim())
    if (!field) throw misuse({ fr: '--fields : {name} n’existe pas ; au choix {known}.', en: '--fields: there is no {name}; one of {known}.' }, { name, known: readable.map((one) => one.name).join(', ') })
    return field
  })
}

interface Asked {
  readonly option: string
  readonly where: Json
}

async function conditionsOf(thing: Thing, asking: { readonly context: Context; readonly given: Given }): Promise<Asked[]> {
  const parts: Asked[] = []
  for (const { option, where } of thing.filters) {
    const value = asking.given.options.get(option.name)
    if (value !== undefined) parts.push({ option: option.name, where: await where(value === true ? '' : value, asking) })
  }
  return parts
}

/** What is wrong with a filter is told by the option that he wrote. */
function refusedOption(error: unknown, conditions: readonly Asked[]): Failure | undefined {
  const fault = error instanceof RemoteError ? error.faults.flatMap(({ fields }) => fields).find(({ path }) => path.startsWith('filter.')) : undefined
  if (!(error instanceof RemoteError) || !fault) return undefined
  const names = new Set(fault.path.split('.'))
  const [, index] = /^filter\.and\.(\d+)\./.exec(fault.path) ?? []
  const meant = index === undefined ? conditions.find(({ where }) => isObject(where) && Object.keys(where).some((name) => names.has(name))) : conditions[Number(index)]
  if (meant && error.code !== 'FORBIDDEN') return new Failure(1, { fr: '--{option} : {why}', en: '--{option}: {why}' }, { option: meant.option, why: fault.message }, error.details)
  return meant && new Failure(1, { fr: '--{option} : vous n’avez pas le droit de le demander.', en: '--{option}: you are not allowed to ask this.' }, { option: meant.option }, error.details)
}

/** `--sort name`, `--sort -number,name`: a minus for the other way round. */
function sortOf(thing: Thing, given: Given): Json {
  return (text(given, 'sort') ?? thing.sorted).split(',').map((part) => {
    const name = part.trim().replace(/^[-+]/, '')
    const field = thing.fields.find((one) => one.name === name && one.sort !== undefined)
    if (!field?.sort) throw misuse({ fr: '--sort : {name} n’est pas un ordre ; au choix {known}.', en: '--sort: there is no order {name}; one of {known}.' }, { name, known: thing.fields.filter(({ sort }) => sort).map((one) => one.name).join(', ') })
    return { [field.sort]: part.trim().startsWith('-') ? 'DESC' : 'ASC' }
  })
}

/** An array of objects whose names do not change, written as it comes. */
async function writeJson({ out }: Context, fields: readonly Field[], pages: AsyncIterable<Page>): Promise<void> {
  const readers = fields.map((field) => [field.name, dataOf(field)] as const)
  let first = true
  for await (const { rows } of pages) {
    let text = ''
    for (const row of rows) {
      text += `${first ? '[\n' : ',\n'}${json({ id: row['id'], ...Object.fromEntries(readers.map(([name, read]) => [name, read(row)])) })}`
      first = false
    }
    await out.write(text)
  }
  await out.line(first ? '[]' : '\n]')
}
