import type { Pool, QueryConfig } from 'pg'
import { ask, patienceOf } from '../server/database/ask.ts'
import { queryNamed } from '../server/database/connect.ts'
import { AppError } from '../model/errors.ts'
import { fieldsOf, type Model } from '../model/model.ts'
import type { Cipher } from './cipher.ts'

export interface Rekeyed {
  /** Texts that were there. */
  readonly values: number
  /** Those that were encrypted anew. */
  readonly renewed: number
  /** Those that no key opens: they stay as they are. */
  readonly unreadable: number
}

export interface RekeyOptions {
  readonly model: Model
  readonly pool: Pool
  readonly cipher: Cipher
}

/** Texts that are read, and rewritten, at once. */
const BATCH = 100

/**
 * Encrypts for the newest key what was written for an older one, a hundred rows at a time, each in a
 * transaction of their own. It may be stopped at any time and begun again: what is done is recognised.
 * A text that somebody changes meanwhile is left to him.
 */
export async function rekey(options: RekeyOptions): Promise<Rekeyed> {
  const sum = { values: 0, renewed: 0, unreadable: 0 }
  for (const [table, column] of encryptedColumns(options.model)) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows } = await queryNamed<{ id: string; stored: string }>(options.pool,
        `select id, "${column}" as stored from "${table}" where "${column}" is not null and id > $1 order by id limit ${BATCH}`, [after])
      const last = rows.at(-1)
      if (!last) break
      after = last.id
      const { fresh, unreadable } = await renew(options.cipher, rows)
      await write(options.pool, table, column, fresh)
      sum.values += rows.length
      sum.renewed += fresh.length
      sum.unreadable += unreadable
    }
  }
  return sum
}

const encryptedColumns = (model: Model): readonly (readonly [table: string, column: string])[] =>
  [...model.entities.values()].flatMap((entity) => fieldsOf(entity)
    .filter((field) => field.kind.reveal === true && field.declaredBy === entity.name)
    .flatMap((field) => field.columns.map(({ name }) => [entity.table, name] as const)))

interface Fresh { readonly id: string; readonly was: string; readonly becomes: string }

async function renew(cipher: Cipher, rows: readonly { readonly id: string; readonly stored: string }[]): Promise<{ fresh: Fresh[]; unreadable: number }> {
  const fresh: Fresh[] = []
  let unreadable = 0
  for (const { id, stored } of rows) {
    if (await cipher.isCurrent(stored)) continue
    try {
      fresh.push({ id, was: stored, becomes: await cipher.encrypt(await cipher.decrypt(stored)) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unreadable += 1
    }
  }
  return { fresh, unreadable }
}

async function write(pool: Pool, table: string, column: string, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return
  const client = await pool.connect()
  let broken = true
  try {
    await update((question) => ask(client, question, patienceOf(pool)), table, column, fresh)
    broken = false
  } finally {
    client.release(broken)
  }
}

async function update(asked: (question: string | QueryConfig) => Promise<unknown>, table: string, column: string, fresh: readonly Fresh[]): Promise<void> {
  await asked(`begin; select set_config('coulisses.actor', '{"user":null,"origin":"JOB","request":"keys:rotate"}', true)`)
  await asked({ text: `update "${table}" t set "${column}" = f.becomes, version = t.version + 1, updated_at = now() from jsonb_to_recordset($1::jsonb) as f(id uuid, was text, becomes text)
    where t.id = f.id and t."${column}" = f.was`, values: [JSON.stringify(fresh)] })
  await asked('commit')
}
