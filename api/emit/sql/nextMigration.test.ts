import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Model } from '../../model/model.ts'
import { emptyDatabase, type Sandbox } from './fixtures/database.ts'
import { migrationOf } from './fixtures/migrations.ts'
import { everyKind } from './fixtures/everyKind.ts'
import { firstVersion, secondVersion } from './fixtures/versions.ts'
import { migrate, revert, type NamedMigration } from './migrate.ts'
import { nextMigration, type Step } from './nextMigration.ts'
import type { SqlObject } from './object.ts'
import { objectsOf } from './objects.ts'
import { pendingDifference } from './pendingDifference.ts'

let sandbox: Sandbox
beforeAll(async () => { sandbox = await emptyDatabase() })
afterAll(() => sandbox.drop())

const [first, second] = [firstVersion(), secondVersion()]
const migrations: NamedMigration[] = []

/** Writes and applies the next migration; answers what it says of itself. */
async function step(model: Model, recorded: readonly SqlObject[], url = sandbox.url): Promise<readonly string[]> {
  const next = await nextMigration(model, url, recorded)
  if (!next) return []
  migrations.push(migrationOf(`step_${migrations.length}`, next))
  await migrate(url, { migrations })
  return next.lines
}

/** What a row is that no migration should touch. */
const kept = (): Promise<unknown[]> => sandbox.rows(`select id, title, state, number, created_at from thing order by title`)

describe('the next migration', () => {
  it('makes the declared structure in an empty database', async () => {
    await step(first, [])
    expect(await pendingDifference(first, sandbox.url)).toEqual([])
  })

  it('is none when nothing changed', async () => {
    expect(await step(first, objectsOf(first))).toEqual([])
  })

  it('leads from one version of the declarations to another, with rows in the tables', async () => {
    await sandbox.run(`insert into tag (name) values ('Jazz'); insert into thing (title, size, gone) values ('one', 1, 'x'), ('two', 2, null);
      insert into thing_tags select thing.id, tag.id from thing, tag`)
    await sandbox.run(`update thing set size = 1 where size is null`)
    const before = await kept()
    const lines = await step(second, objectsOf(first))
    expect(await pendingDifference(second, sandbox.url)).toEqual([])
    expect(await kept()).toEqual(before)
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^create table "fresh"/), 'index tag__name_unique: has changed', 'history of old: is no longer declared']))
  })

  it('goes back and forth again, and touches no row on the way', async () => {
    const before = await kept()
    await revert(sandbox.url, 1, { migrations })
    expect(await pendingDifference(first, sandbox.url)).toEqual([])
    await migrate(sandbox.url, { migrations })
    expect(await pendingDifference(second, sandbox.url)).toEqual([])
    expect(await kept()).toEqual(before)
  })

  it('keeps numbers that were given below the new first number', async () => {
    expect(await sandbox.rows(`insert into thing (title) values ('three') returning number`)).toEqual([{ number: 500 }])
  })

  it('says what loses data, and what rows that exist cannot fulfil', async () => {
    const lines = await forBoth((model, recorded) => nextMigration(model, sandbox.url, recorded))
    expect(lines).toEqual(expect.arrayContaining([
      expect.stringMatching(/drop table if exists "thing_tags".* \(loses data\)$/),
      expect.stringMatching(/alter column "title" type varchar\(100\).*\(rewrites values/),
    ]))
  })
})

/** What the way back to the first version says of itself, and the way on from there. */
async function forBoth(ask: (model: Model, recorded: readonly SqlObject[]) => Promise<Step | undefined>): Promise<string[]> {
  const back = await ask(first, objectsOf(second))
  await revert(sandbox.url, 1, { migrations })
  const on = await ask(second, objectsOf(first))
  return [...back?.lines ?? [], ...on?.lines ?? []]
}

describe('every kind of field, relation and constraint', () => {
  it('is seen alike by MikroORM, by PostgreSQL and by the declarations', async () => {
    const other = await emptyDatabase()
    const next = await nextMigration(everyKind, other.url, [])
    await migrate(other.url, { migrations: next ? [migrationOf('all', next)] : [] })
    expect(await pendingDifference(everyKind, other.url)).toEqual([])
    expect(await nextMigration(everyKind, other.url, objectsOf(everyKind))).toBeUndefined()
    await other.drop()
  })
})
