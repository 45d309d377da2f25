import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseOf, type Sandbox } from './fixtures/database.ts'
import { firstVersion } from './fixtures/versions.ts'
import { pendingDifference } from './pendingDifference.ts'

const model = firstVersion()
let sandbox: Sandbox
beforeEach(async () => { sandbox = await databaseOf(model) })
afterEach(() => sandbox.drop())

describe('what a database has other than the declarations say', () => {
  it('is nothing when it was made from them', async () => {
    expect(await pendingDifference(model, sandbox.url)).toEqual([])
  })

  it.each([
    ['drop index thing__title_trigram', 'index thing__title_trigram: is declared, but not in the database'],
    ['alter table thing alter column title type varchar(90)', 'column thing.title: is `character varying(90) not null`, declared `character varying(100) not null`'],
    ['alter table thing alter column title drop not null', 'column thing.title: is `character varying(100)`, declared `character varying(100) not null`'],
    ['alter table thing alter column state set default 1', `column thing.state: is \`character varying(40) not null default 1\`, declared \`character varying(40) not null default 'DRAFT'::character varying\``],
    ['alter table old add column extra int', 'column old.extra: is in the database, but not declared'],
    ['alter table old drop constraint old__thing_id_fkey', 'constraint old.old__thing_id_fkey: is declared, but not in the database'],
    ['drop trigger history on thing', expect.stringContaining('trigger thing.history: is declared')],
    ['create table stray (id int)', 'table stray: is in the database, but not declared'],
    [`create or replace function touch() returns trigger language plpgsql as 'begin return new; end'`, expect.stringContaining('function touch(): is')],
    ['alter text search configuration coulisses drop mapping for email', expect.stringContaining('text search configuration coulisses: is')],
  ])('%s', async (statement, line) => {
    await sandbox.run(statement.replace('alter column title type', 'drop column search, alter column title type'))
    expect(await pendingDifference(model, sandbox.url)).toContainEqual(line)
  })

  it('leaves nothing behind from asking', async () => {
    await pendingDifference(model, sandbox.url)
    expect(await sandbox.rows(`select nspname from pg_namespace where nspname like 'coulisses%'`)).toEqual([])
  })
})
