import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129090247_conflicts extends Migration {
  override readonly name = '20261129090247_conflicts'

  override up(): void {
    this.addSql(`create table "conflict_rule" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "kind" varchar(40) not null, "effect" varchar(40) not null default 'ALERT', "party_a_id" uuid not null, "party_b_id" uuid null, "user_id" uuid null, "reason" text not null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "conflict_alert" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "at" timestamptz(3) not null, "rule_id" uuid not null, "user_id" uuid null, "subject_id" uuid null, "subject_entity" varchar(60) null, "blocked" boolean not null default false, "attempts" integer not null default 1, "state" varchar(40) not null default 'OPEN', primary key ("id"));

alter table "conflict_rule" add constraint "conflict_rule__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__party_a_id_fkey" foreign key ("party_a_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__party_b_id_fkey" foreign key ("party_b_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "conflict_alert" add constraint "conflict_alert__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "conflict_alert" add constraint "conflict_alert__rule_id_fkey" foreign key ("rule_id") references "conflict_rule" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "conflict_alert" add constraint "conflict_alert__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`alter table "conflict_alert" add constraint "conflict_alert__subject_whole" check (num_nonnulls("subject_id", "subject_entity") in (0, 2))`)
    this.addSql(`alter table "conflict_alert" add constraint "conflict_alert__state_choice" check ("state" in ('OPEN', 'ACKNOWLEDGED', 'CLOSED'))`)
    this.addSql(`create index "conflict_alert__rule_user_state_index" on "conflict_alert" ("rule_id", "user_id", "state", "id")`)
    this.addSql(`create index "conflict_alert__at_index" on "conflict_alert" ("at", "id")`)
    this.addSql(`create index "conflict_alert__created_at_index" on "conflict_alert" ("created_at", "id")`)
    this.addSql(`create index "conflict_alert__created_by_index" on "conflict_alert" ("created_by_id")`)
    this.addSql(`create index "conflict_alert__user_index" on "conflict_alert" ("user_id")`)
    this.addSql(`create index "conflict_alert__subject_index" on "conflict_alert" ("subject_id", "subject_entity")`)
    this.addSql(`create index "conflict_alert__state_index" on "conflict_alert" ("state", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "conflict_alert" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_conflict_alert"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."at" is distinct from old."at" then change_of('at', to_json(to_char(old."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."rule_id" is distinct from old."rule_id" then change_of('rule', to_json(old."rule_id"), to_json(new."rule_id")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when (new."subject_id", new."subject_entity") is distinct from (old."subject_id", old."subject_entity") then change_of('subject', to_json(case when old."subject_id" is not null then json_build_object('entity', old."subject_entity", 'id', old."subject_id") end), to_json(case when new."subject_id" is not null then json_build_object('entity', new."subject_entity", 'id', new."subject_id") end)) end,
    case when new."blocked" is distinct from old."blocked" then change_of('blocked', to_json(old."blocked"), to_json(new."blocked")) end,
    case when new."attempts" is distinct from old."attempts" then change_of('attempts', to_json(old."attempts"), to_json(new."attempts")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ConflictAlert', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "conflict_alert" for each row execute function "history_of_conflict_alert"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "conflict_alert" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "conflict_alert" for each statement execute function announce_change()`)
    this.addSql(`create unique index "conflict_rule__party_a_party_b_user_unique" on "conflict_rule" ("party_a_id", "party_b_id", "user_id") nulls not distinct`)
    this.addSql(`alter table "conflict_rule" add constraint "conflict_rule__kind_choice" check ("kind" in ('COMPETING_ARTISTS', 'OWN_INTEREST', 'MANUAL'))`)
    this.addSql(`alter table "conflict_rule" add constraint "conflict_rule__effect_choice" check ("effect" in ('ALERT', 'BLOCK'))`)
    this.addSql(`alter table "conflict_rule" add constraint "conflict_rule__state_choice" check ("state" in ('ACTIVE', 'LIFTED'))`)
    this.addSql(`alter table "conflict_rule" add constraint "conflict_rule__two_parties_check" check (party_a_id <> party_b_id)`)
    this.addSql(`alter table "conflict_rule" add constraint "conflict_rule__about_somebody_check" check (user_id is not null or party_b_id is not null)`)
    this.addSql(`create index "conflict_rule__user_state_index" on "conflict_rule" ("user_id", "state", "id")`)
    this.addSql(`create index "conflict_rule__created_at_index" on "conflict_rule" ("created_at", "id")`)
    this.addSql(`create index "conflict_rule__created_by_index" on "conflict_rule" ("created_by_id")`)
    this.addSql(`create index "conflict_rule__party_b_index" on "conflict_rule" ("party_b_id")`)
    this.addSql(`create index "conflict_rule__state_index" on "conflict_rule" ("state", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "conflict_rule" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_conflict_rule"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."effect" is distinct from old."effect" then change_of('effect', to_json(old."effect"), to_json(new."effect")) end,
    case when new."party_a_id" is distinct from old."party_a_id" then change_of('partyA', to_json(old."party_a_id"), to_json(new."party_a_id")) end,
    case when new."party_b_id" is distinct from old."party_b_id" then change_of('partyB', to_json(old."party_b_id"), to_json(new."party_b_id")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ConflictRule', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "conflict_rule" for each row execute function "history_of_conflict_rule"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "conflict_rule" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "conflict_rule" for each statement execute function announce_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "announce" on "conflict_rule"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "conflict_rule"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "conflict_rule"; exception when undefined_table then null; end $$;
drop function if exists "history_of_conflict_rule"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "conflict_rule"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "conflict_rule__state_index"`)
    this.addSql(`drop index if exists "conflict_rule__party_b_index"`)
    this.addSql(`drop index if exists "conflict_rule__created_by_index"`)
    this.addSql(`drop index if exists "conflict_rule__created_at_index"`)
    this.addSql(`drop index if exists "conflict_rule__user_state_index"`)
    this.addSql(`alter table if exists "conflict_rule" drop constraint if exists "conflict_rule__about_somebody_check"`)
    this.addSql(`alter table if exists "conflict_rule" drop constraint if exists "conflict_rule__two_parties_check"`)
    this.addSql(`alter table if exists "conflict_rule" drop constraint if exists "conflict_rule__state_choice"`)
    this.addSql(`alter table if exists "conflict_rule" drop constraint if exists "conflict_rule__effect_choice"`)
    this.addSql(`alter table if exists "conflict_rule" drop constraint if exists "conflict_rule__kind_choice"`)
    this.addSql(`drop index if exists "conflict_rule__party_a_party_b_user_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "conflict_alert"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "conflict_alert"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "conflict_alert"; exception when undefined_table then null; end $$;
drop function if exists "history_of_conflict_alert"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "conflict_alert"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "conflict_alert__state_index"`)
    this.addSql(`drop index if exists "conflict_alert__subject_index"`)
    this.addSql(`drop index if exists "conflict_alert__user_index"`)
    this.addSql(`drop index if exists "conflict_alert__created_by_index"`)
    this.addSql(`drop index if exists "conflict_alert__created_at_index"`)
    this.addSql(`drop index if exists "conflict_alert__at_index"`)
    this.addSql(`drop index if exists "conflict_alert__rule_user_state_index"`)
    this.addSql(`alter table if exists "conflict_alert" drop constraint if exists "conflict_alert__state_choice"`)
    this.addSql(`alter table if exists "conflict_alert" drop constraint if exists "conflict_alert__subject_whole"`)
    this.addSql(`alter table "conflict_alert" drop constraint "conflict_alert__rule_id_fkey";

drop table if exists "conflict_rule" cascade;
drop table if exists "conflict_alert" cascade`)
  }
}
