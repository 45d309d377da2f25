import type { EntityClass } from '../api/model/record.ts'
import type { Stored, Work } from '../api/write/types.ts'

/** Ids of all rows of a list by the key that the content names them with. */
export async function idsBy<T extends object>(work: Work, entity: EntityClass<T>, keyOf: (row: Stored<T>) => unknown): Promise<ReadonlyMap<string, string>> {
  const rows = await work.rows(entity, {}, 1_000)
  return new Map(rows.map((row) => [String(keyOf(row)), row.id]))
}

/** The input that connects to the row of a key. */
export function connect(ids: ReadonlyMap<string, string>, key: string): { connect: string } {
  return { connect: idOf(ids, key) }
}

export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the content names ${key}, which it does not have`)
  return id
}
