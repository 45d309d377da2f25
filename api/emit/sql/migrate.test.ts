import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyDatabase, type Sandbox } from './fixtures/database.ts'
import { migrationOf } from './fixtures/migrations.ts'
import { migrate, revert } from './migrate.ts'

let sandbox: Sandbox
beforeEach(async () => { sandbox = await emptyDatabase() })
afterEach(() => sandbox.drop())

const tables = async (): Promise<string[]> =>
  (await sandbox.rows<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'coulisses_migration' order by 1`)).map((row) => row.name)

const makes = (name: string) => migrationOf(`1_${name}`, { up: [`create table ${name} (id int)`], down: [`drop table ${name}`] })
const [a, b] = [makes('a'), makes('b')]

describe('migrations', () => {
  it('run in order, once, and say what they do', async () => {
    const said: string[] = []
    expect(await migrate(sandbox.url, { migrations: [a], say: (name) => said.push(name) })).toEqual(['1_a'])
    expect(await migrate(sandbox.url, { migrations: [a, b], say: (name) => said.push(name) })).toEqual(['1_b'])
    expect(await migrate(sandbox.url, { migrations: [a, b] })).toEqual([])
    expect(said).toEqual(['1_a', '1_b'])
    expect(await tables()).toEqual(['a', 'b'])
  })

  it('run once when two programs start together', async () => {
    const both = await Promise.all([migrate(sandbox.url, { migrations: [a, b] }), migrate(sandbox.url, { migrations: [a, b] })])
    expect(both.toSorted((one, other) => other.length - one.length)).toEqual([['1_a', '1_b'], []])
  })

  it('leave nothing of one that fails, and everything of those before it', async () => {
    const bad = migrationOf('2_bad', { up: ['create table half (id int)', 'select 1 / 0'], down: [] })
    await expect(migrate(sandbox.url, { migrations: [a, bad] })).rejects.toThrow('division by zero')
    expect(await tables()).toEqual(['a'])
    expect(await migrate(sandbox.url, { migrations: [a, b] })).toEqual(['1_b'])
  })

  it('are taken back from the last', async () => {
    await migrate(sandbox.url, { migrations: [a, b] })
    expect(await revert(sandbox.url, 1, { migrations: [a, b] })).toEqual(['1_b'])
    expect(await tables()).toEqual(['a'])
  })

  it('run several statements at once, with functions and question marks in them', async () => {
    const many = migrationOf('1_many', { up: [`create function f() returns text language plpgsql as $$ begin return '?; ok'; end $$; create table c as select f() as f`], down: [] })
    await migrate(sandbox.url, { migrations: [many] })
    expect(await sandbox.rows('select f from c')).toEqual([{ f: '?; ok' }])
  })

  it('step back from a lock that others hold, and try again', async () => {
    await migrate(sandbox.url, { migrations: [a] })
    const holder = new Client({ connectionString: sandbox.url })
    await holder.connect()
    await holder.query('begin; lock table a')
    const said: string[] = []
    const changes = migrationOf('2_changes', { up: ['alter table a add column note text'], down: [] })
    const release = async (name: string): Promise<void> => {
      said.push(name)
      // The first attempt met the lock; the second finds it gone.
      if (said.length === 2) await holder.query('rollback')
    }
    expect(await migrate(sandbox.url, { migrations: [a, changes], lockTimeout: 50, say: release })).toEqual(['2_changes'])
    expect(said).toEqual(['2_changes', '2_changes'])
    await holder.end()
  })

  it('wait two seconds for a lock unless told otherwise', async () => {
    const looks = migrationOf('1_looks', { up: [`create table seen as select current_setting('lock_timeout') as value`], down: [] })
    await migrate(sandbox.url, { migrations: [looks] })
    expect(await sandbox.rows('select value from seen')).toEqual([{ value: '2s' }])
  })
})
