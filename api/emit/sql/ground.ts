import { announceChange } from './announceChange.ts'
import type { SqlObject } from './object.ts'

/** Never dropped: it may have been there before us, or serve others by now. */
const extension = (name: string): SqlObject => ({ name: `extension ${name}`, ground: true, create: `create extension if not exists ${name}`, drop: '' })

/**
 * Lower case without accents: what filters, sorts and their indexes compare. `unaccent` is only called
 * stable because its rules are a file that somebody could edit; an index needs an immutable function.
 * The body is parsed here and now, so that it means the same whatever the search path of a session is.
 */
const fold: SqlObject = {
  name: 'function fold', ground: true, needs: ['extension unaccent'],
  create: `create function fold(value text) returns text language sql immutable strict parallel safe return lower(unaccent('unaccent'::regdictionary, value))`,
  drop: 'drop function if exists fold(text)',
}

/** A UUID of version 7 for rows that come without one; PostgreSQL has its own from 18 on. */
const newId: SqlObject = {
  name: 'function new_id', ground: true,
  create: `do $$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create function new_id() returns uuid language sql volatile parallel safe return uuidv7();
  else
    create function new_id() returns uuid language sql volatile parallel safe return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
  end if;
end $$`,
  drop: 'drop function if exists new_id()',
}

/**
 * Words for the full text: without accents, then by their French stem; and once more as they are, so
 * that the beginning of a word finds it (`danseu` is no stem of anything). Accents go first, so that
 * « été », a stop word with them, still finds the summer festivals.
 */
const stemmed: SqlObject = {
  name: 'text search configuration coulisses', ground: true, needs: ['extension unaccent'],
  create: `create text search configuration coulisses (copy = pg_catalog.french);
alter text search configuration coulisses alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, french_stem`,
  drop: 'drop text search configuration if exists coulisses',
}
const plain: SqlObject = {
  name: 'text search configuration coulisses_plain', ground: true, needs: ['extension unaccent'],
  create: `create text search dictionary coulisses_plain (template = pg_catalog.simple, stopwords = french);
create text search configuration coulisses_plain (copy = pg_catalog.simple);
alter text search configuration coulisses_plain alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, coulisses_plain`,
  drop: `drop text search configuration if exists coulisses_plain;
drop text search dictionary if exists coulisses_plain`,
}

/** Holds what is shared by all instances and is no entity. */
export const guardSchema = 'guard'

/**
 * Counts of failed attempts, in a schema of their own like the jobs, shared by all instances, in the form of rate-limiter-flexible. A crash of the
 * database may empty it: then guessers begin again, and nothing else is lost.
 */
const throttle: SqlObject = {
  name: 'table guard.throttle', ground: true,
  create: 'create schema if not exists guard;\ncreate unlogged table if not exists guard.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint);\ncomment on table guard.throttle is $$Failed attempts, by whom they were made.$$',
  drop: 'drop schema if exists guard cascade',
}

/** Calls of partners by grant and minute (counted from 1970), so that all instances count together. What a crash empties is counted anew within a minute. */
const documentCalls: SqlObject = {
  name: 'table guard.document_calls', ground: true, needs: ['table guard.throttle'],
  create: 'create unlogged table if not exists guard.document_calls (grant_id uuid, minute integer, calls integer not null, primary key (grant_id, minute));\ncomment on table guard.document_calls is $$Calls of approved documents by grant and minute.$$',
  drop: 'drop table if exists guard.document_calls',
}

/** Of partners' calls by grant and minute, those that they themselves made wrongly: by these a program that runs wild is known. Forgotten within an hour. */
const documentFaults: SqlObject = {
  name: 'table guard.document_faults', ground: true, needs: ['table guard.throttle'],
  create: 'create unlogged table if not exists guard.document_faults (grant_id uuid, minute integer, calls bigint not null, faults bigint not null, primary key (grant_id, minute));\ncomment on table guard.document_faults is $$Faulty calls of approved documents by grant and minute.$$',
  drop: 'drop table if exists guard.document_faults',
}

