import type { Sql } from 'sql-template-tag'
import type { EntityModel } from '../model/model.ts'
import { nothingAsked, pageInfo, wantedIds } from './index.ts'
import { run } from './run.ts'
import { listStatement, manyStatement } from './statements.ts'
import { rootTable } from './table.ts'
import type { Asked, ListAnswer, ListArgs, Reader, Selection } from './types.ts'
import { verbatimRow } from './verbatimRow.ts'
import { visibilityOf } from './visibility.ts'
import { watch } from './witness.ts'

/** A page whose rows are the text that PostgreSQL wrote: `[{"id":"…"}]`. */
export interface VerbatimList extends Omit<ListAnswer, 'items'> {
  readonly items: string
  /** Of the rows in it. */
  readonly count: number
}

/**
 * What tells a row word for word, where nothing of it need pass through our hands: no refusal of
 * a field on some rows, which whoever is signed in is told of, and nothing sensitive, which is put on record.
 */
export function verbatim({ model, caller }: Reader, entity: EntityModel, selection: Selection): Sql | undefined {
  if (watch(model, entity, selection).watched) return undefined
  const row = verbatimRow(visibilityOf(model, caller.rights), rootTable(entity), selection)
  return row && !(row.partly && caller.principal.userId !== undefined) ? row.text : undefined
}

/** The page that `readList` reads, told by what `verbatim` made of what is asked of its rows. */
export async function readListVerbatim(reader: Reader, entity: EntityModel, args: ListArgs, asked: Asked, row: Sql): Promise<VerbatimList> {
  const list = listStatement(visibilityOf(reader.model, reader.caller.rights), entity, args, asked, row)
  const { items, found, positions, total } = await run(reader, list.statement)
  return {
    items: String(items ?? '[]'), count: Math.min(Number(found ?? 0), list.page.size),
    ...(asked.total ? { total: Number(total) } : {}),
    pageInfo: asked.pageInfo ? pageInfo(entity, list, Number(found), positions) : nothingAsked,
  }
}

/** The records that `readMany` reads. */
export async function readManyVerbatim(reader: Reader, entity: EntityModel, ids: readonly string[], selection: Selection, row: Sql): Promise<VerbatimList> {
  const { items, found } = await run(reader, manyStatement(visibilityOf(reader.model, reader.caller.rights), entity, wantedIds(ids), selection, row))
  return { items: String(items), count: Number(found), pageInfo: nothingAsked }
}
