import type { Given } from '../command/types.ts'
import { flag } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Journal, type Sent } from '../csv/journal.ts'
import { clean } from '../out/clean.ts'
import { isObject } from '../remote/graphql.ts'
import { whoAmI } from '../remote/me.ts'
import { makeSure } from './sure.ts'

const TOGETHER = 100
const WITHDRAW = 'mutation Withdraw($clients: [ID!]!) { withdrawClients(clients: $clients) }'

/** Takes back a whole import, or nothing of it: all is tried before anything is done. */
export async function importUndo(context: Context, given: Given): Promise<void> {
  const journal = new Journal(process.env)
  const { name, ids: known, file, unheard } = journal.find(given.words[0], context.remote.server.origin)
  const ids = [...new Set([...known, ...await createdOf(context, unheard)])]
  for (const group of groups(ids)) await context.remote.ask(WITHDRAW, { clients: group }, true)
  if (flag(given, 'dry-run')) {
    context.out.note(context.say({ fr: '{count} fiches de {file} seraient retirées. Rien n’a été fait.', en: '{count} records of {file} would be taken back. Nothing was done.' }, { count: ids.length, file: clean(file) }))
    return
  }
  await makeSure(context, given, context.say({ fr: 'Retirer les {count} fiches de {file} ?', en: 'Take back the {count} records of {file}?' }, { count: ids.length, file: clean(file) }))
  for (const group of groups(ids)) await context.remote.ask(WITHDRAW, { clients: group })
  journal.taken(name)
  context.out.note(context.colours.good(context.say({ fr: '{count} fiches retirées.', en: '{count} records taken back.' }, { count: ids.length })))
}

/**
 * Which of the lines that were sent last, and never answered, are there. They were new when they were tried, just
 * before; and whatever was not created by whoever asks, or was touched since, the server does not take back.
 */
async function createdOf(context: Context, unheard: readonly Sent[]): Promise<string[]> {
  if (unheard.length === 0) return []
  const { id: me } = await whoAmI(context.remote)
  const filter = { or: unheard.map(({ fullName, email }) => ({ fullName: { eq: fullName }, email: { eq: email } })), salesContact: { id: { eq: me } } }
  const { data } = await context.remote.ask('query Unheard($filter: ClientFilter) { found: clients(filter: $filter, page: { size: 100 }) { items { id } } }', { filter })
  const found = data['found']
  return isObject(found) && Array.isArray(found['items']) ? found['items'].filter(isObject).map(({ id }) => String(id)) : []
}

/** The last ones first, as they were made last. */
function groups(ids: readonly string[]): string[][] {
  const back = [...ids].reverse()
  return Array.from({ length: Math.ceil(back.length / TOGETHER) }, (_, index) => back.slice(index * TOGETHER, (index + 1) * TOGETHER))
}

export async function importList(context: Context): Promise<void> {
  for (const { name, server, file, ids } of new Journal(process.env).all()) await context.out.line([name, server, String(ids.length), clean(file)].join('  '))
}