/**
 * Direct SQL that changes a row and says nothing of its version and time: both move on all the same.
 * The words of the full text are not made yet when this is asked.
 */
const touch: SqlObject = {
  name: 'function touch', ground: true, replaces: true,
  create: `create or replace function touch() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'search' = to_jsonb(old) - 'search' then return new; end if;
  if new.version = old.version then new.version := old.version + 1; end if;
  if new.updated_at = old.updated_at then new.updated_at := now(); end if;
  return new;
end $$`,
  drop: 'drop function if exists touch()',
}

/** For tables whose rows stay as they were written, and against emptying a table past its history. */
const refuse: SqlObject = {
  name: 'function refuse_change', ground: true, replaces: true,
  create: `create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: its history would have a hole', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$`,
  drop: 'drop function if exists refuse_change()',
}

/** One entry of `changes` in the history. PostgreSQL puts its body in the place of the call. */
const changeOf: SqlObject = {
  name: 'function change_of', ground: true,
  create: `create function change_of(member text, was json, became json) returns text language sql immutable parallel safe
  return '"' || member || '":{"from":' || coalesce(was::text, 'null') || ',"to":' || coalesce(became::text, 'null') || '}'`,
  drop: 'drop function if exists change_of(text, json, json)',
}

/**
 * A text as a cell of CSV (RFC 4180). What a spreadsheet would take for a formula gets a quote before it (plain numbers are
 * none), and control characters, which no text needs and a terminal would obey, are shown instead. Most texts have nothing
 * of the kind, which one look tells; PostgreSQL puts that in the place of the call.
 */
const csvCell: SqlObject = {
  name: 'function csv_cell', ground: true,
  create: `create function csv_quoted(value text) returns text language sql immutable parallel safe
  return case when value ~ '[",\\r\\n]' then '"' || replace(value, '"', '""') || '"' else value end;
create function csv_shown(value text) returns text language sql immutable parallel safe
  return (select string_agg(case when code < 32 and code not in (9, 10, 13) then chr(9216 + code) when code = 127 then chr(9249) when code between 128 and 159 then '⟨' || lpad(upper(to_hex(code)), 4, '0') || '⟩' else letter end, '' order by place)
    from (select letter, place, ascii(letter) as code from regexp_split_to_table(value, '') with ordinality as l(letter, place)) letters);
create function csv_guarded(value text) returns text language sql immutable parallel safe
  return case when value ~ '^[=+@\\t\\r-]' and value !~ '^-?[0-9]+([.][0-9]+)?$' then '''' || value else value end;
create function csv_cell(value text) returns text language sql immutable parallel safe
  return case
    when value ~ '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]' then csv_quoted(csv_shown(csv_guarded(value)))
    when value ~ '^[=+@\\t\\r-]|[",\\r\\n]' then csv_quoted(csv_guarded(value))
    else coalesce(value, '') end`,
  drop: 'drop function if exists csv_cell(text);\ndrop function if exists csv_guarded(text);\ndrop function if exists csv_shown(text);\ndrop function if exists csv_quoted(text)',
}

/** One number that moves with every change of what people may do, in the transaction of the change: each request asks for it. */
const policyVersion: SqlObject = {
  name: 'table policy_version', ground: true,
  create: `create table policy_version (single boolean primary key default true check (single), number bigint not null);
insert into policy_version (number) values (1);
create function policy_moved() returns trigger language plpgsql as $$ begin update policy_version set number = number + 1; return null; end $$`,
  drop: `drop function if exists policy_moved() cascade;
drop table if exists policy_version`,
}

/** What the tables stand on. */
export const ground: readonly SqlObject[] = [
  extension('pg_trgm'), extension('unaccent'), extension('btree_gist'), extension('fuzzystrmatch'), fold, newId, stemmed, plain, touch, refuse, changeOf, csvCell, policyVersion, throttle, documentCalls, documentFaults, announceChange,
]
