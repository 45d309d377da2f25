import { quote } from './names.ts'
import type { SqlObject } from './object.ts'

/** A trigger of a table, made again in its place when it changes. */
export const trigger = (table: string, name: string, when: string, call: string): SqlObject => ({
  name: `trigger ${name} of ${table}`, replaces: true,
  create: `create or replace trigger ${quote(name)} ${when} on ${quote(table)} ${call}`,
  drop: dropTrigger(table, name),
})

/** Does nothing, and says so, when the table went first and took its trigger along. */
const dropTrigger = (table: string, name: string): string =>
  `do $$ begin drop trigger if exists ${quote(name)} on ${quote(table)}; exception when undefined_table then null; end $$`
