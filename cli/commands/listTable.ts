import type { Context } from '../context.ts'
import { cells, heading, layOut, line, type Column, type Layout } from '../out/table.ts'
import { measureFor } from '../out/width.ts'
import type { Page } from '../things/pages.ts'
import { textOf } from '../things/shown.ts'
import type { Field, Thing } from '../things/types.ts'

/** A table as wide as the terminal; in a pipe as wide as it needs. */
export async function writeTable(context: Context, thing: Thing, fields: readonly Field[], pages: AsyncIterable<Page>): Promise<void> {
  const { out, locale, say } = context
  const columns: Column[] = fields.map(({ label, kind }) => ({ title: label[locale], right: kind === 'count' || kind === 'money' }))
  let layout: Layout | undefined
  let last: Page | undefined
  let count = 0
  for await (const page of pages) {
    const texts = page.rows.map((row) => cells(fields.map((field) => textOf(field, row, locale))))
    const first = !layout
    await measureFor([...columns.map(({ title }) => title), ...texts.flat()])
    layout ??= layOut(columns, texts, out.terminal ? out.columns : Infinity)
    const fixed = layout
    if (first && texts.length > 0) await out.line(heading(columns, layout, context.colours))
    if (texts.length > 0) await out.write(`${texts.map((row) => line(columns, row, fixed)).join('\n')}\n`)
    count += texts.length
    last = page
  }
  if (!out.terminal) return
  if (count === 0) out.note(say({ fr: 'Aucun résultat.', en: 'Nothing found.' }))
  else if (last?.more) out.note(context.colours.faint(say({ fr: '{count} affichés, il y en a d’autres : --limit 100, --all, ou un filtre (crm {name} list --help).', en: '{count} shown, there are more: --limit 100, --all, or a filter (crm {name} list --help).' }, { count, name: thing.name })))
  const left = fields.slice(layout?.widths.length ?? fields.length)
  if (left.length > 0 && count > 0) out.note(context.colours.faint(say({ fr: 'Sans la place pour : {names}.', en: 'No room for: {names}.' }, { names: left.map(({ label }) => label[locale]).join(', ') })))
}
