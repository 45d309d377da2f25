import { csvLine } from '../out/csv.ts'
import type { Output } from '../out/output.ts'
import type { Page } from '../things/pages.ts'
import { dataOf } from '../things/shown.ts'
import type { Field } from '../things/types.ts'

/** Field names, then the values as programs read them. */
export async function writeCsv(out: Pick<Output, 'write'>, fields: readonly Field[], pages: AsyncIterable<Page>): Promise<void> {
  const readers = fields.map(dataOf)
  await out.write(csvLine(fields.map(({ name }) => name)))
  for await (const { rows } of pages) {
    let text = ''
    for (const row of rows) text += csvLine(readers.map((read) => read(row)))
    if (text !== '') await out.write(text)
  }
}
