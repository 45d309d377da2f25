import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129082619_approvals extends Migration {
  override readonly name = '20261129082619_approvals'

  override up(): void {
    this.addSql(`create table "approval_request" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "kind" varchar(40) not null default 'SENSITIVE_ACTION', "title" varchar(250) not null, "subject_id" uuid null, "subject_entity" varchar(60) null, "requested_by_id" uuid not null, "approver_id" uuid null, "level" integer not null default 0, "levels_required" integer not null default 1, "decided_at" timestamptz(3) null, "reason" text null, "note" text null, "expires_at" timestamptz(3) not null, "payload" text not null, "digest" varchar(64) not null, "mark" varchar(64) not null, "preview" jsonb not null, "agreed" jsonb null, "state" varchar(40) not null default 'PENDING', primary key ("id"));

alter table "approval_request" add constraint "approval_request__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "approval_request" add constraint "approval_request__requested_by_id_fkey" foreign key ("requested_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "approval_request" add constraint "approval_request__approver_id_fkey" foreign key ("approver_id") references "user" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`-- of title varchar(250)
alter table "approval_request" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("title", '')) || to_tsvector('coulisses_plain', coalesce("title", '')), 'A')) stored`)
    this.addSql(`create index "approval_request__search_index" on "approval_request" using gin ("search")`)
    this.addSql(`alter table "approval_request" add constraint "approval_request__kind_choice" check ("kind" in ('SENSITIVE_ACTION'))`)
    this.addSql(`alter table "approval_request" add constraint "approval_request__subject_whole" check (num_nonnulls("subject_id", "subject_entity") in (0, 2))`)
    this.addSql(`alter table "approval_request" add constraint "approval_request__state_choice" check ("state" in ('PENDING', 'APPROVED', 'REFUSED', 'EXPIRED', 'CANCELLED'))`)
    this.addSql(`create index "approval_request__state_expires_at_index" on "approval_request" ("state", "expires_at", "id")`)
    this.addSql(`create index "approval_request__requested_by_state_index" on "approval_request" ("requested_by_id", "state", "id")`)
    this.addSql(`create index "approval_request__created_at_index" on "approval_request" ("created_at", "id")`)
    this.addSql(`create index "approval_request__subject_index" on "approval_request" ("subject_id", "subject_entity")`)
    this.addSql(`create index "approval_request__approver_index" on "approval_request" ("approver_id")`)
    this.addSql(`create index "approval_request__state_index" on "approval_request" ("state", "id")`)
    this.addSql(`create index "approval_request__title_trigram" on "approval_request" using gin (fold("title") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "approval_request" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_approval_request"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when (new."subject_id", new."subject_entity") is distinct from (old."subject_id", old."subject_entity") then change_of('subject', to_json(case when old."subject_id" is not null then json_build_object('entity', old."subject_entity", 'id', old."subject_id") end), to_json(case when new."subject_id" is not null then json_build_object('entity', new."subject_entity", 'id', new."subject_id") end)) end,
    case when new."requested_by_id" is distinct from old."requested_by_id" then change_of('requestedBy', to_json(old."requested_by_id"), to_json(new."requested_by_id")) end,
    case when new."approver_id" is distinct from old."approver_id" then change_of('approver', to_json(old."approver_id"), to_json(new."approver_id")) end,
    case when new."level" is distinct from old."level" then change_of('level', to_json(old."level"), to_json(new."level")) end,
    case when new."levels_required" is distinct from old."levels_required" then change_of('levelsRequired', to_json(old."levels_required"), to_json(new."levels_required")) end,
    case when new."decided_at" is distinct from old."decided_at" then change_of('decidedAt', to_json(to_char(old."decided_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."decided_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."note" is distinct from old."note" then change_of('note', to_json(old."note"), to_json(new."note")) end,
    case when new."expires_at" is distinct from old."expires_at" then change_of('expiresAt', to_json(to_char(old."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."payload" is distinct from old."payload" then change_of('payload', to_json(case when old."payload" is not null then '•' end), to_json(case when new."payload" is not null then '•' end)) end,
    case when new."digest" is distinct from old."digest" then change_of('digest', to_json(case when old."digest" is not null then '•' end), to_json(case when new."digest" is not null then '•' end)) end,
    case when new."mark" is distinct from old."mark" then change_of('mark', to_json(case when old."mark" is not null then '•' end), to_json(case when new."mark" is not null then '•' end)) end,
    case when new."preview" is distinct from old."preview" then change_of('preview', to_json(case when old."preview" is not null then '•' end), to_json(case when new."preview" is not null then '•' end)) end,
    case when new."agreed" is distinct from old."agreed" then change_of('agreed', to_json(case when old."agreed" is not null then '•' end), to_json(case when new."agreed" is not null then '•' end)) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ApprovalRequest', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "approval_request" for each row execute function "history_of_approval_request"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "approval_request" for each statement execute function refuse_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "approval_request"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "approval_request"; exception when undefined_table then null; end $$;
drop function if exists "history_of_approval_request"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "approval_request"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "approval_request__title_trigram"`)
    this.addSql(`drop index if exists "approval_request__state_index"`)
    this.addSql(`drop index if exists "approval_request__approver_index"`)
    this.addSql(`drop index if exists "approval_request__subject_index"`)
    this.addSql(`drop index if exists "approval_request__created_at_index"`)
    this.addSql(`drop index if exists "approval_request__requested_by_state_index"`)
    this.addSql(`drop index if exists "approval_request__state_expires_at_index"`)
    this.addSql(`alter table if exists "approval_request" drop constraint if exists "approval_request__state_choice"`)
    this.addSql(`alter table if exists "approval_request" drop constraint if exists "approval_request__subject_whole"`)
    this.addSql(`alter table if exists "approval_request" drop constraint if exists "approval_request__kind_choice"`)
    this.addSql(`drop index if exists "approval_request__search_index"`)
    this.addSql(`alter table if exists "approval_request" drop column if exists "search"`)
    this.addSql(`drop table if exists "approval_request" cascade`)
  }
}
