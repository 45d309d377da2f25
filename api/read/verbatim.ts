import type { Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import type { EntityModel } from '../model/model.ts'
import { nothingAsked, pageInfo, wantedIds } from './index.ts'
import { fill, kept } from './run.ts'
import { listStatement, manyStatement } from './statements.ts'
import { rootTable } from './table.ts'
import type { Asked, ListAnswer, ListArgs, Reader, Selection } from './types.ts'
import { verbatimRow } from './verbatimRow.ts'
import { visibilityOf } from './visibility.ts'
import { questions, watch } from './witness.ts'

/** A page whose rows are the text that PostgreSQL wrote, as bytes: `[{"id":"…"}]`. */
export interface VerbatimList extends Omit<ListAnswer, 'items'> {
  readonly items: Buffer
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

/** Runs a statement that answers one row, by columns, as PostgreSQL sent it. */
export type ReadBytes = (text: string, values: readonly unknown[]) => Promise<Readonly<Record<string, Buffer | null>>>

export interface VerbatimReader {
  readonly caller: Caller
  readonly bytes: ReadBytes
}

/** A read of a kept plan: its blanks are filled in, and checked, before anything is read. @throws AppError BAD_USER_INPUT */
export type VerbatimRead = (reader: VerbatimReader, variables: Readonly<Record<string, unknown>>) => () => Promise<VerbatimList>

/** The page that `readList` reads, told by what `verbatim` made of what is asked of its rows. Undefined where the question itself is put on record. */
export function planList({ model, caller }: Reader, entity: EntityModel, args: ListArgs, asked: Asked, row: Sql): VerbatimRead | undefined {
  if (questions(model, entity, args).length > 0) return undefined
  const list = listStatement(visibilityOf(model, caller.rights), entity, args, asked, row)
  return reading(list.statement, ({ items, found, positions, total }) => ({
    items: items ?? none, count: Math.min(numberIn(found), list.page.size),
    ...(asked.total ? { total: numberIn(total) } : {}),
    pageInfo: asked.pageInfo ? pageInfo(entity, list, numberIn(found), positions ? JSON.parse(positions.toString()) : null) : nothingAsked,
  }))
}

/** The records that `readMany` reads. */
export function planMany({ model, caller }: Reader, entity: EntityModel, ids: readonly string[], selection: Selection, row: Sql): VerbatimRead {
  return reading(manyStatement(visibilityOf(model, caller.rights), entity, wantedIds(ids), selection, 'itself', row), ({ items, found }) => ({ items: items ?? none, count: numberIn(found), pageInfo: nothingAsked }))
}

const none = Buffer.from('[]')
const numberIn = (bytes: Buffer | null | undefined): number => Number(bytes?.toString() ?? 0)

function reading(statement: Sql, tell: (row: Awaited<ReturnType<ReadBytes>>) => VerbatimList): VerbatimRead {
  const plan = kept(statement)
  return ({ caller, bytes }, variables) => {
    const { text, values } = fill(plan, caller, variables)
    return async () => tell(await bytes(text, values))
  }
}
