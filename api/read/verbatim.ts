import type { Sql } from 'sql-template-tag'
import type { EntityModel } from '../model/model.ts'
import { nothingAsked, pageInfo, wantedIds } from './index.ts'
import { fill, kept, runFilled } from './run.ts'
import { listStatement, manyStatement } from './statements.ts'
import { rootTable } from './table.ts'
import type { Asked, ListAnswer, ListArgs, Reader, Selection } from './types.ts'
import { verbatimRow } from './verbatimRow.ts'
import { visibilityOf } from './visibility.ts'
import { questions, watch } from './witness.ts'

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

/** A read of a kept plan: its blanks are filled in, and checked, before anything is read. @throws AppError BAD_USER_INPUT */
export type VerbatimRead = (reader: Reader, variables: Readonly<Record<string, unknown>>) => () => Promise<VerbatimList>

/** The page that `readList` reads, told by what `verbatim` made of what is asked of its rows. Undefined where the question itself is put on record. */
export function planList({ model, caller }: Reader, entity: EntityModel, args: ListArgs, asked: Asked, row: Sql): VerbatimRead | undefined {
  if (questions(model, entity, args).length > 0) return undefined
  const list = listStatement(visibilityOf(model, caller.rights), entity, args, asked, row)
  const statement = kept(list.statement)
  const told = ({ items, found, positions, total }: Readonly<Record<string, unknown>>): VerbatimList => ({
    items: String(items ?? '[]'), count: Math.min(Number(found ?? 0), list.page.size),
    ...(asked.total ? { total: Number(total) } : {}),
    pageInfo: asked.pageInfo ? pageInfo(entity, list, Number(found), positions) : nothingAsked,
  })
  return (reader, variables) => {
    const filled = fill(statement, reader.caller, variables)
    return async () => told(await runFilled(reader, filled))
  }
}

/** The records that `readMany` reads. */
export function planMany({ model, caller }: Reader, entity: EntityModel, ids: readonly string[], selection: Selection, row: Sql): VerbatimRead {
  const statement = kept(manyStatement(visibilityOf(model, caller.rights), entity, wantedIds(ids), selection, row))
  return (reader, variables) => {
    const filled = fill(statement, reader.caller, variables)
    return async () => {
      const { items, found } = await runFilled(reader, filled)
      return { items: String(items), count: Number(found), pageInfo: nothingAsked }
    }
  }
}
