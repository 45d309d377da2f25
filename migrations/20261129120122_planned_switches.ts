import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129120122_planned_switches extends Migration {
  override readonly name = '20261129120122_planned_switches'

  override up(): void {
    this.addSql(`create table "planned_switch" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "at" timestamptz(3) not null, "enabled" boolean not null default false, "planned_by_id" uuid not null, "note" text null, "state" varchar(40) not null default 'PLANNED', primary key ("id"));

create table "planned_switch_modules" ("planned_switch_id" uuid not null, "module_id" uuid not null, primary key ("planned_switch_id", "module_id"));

alter table "planned_switch" add constraint "planned_switch__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "planned_switch" add constraint "planned_switch__planned_by_id_fkey" foreign key ("planned_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "planned_switch_modules" add constraint "planned_switch_modules__planned_switch_id_fkey" foreign key ("planned_switch_id") references "planned_switch" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "planned_switch_modules" add constraint "planned_switch_modules__module_id_fkey" foreign key ("module_id") references "module" ("id") on update no action on delete cascade deferrable initially immediate`)
    this.addSql(`alter table "planned_switch" add constraint "planned_switch__state_choice" check ("state" in ('PLANNED', 'DONE', 'FAILED', 'CANCELLED'))`)
    this.addSql(`create index "planned_switch__state_at_index" on "planned_switch" ("state", "at", "id")`)
    this.addSql(`create index "planned_switch__at_index" on "planned_switch" ("at", "id")`)
    this.addSql(`create index "planned_switch__created_at_index" on "planned_switch" ("created_at", "id")`)
    this.addSql(`create index "planned_switch__created_by_index" on "planned_switch" ("created_by_id")`)
    this.addSql(`create index "planned_switch__planned_by_index" on "planned_switch" ("planned_by_id")`)
    this.addSql(`create or replace trigger "touch" before update on "planned_switch" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_planned_switch"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."at" is distinct from old."at" then change_of('at', to_json(to_char(old."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."enabled" is distinct from old."enabled" then change_of('enabled', to_json(old."enabled"), to_json(new."enabled")) end,
    case when new."planned_by_id" is distinct from old."planned_by_id" then change_of('plannedBy', to_json(old."planned_by_id"), to_json(new."planned_by_id")) end,
    case when new."note" is distinct from old."note" then change_of('note', to_json(old."note"), to_json(new."note")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PlannedSwitch', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "planned_switch" for each row execute function "history_of_planned_switch"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "planned_switch" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "planned_switch" for each statement execute function announce_change()`)
    this.addSql(`create index "planned_switch_modules__module_id_index" on "planned_switch_modules" ("module_id", "planned_switch_id")`)
    this.addSql(`create or replace function "history_of_planned_switch_modules"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "planned_switch_id" as id, jsonb_agg("module_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "planned_switch" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "planned_switch_id" as id, jsonb_agg("module_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "planned_switch" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_now union select "planned_switch_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."planned_switch_id", o."planned_switch_id") as id, n."module_id" as became, o."module_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."planned_switch_id" = o."planned_switch_id" and n."module_id" = o."module_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "planned_switch" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "planned_switch_modules" referencing new table as pairs_now for each statement execute function "history_of_planned_switch_modules"();
create or replace trigger "history_delete" after delete on "planned_switch_modules" referencing old table as pairs_before for each statement execute function "history_of_planned_switch_modules"();
create or replace trigger "history_update" after update on "planned_switch_modules" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_planned_switch_modules"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "planned_switch_modules" for each statement execute function announce_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "announce" on "planned_switch_modules"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "planned_switch_modules"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "planned_switch_modules"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "planned_switch_modules"; exception when undefined_table then null; end $$;
drop function if exists "history_of_planned_switch_modules"()`)
    this.addSql(`drop index if exists "planned_switch_modules__module_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "planned_switch"; exception when undefined_table then null; end $$;
drop function if exists "history_of_planned_switch"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "planned_switch__planned_by_index"`)
    this.addSql(`drop index if exists "planned_switch__created_by_index"`)
    this.addSql(`drop index if exists "planned_switch__created_at_index"`)
    this.addSql(`drop index if exists "planned_switch__at_index"`)
    this.addSql(`drop index if exists "planned_switch__state_at_index"`)
    this.addSql(`alter table if exists "planned_switch" drop constraint if exists "planned_switch__state_choice"`)
    this.addSql(`alter table "planned_switch_modules" drop constraint "planned_switch_modules__planned_switch_id_fkey";

drop table if exists "planned_switch" cascade;
drop table if exists "planned_switch_modules" cascade`)
  }
}
