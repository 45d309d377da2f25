import type { Sql } from 'sql-template-tag'
import { isId } from '../model/fields/id.ts'
import type { EntityModel, FieldModel } from '../model/model.ts'
import { encodeCursor, type Position } from './cursor.ts'
import { listOf, refuse } from './refusal.ts'
import { run, withMoments } from './run.ts'
import { listStatement, manyStatement, numberedStatement, oneStatement, type By, type ListStatement } from './statements.ts'
import type { Asked, ListAnswer, ListArgs, Reader, Row, Selection } from './types.ts'
import { visibilityOf } from './visibility.ts'
import { questions, sightings, watch, watchList, type WatchedSelection } from './witness.ts'

export { tellActions } from './allowed.ts'
export { conditionOf } from './conditionOf.ts'
export { readHistory } from './history.ts'
export { listSelectionOf, selectionOf } from './selection.ts'
export type * from './types.ts'

const MAX_IDS = 100

/** The record with an id; null where there is none, or none that the caller may read. */
export async function readOne(reader: Reader, entity: EntityModel, id: string, selection: Selection, by: By = 'itself'): Promise<Row | null> {
  const { selection: whole, watched } = watch(reader.model, entity, selection)
  return witnessed(reader, watched, await run(reader, one(reader, entity, id, whole, by)))
}

async function witnessed(reader: Reader, watched: WatchedSelection['watched'], { record }: Readonly<Record<string, unknown>>): Promise<Row | null> {
  const row = rowOf(record)
  if (watched && row) await reader.witness?.(sightings(watched, [row]))
  return row
}

/** The record with a number, where the caller may read its number. */
export async function readNumbered(reader: Reader, entity: EntityModel, field: FieldModel, number: unknown, selection: Selection): Promise<Row | null> {
  const { selection: whole, watched } = watch(reader.model, entity, selection)
  return witnessed(reader, watched, await run(reader, numberedStatement(visibilityOf(reader.model, reader.caller.rights), entity, field, number, whole)))
}

/** The records with these ids, each once, in their order; what is missing or not the caller's is left out. */
export async function readMany(reader: Reader, entity: EntityModel, ids: readonly string[], selection: Selection, by: By = 'itself'): Promise<Row[]> {
  const { selection: whole, watched } = watch(reader.model, entity, selection)
  const { items } = await run(reader, many(reader, entity, ids, whole, by))
  const rows = rowsOf(items)
  if (watched) await reader.witness?.(sightings(watched, rows))
  return rows
}

/** A page of the records of an entity. What is not asked is neither read nor counted. */
export async function readList(reader: Reader, entity: EntityModel, args: ListArgs, given: Asked): Promise<ListAnswer> {
  const { asked, watched } = watchList(reader.model, entity, given)
  const list = listStatement(visibilityOf(reader.model, reader.caller.rights), entity, args, asked)
  const { items, positions, total } = await run(reader, list.statement)
  const found = rowsOf(items)
  const seen = [...questions(reader.model, entity, args), ...(watched ? sightings(watched, found.slice(0, list.page.size)) : [])]
  if (seen.length > 0) await reader.witness?.(seen)
  return {
    items: found.slice(0, list.page.size),
    ...(asked.total ? { total: Number(total) } : {}),
    pageInfo: asked.pageInfo ? pageInfo(entity, list, found.length, positions) : nothingAsked,
  }
}

export const nothingAsked: ListAnswer['pageInfo'] = { hasNextPage: false, hasPreviousPage: false, endCursor: null }

export function pageInfo(entity: EntityModel, { page, keys }: ListStatement, found: number, positions: unknown): ListAnswer['pageInfo'] {
  const last = Math.min(found, page.size) - 1
  const position = Array.isArray(positions) ? (positions[last] as Position | undefined) : undefined
  return {
    hasNextPage: found > page.size,
    hasPreviousPage: page.offset > 0 || page.after !== undefined,
    endCursor: position ? encodeCursor(entity.name, keys, position) : null,
  }
}

function one(reader: Reader, entity: EntityModel, id: string, selection: Selection, by: By = 'itself'): Sql {
  return oneStatement(visibilityOf(reader.model, reader.caller.rights), entity, idOf(id, 'id'), selection, by)
}

function many(reader: Reader, entity: EntityModel, ids: readonly string[], selection: Selection, by: By = 'itself'): Sql {
  return manyStatement(visibilityOf(reader.model, reader.caller.rights), entity, wantedIds(ids), selection, by)
}

/** Each once. @throws AppError BAD_USER_INPUT */
export function wantedIds(ids: readonly string[]): readonly string[] {
  const wanted = listOf(ids, 'ids', MAX_IDS).map((id, index) => idOf(id, `ids.${index}`))
  return [...new Set(wanted)]
}

function idOf(id: unknown, path: string): string {
  if (!isId(id)) refuse(path, 'notId', { fr: 'Identifiant mal formé.', en: 'Malformed id.' })
  return id.toLowerCase()
}

/** What PostgreSQL wrote as JSON, in the shape that the statement gave it. */
const rowsOf = (items: unknown): Row[] => (Array.isArray(items) ? (items as Row[]) : [])
const rowOf = (record: unknown): Row | null => (typeof record === 'object' ? (record as Row | null) : null)

/** The statements without running them: text and parameters. */
export const explainSql = {
  one: (reader: Reader, entity: EntityModel, id: string, selection: Selection) => told(reader, one(reader, entity, id, selection)),
  many: (reader: Reader, entity: EntityModel, ids: readonly string[], selection: Selection) => told(reader, many(reader, entity, ids, selection)),
  list: (reader: Reader, entity: EntityModel, args: ListArgs, asked: Asked) =>
    told(reader, listStatement(visibilityOf(reader.model, reader.caller.rights), entity, args, asked).statement),
}

function told(reader: Reader, statement: Sql): { readonly text: string; readonly values: readonly unknown[] } {
  const { text, values } = withMoments(statement, reader.caller)
  return { text, values }
}
