import { describe, expect, it } from 'vitest'
import { withCaution } from './cautions.ts'

describe('a caution', () => {
  it.each([
    ['drop table if exists "a" cascade', 'loses data'],
    ['alter table "a" drop column "b", drop column "c"', 'loses data'],
    ['alter table "a" alter column "b" type varchar(10) using ("b"::varchar(10))', 'rewrites values'],
    ['alter table "a" add "b" int not null, add "c" int not null default 1', 'fails where rows exist'],
    ['alter table "a" alter column "b" set not null', 'fails where rows are empty'],
  ])('stands beside %s', (statement, caution) => expect(withCaution(statement)).toContain(`(${caution}`))

  it.each([
    'create table "a" ("b" int not null)', 'alter table "a" add "b" int null, add "c" int not null default 1',
    'alter table "a" add constraint "c" foreign key ("b") references "d" ("id")', 'alter table "a" alter column "b" set default 1',
  ])('does not stand beside %s', (statement) => expect(withCaution(statement)).toBe(statement))
})
