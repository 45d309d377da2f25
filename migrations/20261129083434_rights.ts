import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129083434_rights extends Migration {
  override readonly name = '20261129083434_rights'

  override up(): void {
    this.addSql(`create table policy_version (single boolean primary key default true check (single), number bigint not null);
insert into policy_version (number) values (1);
create function policy_moved() returns trigger language plpgsql as $$ begin update policy_version set number = number + 1; return null; end $$`)
    this.addSql(`create table "team" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(80) not null, "department_id" uuid null, "manager_id" uuid null, primary key ("id"));

create table "permission" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "role_id" uuid null, "department_id" uuid null, "user_id" uuid null, "entity_type" varchar(60) not null, "action" varchar(60) not null, "field" varchar(60) null, "scope" varchar(40) not null default 'ALL', "effect" varchar(40) not null default 'ALLOW', "known_fields" jsonb null, primary key ("id"));

create table "access_grant" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "entity_type" varchar(60) not null, "entity_id" uuid null, "level" varchar(40) not null default 'READ', "from_at" timestamptz(3) not null, "until_at" timestamptz(3) null, "reason" text not null, "granted_by_id" uuid null, "state" varchar(40) not null default 'GIVEN', primary key ("id"));

alter table "user" add "team_id" uuid null, add "level" varchar(40) not null default 'STANDARD';
alter table "user" add constraint "user__team_id_fkey" foreign key ("team_id") references "team" ("id") on update no action on delete no action deferrable initially immediate;

alter table "team" add constraint "team__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "team" add constraint "team__department_id_fkey" foreign key ("department_id") references "department" ("id") on update no action on delete no action deferrable initially immediate;
alter table "team" add constraint "team__manager_id_fkey" foreign key ("manager_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "permission" add constraint "permission__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "permission" add constraint "permission__role_id_fkey" foreign key ("role_id") references "role" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "permission" add constraint "permission__department_id_fkey" foreign key ("department_id") references "department" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "permission" add constraint "permission__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "access_grant" add constraint "access_grant__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "access_grant" add constraint "access_grant__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "access_grant" add constraint "access_grant__granted_by_id_fkey" foreign key ("granted_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate`)
    this.addSql(`alter table "access_grant" add constraint "access_grant__level_choice" check ("level" in ('READ', 'COMMENT', 'EDIT'))`)
    this.addSql(`alter table "access_grant" add constraint "access_grant__state_choice" check ("state" in ('GIVEN', 'REVOKED'))`)
    this.addSql(`alter table "access_grant" add constraint "access_grant__grant_ends_after_it_began_check" check (until_at > from_at)`)
    this.addSql(`create index "access_grant__user_state_index" on "access_grant" ("user_id", "state", "id")`)
    this.addSql(`create index "access_grant__until_at_index" on "access_grant" ("until_at", "id")`)
    this.addSql(`create index "access_grant__entity_type_folded_index" on "access_grant" (fold("entity_type"), "id")`)
    this.addSql(`create index "access_grant__created_at_index" on "access_grant" ("created_at", "id")`)
    this.addSql(`create index "access_grant__created_by_index" on "access_grant" ("created_by_id")`)
    this.addSql(`create index "access_grant__granted_by_index" on "access_grant" ("granted_by_id")`)
    this.addSql(`create or replace trigger "touch" before update on "access_grant" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_access_grant"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when new."entity_type" is distinct from old."entity_type" then change_of('entityType', to_json(old."entity_type"), to_json(new."entity_type")) end,
    case when new."entity_id" is distinct from old."entity_id" then change_of('entityId', to_json(old."entity_id"), to_json(new."entity_id")) end,
    case when new."level" is distinct from old."level" then change_of('level', to_json(old."level"), to_json(new."level")) end,
    case when new."from_at" is distinct from old."from_at" then change_of('fromAt', to_json(to_char(old."from_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."from_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."until_at" is distinct from old."until_at" then change_of('untilAt', to_json(to_char(old."until_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."until_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."granted_by_id" is distinct from old."granted_by_id" then change_of('grantedBy', to_json(old."granted_by_id"), to_json(new."granted_by_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'AccessGrant', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "access_grant" for each row execute function "history_of_access_grant"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "access_grant" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "policy" after insert or update or delete on "department" for each statement execute function policy_moved()`)
    this.addSql(`create unique index "permission__role_user_department_entity_type_action_fi_c4a4017b" on "permission" ("role_id", "user_id", "department_id", "entity_type", "action", "field", "effect") nulls not distinct`)
    this.addSql(`alter table "permission" add constraint "permission__scope_choice" check ("scope" in ('ALL', 'DEPARTMENT', 'PROJECT', 'OWN', 'NONE'))`)
    this.addSql(`alter table "permission" add constraint "permission__effect_choice" check ("effect" in ('ALLOW', 'DENY'))`)
    this.addSql(`alter table "permission" add constraint "permission__one_holder_check" check (num_nonnulls(role_id, department_id, user_id) = 1)`)
    this.addSql(`create index "permission__entity_type_folded_index" on "permission" (fold("entity_type"), "id")`)
    this.addSql(`create index "permission__created_at_index" on "permission" ("created_at", "id")`)
    this.addSql(`create index "permission__created_by_index" on "permission" ("created_by_id")`)
    this.addSql(`create index "permission__department_index" on "permission" ("department_id")`)
    this.addSql(`create index "permission__user_index" on "permission" ("user_id")`)
    this.addSql(`create or replace trigger "touch" before update on "permission" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_permission"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."role_id" is distinct from old."role_id" then change_of('role', to_json(old."role_id"), to_json(new."role_id")) end,
    case when new."department_id" is distinct from old."department_id" then change_of('department', to_json(old."department_id"), to_json(new."department_id")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when new."entity_type" is distinct from old."entity_type" then change_of('entityType', to_json(old."entity_type"), to_json(new."entity_type")) end,
    case when new."action" is distinct from old."action" then change_of('action', to_json(old."action"), to_json(new."action")) end,
    case when new."field" is distinct from old."field" then change_of('field', to_json(old."field"), to_json(new."field")) end,
    case when new."scope" is distinct from old."scope" then change_of('scope', to_json(old."scope"), to_json(new."scope")) end,
    case when new."effect" is distinct from old."effect" then change_of('effect', to_json(old."effect"), to_json(new."effect")) end,
    case when new."known_fields" is distinct from old."known_fields" then change_of('knownFields', to_json(old."known_fields"), to_json(new."known_fields")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Permission', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "permission" for each row execute function "history_of_permission"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "permission" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "policy" after insert or update or delete on "permission" for each statement execute function policy_moved()`)
    this.addSql(`create or replace trigger "policy" after insert or update or delete on "role" for each statement execute function policy_moved()`)
    this.addSql(`-- of name varchar(80)
alter table "team" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "team__search_index" on "team" using gin ("search")`)
    this.addSql(`create unique index "team__department_name_unique" on "team" ("department_id", lower("name")) nulls not distinct`)
    this.addSql(`create index "team__name_folded_index" on "team" (fold("name"), "id")`)
    this.addSql(`create index "team__created_at_index" on "team" ("created_at", "id")`)
    this.addSql(`create index "team__created_by_index" on "team" ("created_by_id")`)
    this.addSql(`create index "team__manager_index" on "team" ("manager_id")`)
    this.addSql(`create index "team__name_trigram" on "team" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "team" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_team"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."department_id" is distinct from old."department_id" then change_of('department', to_json(old."department_id"), to_json(new."department_id")) end,
    case when new."manager_id" is distinct from old."manager_id" then change_of('manager', to_json(old."manager_id"), to_json(new."manager_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Team', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "team" for each row execute function "history_of_team"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "team" for each statement execute function refuse_change()`)
    this.addSql(`alter table "user" add constraint "user__level_choice" check ("level" in ('INTERN', 'STANDARD', 'SENIOR'))`)
    this.addSql(`create index "user__team_index" on "user" ("team_id")`)
    this.addSql(`create or replace function "history_of_user"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."person_id" is distinct from old."person_id" then change_of('person', to_json(old."person_id"), to_json(new."person_id")) end,
    case when new."full_name" is distinct from old."full_name" then change_of('fullName', to_json(old."full_name"), to_json(new."full_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when new."password_hash" is distinct from old."password_hash" then change_of('passwordHash', to_json(case when old."password_hash" is not null then '•' end), to_json(case when new."password_hash" is not null then '•' end)) end,
    case when new."locale" is distinct from old."locale" then change_of('locale', to_json(old."locale"), to_json(new."locale")) end,
    case when new."is_administrator" is distinct from old."is_administrator" then change_of('isAdministrator', to_json(old."is_administrator"), to_json(new."is_administrator")) end,
    case when new."department_id" is distinct from old."department_id" then change_of('department', to_json(old."department_id"), to_json(new."department_id")) end,
    case when new."team_id" is distinct from old."team_id" then change_of('team', to_json(old."team_id"), to_json(new."team_id")) end,
    case when new."level" is distinct from old."level" then change_of('level', to_json(old."level"), to_json(new."level")) end,
    case when new."acts_for_id" is distinct from old."acts_for_id" then change_of('actsFor', to_json(old."acts_for_id"), to_json(new."acts_for_id")) end,
    case when new."last_sign_in_at" is distinct from old."last_sign_in_at" then change_of('lastSignInAt', to_json(to_char(old."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."archived_at" is distinct from old."archived_at" then change_of('archivedAt', to_json(to_char(old."archived_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."archived_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'User', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "user" for each row execute function "history_of_user"()`)
  }

  override down(): void {
    this.addSql(`drop index if exists "user__team_index"`)
    this.addSql(`alter table if exists "user" drop constraint if exists "user__level_choice"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "team"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "team"; exception when undefined_table then null; end $$;
drop function if exists "history_of_team"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "team"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "team__name_trigram"`)
    this.addSql(`drop index if exists "team__manager_index"`)
    this.addSql(`drop index if exists "team__created_by_index"`)
    this.addSql(`drop index if exists "team__created_at_index"`)
    this.addSql(`drop index if exists "team__name_folded_index"`)
    this.addSql(`drop index if exists "team__department_name_unique"`)
    this.addSql(`drop index if exists "team__search_index"`)
    this.addSql(`alter table if exists "team" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "policy" on "role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "policy" on "permission"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "permission"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "permission"; exception when undefined_table then null; end $$;
drop function if exists "history_of_permission"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "permission"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "permission__user_index"`)
    this.addSql(`drop index if exists "permission__department_index"`)
    this.addSql(`drop index if exists "permission__created_by_index"`)
    this.addSql(`drop index if exists "permission__created_at_index"`)
    this.addSql(`drop index if exists "permission__entity_type_folded_index"`)
    this.addSql(`alter table if exists "permission" drop constraint if exists "permission__one_holder_check"`)
    this.addSql(`alter table if exists "permission" drop constraint if exists "permission__effect_choice"`)
    this.addSql(`alter table if exists "permission" drop constraint if exists "permission__scope_choice"`)
    this.addSql(`drop index if exists "permission__role_user_department_entity_type_action_fi_c4a4017b"`)
    this.addSql(`do $$ begin drop trigger if exists "policy" on "department"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "access_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "access_grant"; exception when undefined_table then null; end $$;
drop function if exists "history_of_access_grant"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "access_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "access_grant__granted_by_index"`)
    this.addSql(`drop index if exists "access_grant__created_by_index"`)
    this.addSql(`drop index if exists "access_grant__created_at_index"`)
    this.addSql(`drop index if exists "access_grant__entity_type_folded_index"`)
    this.addSql(`drop index if exists "access_grant__until_at_index"`)
    this.addSql(`drop index if exists "access_grant__user_state_index"`)
    this.addSql(`alter table if exists "access_grant" drop constraint if exists "access_grant__grant_ends_after_it_began_check"`)
    this.addSql(`alter table if exists "access_grant" drop constraint if exists "access_grant__state_choice"`)
    this.addSql(`alter table if exists "access_grant" drop constraint if exists "access_grant__level_choice"`)
    this.addSql(`alter table "user" drop constraint "user__team_id_fkey";

drop table if exists "team" cascade;
drop table if exists "permission" cascade;
drop table if exists "access_grant" cascade;

alter table "user" drop column "team_id", drop column "level"`)
    this.addSql(`drop function if exists policy_moved() cascade;
drop table if exists policy_version`)
    this.addSql(`create or replace function "history_of_user"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."person_id" is distinct from old."person_id" then change_of('person', to_json(old."person_id"), to_json(new."person_id")) end,
    case when new."full_name" is distinct from old."full_name" then change_of('fullName', to_json(old."full_name"), to_json(new."full_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when new."password_hash" is distinct from old."password_hash" then change_of('passwordHash', to_json(case when old."password_hash" is not null then '•' end), to_json(case when new."password_hash" is not null then '•' end)) end,
    case when new."locale" is distinct from old."locale" then change_of('locale', to_json(old."locale"), to_json(new."locale")) end,
    case when new."is_administrator" is distinct from old."is_administrator" then change_of('isAdministrator', to_json(old."is_administrator"), to_json(new."is_administrator")) end,
    case when new."department_id" is distinct from old."department_id" then change_of('department', to_json(old."department_id"), to_json(new."department_id")) end,
    case when new."acts_for_id" is distinct from old."acts_for_id" then change_of('actsFor', to_json(old."acts_for_id"), to_json(new."acts_for_id")) end,
    case when new."last_sign_in_at" is distinct from old."last_sign_in_at" then change_of('lastSignInAt', to_json(to_char(old."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."archived_at" is distinct from old."archived_at" then change_of('archivedAt', to_json(to_char(old."archived_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."archived_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'User', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "user" for each row execute function "history_of_user"()`)
  }
}
