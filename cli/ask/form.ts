import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import { candidates } from '../things/resolve.ts'
import { readValue, zoneTyped } from '../things/value.ts'
import { textOf, zoneOf, type Row } from '../things/shown.ts'
import type { Field } from '../things/types.ts'
import { askChoice, askSearch, askSecret, askText, type Choice } from './prompt.ts'
import { USUAL_ZONE } from '../time/zone.ts'

/** Asks for what is missing, one field after the other. @returns what was typed, given values included */
export async function askMissing(context: Context, fields: readonly Field[], given: ReadonlyMap<Field, string>): Promise<Map<Field, string>> {
  const typed = new Map(given)
  for (const field of fields) {
    if (typed.has(field)) continue
    const answer = await askField(context, field, undefined, zoneTyped(typed))
    if (answer !== '') typed.set(field, answer)
  }
  return typed
}

/** Which fields to change, then what to. */
export async function askChanges(context: Context, fields: readonly Field[], row: Row): Promise<Map<Field, string>> {
  const typed = new Map<Field, string>()
  const done = '\u0000'
  for (;;) {
    const choices: Choice[] = fields.map((field) => ({ value: field.name, name: `${context.say(field.label)} : ${shortened(typed.get(field) ?? textOf(field, row, context.locale))}${typed.has(field) ? ' *' : ''}` }))
    const name = await askChoice(context.say({ fr: 'Que modifier ?', en: 'Change what?' }), [
      ...choices, { value: done, name: typed.size > 0 ? context.say({ fr: '— enregistrer —', en: '— save —' }) : context.say({ fr: '— ne rien modifier —', en: '— change nothing —' }) },
    ])
    const field = fields.find((one) => one.name === name)
    if (!field) return typed
    typed.set(field, await askField(context, field, typed.get(field) ?? textOf(field, row, context.locale), zoneOf(field, row)))
  }
}

const shortened = (text: string): string => {
  const line = clean(text)
  return line.length > 50 ? `${line.slice(0, 49)}…` : line
}

async function askField(context: Context, field: Field, start: string | undefined, zone = USUAL_ZONE): Promise<string> {
  const message = `${context.say(field.label)}${field.required || start !== undefined ? '' : context.say({ fr: ' (facultatif)', en: ' (optional)' })}`
  if (field.choices) return askChoice(message, field.choices.map(({ value, label }) => ({ value, name: context.say(label) })), field.choices.find(({ label }) => label[context.locale] === start)?.value)
  if (field.target) return askRecord(context, field, message)
  const check = (text: string): string | undefined => {
    const read = readValue(field, text, zone, context)
    return read.ok ? undefined : context.say(read.why)
  }
  if (field.kind === 'secret') return askAgainUntil(() => askSecret(message), check, context)
  return askText(message, { check, ...(start === undefined ? {} : { start: clean(start) }) })
}

async function askAgainUntil(ask: () => Promise<string>, check: (text: string) => string | undefined, context: Context): Promise<string> {
  for (;;) {
    const typed = await ask()
    const fault = check(typed)
    if (fault === undefined) return typed
    context.out.note(fault)
  }
}

/** A record is chosen from a list that words narrow down. */
async function askRecord(context: Context, field: Field, message: string): Promise<string> {
  const { target } = field
  if (!target) return ''
  const none: Choice[] = field.required ? [] : [{ value: '', name: context.say({ fr: '— aucun —', en: '— none —' }) }]
  return askSearch(message, async (words) => {
    const filter = /^\d{1,15}$/.test(words.trim()) && target.numbered ? { number: { eq: Number(words) } } : words.trim() === '' ? {} : { q: words }
    const found = await candidates(context, target, filter, 10)
    return [...found.map(({ id, label }) => ({ value: id, name: label })), ...none]
  })
}
