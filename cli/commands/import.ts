import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { columnsOf } from '../csv/columns.ts'
import { Journal, type Writing } from '../csv/journal.ts'
import { readSheet } from '../csv/read.ts'
import { readLines, sendLines, type Outcome } from '../csv/trial.ts'
import { Failure } from '../failure.ts'
import { clean, json } from '../out/clean.ts'
import { cells, layOut, line } from '../out/table.ts'
import { measureFor } from '../out/width.ts'
import type { Thing } from '../things/types.ts'
import type { Labels } from '../text/labels.ts'
import { makeSure } from './sure.ts'

const words: Readonly<Record<Outcome['is'], Labels>> = { new: { fr: 'nouveau', en: 'new' }, there: { fr: 'déjà là', en: 'already there' }, faulty: { fr: 'refusé', en: 'refused' } }

/** Tries every line, tells what would become of it, and on a word creates them. */
export async function importFile(thing: Thing, context: Context, given: Given): Promise<void> {
  const [path = ''] = given.words
  const sheet = await readSheet(path)
  const columns = columnsOf(thing, sheet.header)
  if (sheet.windows) context.out.note(context.say({ fr: 'Ce fichier n’est pas en UTF-8 : il est lu comme Windows-1252.', en: 'This file is not UTF-8: it is read as Windows-1252.' }))
  if (columns.ignored.length > 0) context.out.note(context.say({ fr: 'Colonnes laissées de côté : {names}.', en: 'Columns passed over: {names}.' }, { names: clean(columns.ignored.slice(0, 20).join(', ')) }))
  const tried = await sent(context, thing, await readLines(context, sheet.rows, columns), true)
  await tell(context, given, tried)
  const { fresh, faulty } = count(tried)
  if (faulty > 0 && !flag(given, 'good-lines')) throw new Failure(1, { fr: '{faulty} lignes refusées : rien n’a été importé. --good-lines importe les autres.', en: '{faulty} lines refused: nothing was imported. --good-lines imports the others.' }, { faulty })
  if (flag(given, 'dry-run') || fresh === 0) {
    context.out.note(context.say({ fr: 'Rien n’a été importé.', en: 'Nothing was imported.' }))
    return
  }
  await makeSure(context, given, context.say({ fr: 'Créer {fresh} fiches ?', en: 'Create {fresh} records?' }, { fresh }))
  await importLines(thing, context, tried, path)
}

const count = (outcomes: readonly Outcome[]): { fresh: number; faulty: number } =>
  ({ fresh: outcomes.filter(({ is }) => is === 'new').length, faulty: outcomes.filter(({ is }) => is === 'faulty').length })

/** The lines in their order, with what the server said of the new ones. */
async function sent(context: Context, thing: Thing, lines: readonly Outcome[], trial: boolean, journal?: Pick<Writing, 'sending' | 'made'>): Promise<Outcome[]> {
  const told = new Map<number, Outcome>()
  for await (const group of sendLines(context, thing, lines, trial, (next) => journal?.sending(next.map(({ input = {} }) => ({ fullName: String(input['fullName']), email: String(input['email']) }))))) {
    journal?.made(idsOf(group))
    for (const outcome of group) told.set(outcome.line, outcome)
    context.out.progress(context.say(trial ? { fr: 'Essai : {done} lignes…', en: 'Trying: {done} lines…' } : { fr: 'Import : {done} lignes…', en: 'Importing: {done} lines…' }, { done: told.size }))
  }
  context.out.progress('')
  return lines.map((outcome) => told.get(outcome.line) ?? outcome)
}

const idsOf = (group: readonly Outcome[]): string[] => group.flatMap(({ is, id }) => (is === 'new' && id !== undefined ? [id] : []))

async function importLines(thing: Thing, context: Context, lines: readonly Outcome[], path: string): Promise<void> {
  const journal = new Journal(process.env).begin(context.remote.server.origin, path, new Date())
  let made = 0
  const keeping = { ...journal, made: (ids: readonly string[]): void => { journal.made(ids); made += ids.length } }
  const undo = { name: journal.name, thing: thing.name }
  try {
    await sent(context, thing, lines, false, keeping)
  } catch (error) {
    context.out.note(context.say({ fr: '{made} fiches créées avant l’arrêt. Le même import reprend où il en est ; pour tout défaire : coulisses crm import undo {name}', en: '{made} records created before it stopped. The same import goes on from there; to take all of it back: coulisses crm import undo {name}' }, { ...undo, made }))
    throw error
  }
  context.out.note(context.colours.good(context.say({ fr: '{made} fiches créées. Pour tout défaire : coulisses crm import undo {name}', en: '{made} records created. To take all of it back: coulisses crm import undo {name}' }, { ...undo, made })))
}

async function tell(context: Context, given: Given, outcomes: readonly Outcome[]): Promise<void> {
  const { out, say, colours } = context
  if (flag(given, 'json')) {
    await out.line(json(outcomes.map(({ line: number, name, is, why }) => ({ line: number, name, outcome: is, why })), 2))
    return
  }
  const rows = outcomes.map(({ line: number, name, is, why }) => cells([String(number), say(words[is]), name, why]))
  const titles = [{ title: say({ fr: 'Ligne', en: 'Line' }), right: true }, { title: '', right: false }, { title: say({ fr: 'Nom', en: 'Name' }), right: false }, { title: '', right: false }]
  await measureFor(rows.flat())
  const layout = layOut(titles, rows, out.terminal ? out.columns : Infinity)
  const paint = { new: colours.good, there: colours.faint, faulty: colours.bad }
  for (const [index, row] of rows.entries()) await out.line(paint[outcomes[index]?.is ?? 'new'](line(titles, row, layout)))
  const { fresh, faulty } = count(outcomes)
  out.note(say({ fr: '{fresh} à créer, {there} déjà là, {faulty} refusées.', en: '{fresh} to create, {there} already there, {faulty} refused.' }, { fresh, faulty, there: outcomes.length - fresh - faulty }))
}
