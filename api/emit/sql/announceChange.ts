import type { SqlObject } from './object.ts'

/** On which every instance hears that rows of a table have changed; the message is the name of the table. */
export const CHANGES = 'coulisses_changes'

/** Told once per transaction and table, when it commits, whoever made the change. */
export const announceChange: SqlObject = {
  name: 'function announce_change', ground: true, replaces: true,
  create: `create or replace function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('${CHANGES}', tg_table_name);
  return null;
end $$`,
  drop: 'drop function if exists announce_change()',
}
