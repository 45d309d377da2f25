import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { clean, cleanLines, json } from '../out/clean.ts'
import { isObject } from '../remote/graphql.ts'
import { things } from '../things/index.ts'
import { resolve } from '../things/resolve.ts'
import { at } from '../things/shown.ts'
import type { Thing, ThingName } from '../things/types.ts'
import { showInstant } from '../time/show.ts'
import { USUAL_ZONE } from '../time/zone.ts'

const MOST = 50

const thingNamed = (name: ThingName): Thing => {
  const thing = things.find((one) => one.name === name)
  if (!thing) throw new Error(`no thing ${name}`)
  return thing
}

/** Says something of a record to all who may read it. */
export async function comment(name: ThingName, context: Context, given: Given): Promise<void> {
  const thing = thingNamed(name)
  const { id } = await resolve(context, thing, given.words[0] ?? '')
  const said = given.words[1]
  const body = said === '-' ? await wholeInput() : said ?? (context.interactive ? await askComment(context) : undefined)
  if (body === undefined || body.trim() === '') throw misuse({ fr: '{name} comment : il manque le texte.', en: '{name} comment: the text is missing.' }, { name })
  const trial = flag(given, 'dry-run')
  await context.remote.ask('mutation Comment($input: CommentCreateInput!) { createComment(input: $input) { id } }', { input: { subject: { entity: thing.type, id }, body } }, trial)
  context.out.note(trial ? context.say({ fr: 'Essai seulement : rien n’a été fait.', en: 'Only tried: nothing was done.' }) : context.colours.good(context.say({ fr: 'Commentaire enregistré.', en: 'Comment saved.' })))
}

async function askComment(context: Context): Promise<string> {
  const { askText } = await context.later()
  return askText(context.say({ fr: 'Commentaire', en: 'Comment' }))
}

const LONGEST = 20_000

async function wholeInput(): Promise<string> {
  let typed = ''
  for await (const part of process.stdin.setEncoding('utf8')) {
    typed += String(part)
    if (typed.length > LONGEST) break
  }
  return typed.trimEnd()
}

/** What was said of a record, the latest last. */
export async function comments(name: ThingName, context: Context, given: Given): Promise<void> {
  const { out, locale, colours } = context
  const thing = thingNamed(name)
  const { id } = await resolve(context, thing, given.words.join(' '))
  const { data } = await context.remote.ask(
    'query Comments($filter: CommentFilter, $size: Int) { list: comments(filter: $filter, sort: [{ createdAt: DESC }], page: { size: $size }) { items { id body createdAt author { fullName } } } }',
    { filter: { subject: { entity: thing.type, id }, state: { eq: 'VISIBLE' } }, size: MOST },
  )
  const list = data['list']
  const items = isObject(list) && Array.isArray(list['items']) ? list['items'].filter(isObject).reverse() : []
  if (flag(given, 'json')) {
    await out.line(json(items.map((row) => ({ id: row['id'], at: row['createdAt'], author: at(row, ['author', 'fullName']), body: row['body'] })), 2))
    return
  }
  for (const row of items) {
    await out.line(`${colours.strong(clean(String(at(row, ['author', 'fullName']) ?? '')))} ${colours.faint(showInstant(String(row['createdAt']), USUAL_ZONE, locale))}`)
    for (const text of cleanLines(String(row['body']))) await out.line(`  ${text}`)
  }
  if (items.length === 0 && out.terminal) out.note(context.say({ fr: 'Aucun commentaire.', en: 'No comments.' }))
}
