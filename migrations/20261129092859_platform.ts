import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129092859_platform extends Migration {
  override readonly name = '20261129092859_platform'

  override up(): void {
    this.addSql(`drop index if exists "persisted_query__name_folded_index"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__state_choice"`)
    this.addSql(`drop index if exists "persisted_query__name_unique"`)
    this.addSql(`drop index if exists "persisted_query__search_index"`)
    this.addSql(`alter table if exists "persisted_query" drop column if exists "search"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`create extension if not exists fuzzystrmatch`)
    this.addSql(`create table policy_version (single boolean primary key default true check (single), number bigint not null);
insert into policy_version (number) values (1);
create function policy_moved() returns trigger language plpgsql as $$ begin update policy_version set number = number + 1; return null; end $$`)
    this.addSql(`create schema if not exists guard;
create unlogged table if not exists guard.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint);
comment on table guard.throttle is $$Failed attempts, by whom they were made.$$`)
    this.addSql(`create or replace function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('coulisses_changes', tg_table_name);
  return null;
end $$`)
    this.addSql(`create table "second_factor" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "secret" text not null, "last_step" integer not null default 0, "confirmed_at" timestamptz(3) null, primary key ("id"));

create table "town" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(120) not null, "postcode" varchar(16) not null, "region_id" uuid null, "country_code" char(2) not null default 'FR', "population" integer null, "position" numeric(9, 6) not null, "position_longitude" numeric(9, 6) not null, primary key ("id"));

create table "recovery_code" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "code_hash" varchar(64) not null, primary key ("id"));

create table "password_link" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "token_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));

create table "notification" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "kind" varchar(60) not null, "title" varchar(250) not null, "body" text null, "subject_id" uuid null, "subject_entity" varchar(60) null, "dedupe_key" varchar(120) not null default '-', "read_at" timestamptz(3) null, "mailed_at" timestamptz(3) null, "state" varchar(40) not null default 'UNREAD', primary key ("id"));

create table "module" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "key" varchar(40) not null, "name" varchar(80) not null, "enabled" boolean not null default true, primary key ("id"));

create table "module_setting" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "module_id" uuid not null, "key" varchar(60) not null, "value" jsonb not null, primary key ("id"));

create table "error_report" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "fingerprint" varchar(64) not null, "message" varchar(500) not null, "stack" text null, "context" jsonb null, "release" varchar(60) not null, "count" integer not null default 1, "first_at" timestamptz(3) not null, "last_at" timestamptz(3) not null, "source" varchar(40) not null, "user_id" uuid null, "state" varchar(40) not null default 'OPEN', primary key ("id"));

create table "encryption_key" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(40) not null, "number" integer not null, "algorithm" varchar(40) not null, "public_key" varchar(120) not null, "private_key_ref" varchar(200) not null, "active_from" timestamptz(3) not null, "retired_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "document_grant" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "partner_id" uuid not null, "document_id" uuid not null, "variables" jsonb null, "rate_per_minute" integer not null default 60, "rows_per_day" integer null, "page_limit" integer null, "cache_seconds" integer null, "valid_from" timestamptz(3) null, "valid_until" timestamptz(3) null, "proposed_by_id" uuid null, "approved_by_id" uuid null, "reason" text null, "state" varchar(40) not null default 'PROPOSED', primary key ("id"));

create table "document_usage" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "day" date not null, "document_id" uuid not null, "grant_id" uuid null, "calls" bigint not null default 0, "kept" bigint not null default 0, "errors" integer not null default 0, "refused" integer not null default 0, "row_count" bigint not null default 0, "bytes" bigint not null default 0, "times" jsonb null, "last_used_at" timestamptz(3) null, primary key ("id"));

create table "team" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(80) not null, "department_id" uuid null, "manager_id" uuid null, primary key ("id"));

create table "permission" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "role_id" uuid null, "department_id" uuid null, "user_id" uuid null, "entity_type" varchar(60) not null, "action" varchar(60) not null, "field" varchar(60) null, "scope" varchar(40) not null default 'ALL', "effect" varchar(40) not null default 'ALLOW', "known_fields" jsonb null, primary key ("id"));

create table "conflict_rule" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "kind" varchar(40) not null, "effect" varchar(40) not null default 'ALERT', "party_a_id" uuid not null, "party_b_id" uuid null, "user_id" uuid null, "reason" text not null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "conflict_alert" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "at" timestamptz(3) not null, "rule_id" uuid not null, "user_id" uuid null, "subject_id" uuid null, "subject_entity" varchar(60) null, "blocked" boolean not null default false, "attempts" integer not null default 1, "state" varchar(40) not null default 'OPEN', primary key ("id"));

create table "comment" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "subject_id" uuid not null, "subject_entity" varchar(60) not null, "body" text not null, "author_id" uuid null, "reply_to_id" uuid null, "position" numeric(8, 2) null, "mentions" jsonb null, "state" varchar(40) not null default 'VISIBLE', primary key ("id"));

create table "contract" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "kind" varchar(40) not null default 'EVENT_SALE', "title" varchar(200) null, "client_id" uuid null, "sales_contact_id" uuid null, "body" text null, "total_amount" bigint null, "total_amount_currency" char(3) null, "amount_due" bigint null, "amount_due_currency" char(3) null, "contract_type_id" uuid null, "starts_on" date null, "ends_on" date null, "renewal_on" date null, "exclusivity" jsonb null, "signed_at" timestamptz(3) null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "payment" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "amount" bigint not null, "amount_currency" char(3) not null, "contract_id" uuid null, "subject_id" uuid null, "subject_entity" varchar(60) null, "payer_id" uuid null, "payee_id" uuid null, "due_on" date null, "paid_on" date null, "method" varchar(40) null, "reminders" integer not null default 0, "last_reminder_at" timestamptz(3) null, "state" varchar(40) not null default 'PENDING', primary key ("id"));

create table "event" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "title" varchar(200) not null, "kind" varchar(40) not null default 'PARTY', "line" varchar(40) not null default 'EPIC_EVENTS', "contract_id" uuid null, "client_id" uuid null, "client_contact_id" uuid null, "support_contact_id" uuid null, "start_at" timestamptz(3) not null, "start_at_zone" varchar(60) not null, "end_at" timestamptz(3) not null, "end_at_zone" varchar(60) not null, "location_text" text null, "expected_attendees" integer null, "actual_attendees" integer null, "notes" text null, "visibility" varchar(40) not null default 'PRIVATE', "highlighted" boolean not null default false, "ticket_url" varchar(2000) null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "contract_parties" ("contract_id" uuid not null, "party_id" uuid not null, primary key ("contract_id", "party_id"));

create table "client_other_contacts" ("client_id" uuid not null, "person_id" uuid not null, primary key ("client_id", "person_id"));

create table "audit_seal" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "day" date not null, "number" integer not null, "sealed_at" timestamptz(3) not null, "entries" integer not null, "previous" varchar(64) null, "hash" varchar(64) not null, "ids" uuid[] null, "digests" text null, primary key ("id"));

create table "approval_request" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "kind" varchar(40) not null default 'SENSITIVE_ACTION', "title" varchar(250) not null, "subject_id" uuid null, "subject_entity" varchar(60) null, "requested_by_id" uuid not null, "approver_id" uuid null, "level" integer not null default 0, "levels_required" integer not null default 1, "decided_at" timestamptz(3) null, "reason" text null, "note" text null, "expires_at" timestamptz(3) not null, "payload" text not null, "digest" varchar(64) not null, "mark" varchar(64) not null, "preview" jsonb not null, "agreed" jsonb null, "state" varchar(40) not null default 'PENDING', primary key ("id"));

create table "api_key" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(80) not null, "prefix" varchar(12) not null, "token_hash" varchar(64) not null, "scopes" text[] not null, "user_id" uuid not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "access_grant" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "entity_type" varchar(60) not null, "entity_id" uuid null, "level" varchar(40) not null default 'READ', "from_at" timestamptz(3) not null, "until_at" timestamptz(3) null, "reason" text not null, "granted_by_id" uuid null, "state" varchar(40) not null default 'GIVEN', primary key ("id"));

alter table "user" add "notify_by_mail" boolean not null default true, add "team_id" uuid null, add "level" varchar(40) not null default 'STANDARD', add "second_factor_since" timestamptz(3) null;
alter table "user" add constraint "user__team_id_fkey" foreign key ("team_id") references "team" ("id") on update no action on delete no action deferrable initially immediate;

alter table "persisted_query" add "revision" integer not null default 1, add "alias" varchar(90) null, add "operation_name" varchar(100) null, add "variables" jsonb null, add "cache_seconds" integer not null default 30, add "submitted_by_id" uuid null, add "approved_by_id" uuid null, add "reason" text null, add "disclosed" jsonb null, add "deprecated_at" timestamptz(3) null, add "sunset_at" timestamptz(3) null, add "successor_id" uuid null;
alter table "persisted_query" add constraint "persisted_query__submitted_by_id_fkey" foreign key ("submitted_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" add constraint "persisted_query__approved_by_id_fkey" foreign key ("approved_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" add constraint "persisted_query__successor_id_fkey" foreign key ("successor_id") references "persisted_query" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" alter column "name" type varchar(80) using ("name"::varchar(80));
alter table "persisted_query" alter column "state" set default 'DRAFT';

alter table "party" add "birth_date" text null;

alter table "client" add "full_name" varchar(250) null, add "email" varchar(254) null, add "phone" varchar(60) null, add "phone_e164" varchar(16) null;

alter table "audit_entry" add "reason" varchar(60) null, add "records" uuid[] null, add "operation" varchar(200) null, add "details" jsonb null, add "address" varchar(60) null, add "salt" uuid null, add "salts" jsonb null;
alter table "audit_entry" alter column "entity_type" drop not null;
alter table "audit_entry" alter column "entity_id" drop not null;

alter table "second_factor" add constraint "second_factor__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "second_factor" add constraint "second_factor__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "town" add constraint "town__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "town" add constraint "town__region_id_fkey" foreign key ("region_id") references "region" ("id") on update no action on delete no action deferrable initially immediate;

alter table "recovery_code" add constraint "recovery_code__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "recovery_code" add constraint "recovery_code__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "password_link" add constraint "password_link__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "password_link" add constraint "password_link__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "notification" add constraint "notification__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "notification" add constraint "notification__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "module" add constraint "module__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "module_setting" add constraint "module_setting__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "module_setting" add constraint "module_setting__module_id_fkey" foreign key ("module_id") references "module" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "error_report" add constraint "error_report__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "error_report" add constraint "error_report__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "encryption_key" add constraint "encryption_key__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "document_grant" add constraint "document_grant__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__partner_id_fkey" foreign key ("partner_id") references "diffusion_partner" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__document_id_fkey" foreign key ("document_id") references "persisted_query" ("id") on update no action on delete no action deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__proposed_by_id_fkey" foreign key ("proposed_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__approved_by_id_fkey" foreign key ("approved_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "document_usage" add constraint "document_usage__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "document_usage" add constraint "document_usage__document_id_fkey" foreign key ("document_id") references "persisted_query" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "document_usage" add constraint "document_usage__grant_id_fkey" foreign key ("grant_id") references "document_grant" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "team" add constraint "team__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "team" add constraint "team__department_id_fkey" foreign key ("department_id") references "department" ("id") on update no action on delete no action deferrable initially immediate;
alter table "team" add constraint "team__manager_id_fkey" foreign key ("manager_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "permission" add constraint "permission__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "permission" add constraint "permission__role_id_fkey" foreign key ("role_id") references "role" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "permission" add constraint "permission__department_id_fkey" foreign key ("department_id") references "department" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "permission" add constraint "permission__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "conflict_rule" add constraint "conflict_rule__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__party_a_id_fkey" foreign key ("party_a_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__party_b_id_fkey" foreign key ("party_b_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "conflict_rule" add constraint "conflict_rule__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "conflict_alert" add constraint "conflict_alert__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "conflict_alert" add constraint "conflict_alert__rule_id_fkey" foreign key ("rule_id") references "conflict_rule" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "conflict_alert" add constraint "conflict_alert__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "comment" add constraint "comment__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "comment" add constraint "comment__author_id_fkey" foreign key ("author_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "comment" add constraint "comment__reply_to_id_fkey" foreign key ("reply_to_id") references "comment" ("id") on update no action on delete no action deferrable initially immediate;

alter table "contract" add constraint "contract__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "contract" add constraint "contract__client_id_fkey" foreign key ("client_id") references "client" ("id") on update no action on delete no action deferrable initially immediate;
alter table "contract" add constraint "contract__sales_contact_id_fkey" foreign key ("sales_contact_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "contract" add constraint "contract__contract_type_id_fkey" foreign key ("contract_type_id") references "contract_type" ("id") on update no action on delete no action deferrable initially immediate;

alter table "payment" add constraint "payment__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "payment" add constraint "payment__contract_id_fkey" foreign key ("contract_id") references "contract" ("id") on update no action on delete no action deferrable initially immediate;
alter table "payment" add constraint "payment__payer_id_fkey" foreign key ("payer_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "payment" add constraint "payment__payee_id_fkey" foreign key ("payee_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;

alter table "event" add constraint "event__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "event" add constraint "event__contract_id_fkey" foreign key ("contract_id") references "contract" ("id") on update no action on delete no action deferrable initially immediate;
alter table "event" add constraint "event__client_id_fkey" foreign key ("client_id") references "client" ("id") on update no action on delete no action deferrable initially immediate;
alter table "event" add constraint "event__client_contact_id_fkey" foreign key ("client_contact_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "event" add constraint "event__support_contact_id_fkey" foreign key ("support_contact_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "contract_parties" add constraint "contract_parties__contract_id_fkey" foreign key ("contract_id") references "contract" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "contract_parties" add constraint "contract_parties__party_id_fkey" foreign key ("party_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "client_other_contacts" add constraint "client_other_contacts__client_id_fkey" foreign key ("client_id") references "client" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "client_other_contacts" add constraint "client_other_contacts__person_id_fkey" foreign key ("person_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "audit_seal" add constraint "audit_seal__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "approval_request" add constraint "approval_request__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "approval_request" add constraint "approval_request__requested_by_id_fkey" foreign key ("requested_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "approval_request" add constraint "approval_request__approver_id_fkey" foreign key ("approver_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "api_key" add constraint "api_key__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "api_key" add constraint "api_key__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "access_grant" add constraint "access_grant__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "access_grant" add constraint "access_grant__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "access_grant" add constraint "access_grant__granted_by_id_fkey" foreign key ("granted_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "article" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "casting_category" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "casting_offer" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "diffusion_partner" for each statement execute function announce_change()`)
    this.addSql(`create unique index "document_grant__partner_document_unique" on "document_grant" ("partner_id", "document_id") where "state" is distinct from 'ENDED'`)
    this.addSql(`alter table "document_grant" add constraint "document_grant__state_choice" check ("state" in ('PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED'))`)
    this.addSql(`alter table "document_grant" add constraint "document_grant__grant_ends_after_it_starts_check" check (valid_until > valid_from)`)
    this.addSql(`create index "document_grant__created_at_index" on "document_grant" ("created_at", "id")`)
    this.addSql(`create index "document_grant__created_by_index" on "document_grant" ("created_by_id")`)
    this.addSql(`create index "document_grant__partner_index" on "document_grant" ("partner_id")`)
    this.addSql(`create index "document_grant__document_index" on "document_grant" ("document_id")`)
    this.addSql(`create index "document_grant__proposed_by_index" on "document_grant" ("proposed_by_id")`)
    this.addSql(`create index "document_grant__approved_by_index" on "document_grant" ("approved_by_id")`)
    this.addSql(`create or replace trigger "touch" before update on "document_grant" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_document_grant"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."partner_id" is distinct from old."partner_id" then change_of('partner', to_json(old."partner_id"), to_json(new."partner_id")) end,
    case when new."document_id" is distinct from old."document_id" then change_of('document', to_json(old."document_id"), to_json(new."document_id")) end,
    case when new."variables" is distinct from old."variables" then change_of('variables', to_json(old."variables"), to_json(new."variables")) end,
    case when new."rate_per_minute" is distinct from old."rate_per_minute" then change_of('ratePerMinute', to_json(old."rate_per_minute"), to_json(new."rate_per_minute")) end,
    case when new."rows_per_day" is distinct from old."rows_per_day" then change_of('rowsPerDay', to_json(old."rows_per_day"), to_json(new."rows_per_day")) end,
    case when new."page_limit" is distinct from old."page_limit" then change_of('pageLimit', to_json(old."page_limit"), to_json(new."page_limit")) end,
    case when new."cache_seconds" is distinct from old."cache_seconds" then change_of('cacheSeconds', to_json(old."cache_seconds"), to_json(new."cache_seconds")) end,
    case when new."valid_from" is distinct from old."valid_from" then change_of('validFrom', to_json(to_char(old."valid_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."valid_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."valid_until" is distinct from old."valid_until" then change_of('validUntil', to_json(to_char(old."valid_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."valid_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."proposed_by_id" is distinct from old."proposed_by_id" then change_of('proposedBy', to_json(old."proposed_by_id"), to_json(new."proposed_by_id")) end,
    case when new."approved_by_id" is distinct from old."approved_by_id" then change_of('approvedBy', to_json(old."approved_by_id"), to_json(new."approved_by_id")) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'DocumentGrant', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "document_grant" for each row execute function "history_of_document_grant"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "document_grant" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "document_grant" for each statement execute function announce_change()`)
    this.addSql(`create unique index "document_usage__day_document_grant_unique" on "document_usage" ("day", "document_id", "grant_id") nulls not distinct`)
    this.addSql(`create index "document_usage__day_index" on "document_usage" ("day", "id")`)
    this.addSql(`create index "document_usage__document_index" on "document_usage" ("document_id")`)
    this.addSql(`create index "document_usage__grant_index" on "document_usage" ("grant_id")`)
    this.addSql(`create or replace trigger "touch" before update on "document_usage" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "partner_feed" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "profession" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "profession_domain" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "prospect" for each statement execute function announce_change()`)
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
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "access_grant" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "address" for each statement execute function announce_change()`)
    this.addSql(`-- of name varchar(80)
alter table "api_key" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "api_key__search_index" on "api_key" using gin ("search")`)
    this.addSql(`create unique index "api_key__token_hash_unique" on "api_key" ("token_hash")`)
    this.addSql(`alter table "api_key" add constraint "api_key__scopes_choice" check ("scopes" <@ array['GRAPHQL_READ', 'GRAPHQL_WRITE', 'DOCUMENTS_RUN']::text[])`)
    this.addSql(`alter table "api_key" add constraint "api_key__state_choice" check ("state" in ('ACTIVE', 'REVOKED'))`)
    this.addSql(`create index "api_key__created_at_index" on "api_key" ("created_at", "id")`)
    this.addSql(`create index "api_key__name_folded_index" on "api_key" (fold("name"), "id")`)
    this.addSql(`create index "api_key__created_by_index" on "api_key" ("created_by_id")`)
    this.addSql(`create index "api_key__user_index" on "api_key" ("user_id")`)
    this.addSql(`create index "api_key__name_trigram" on "api_key" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "api_key" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_api_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."prefix" is distinct from old."prefix" then change_of('prefix', to_json(old."prefix"), to_json(new."prefix")) end,
    case when new."token_hash" is distinct from old."token_hash" then change_of('tokenHash', to_json(case when old."token_hash" is not null then '•' end), to_json(case when new."token_hash" is not null then '•' end)) end,
    case when new."scopes" is distinct from old."scopes" then change_of('scopes', to_json(old."scopes"), to_json(new."scopes")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when new."expires_at" is distinct from old."expires_at" then change_of('expiresAt', to_json(to_char(old."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."last_used_at" is distinct from old."last_used_at" then change_of('lastUsedAt', to_json(to_char(old."last_used_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_used_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ApiKey', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "api_key" for each row execute function "history_of_api_key"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "api_key" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "api_key" for each statement execute function announce_change()`)
    this.addSql(`-- of name varchar(80)
alter table "module" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "module__search_index" on "module" using gin ("search")`)
    this.addSql(`create unique index "module__key_unique" on "module" ("key")`)
    this.addSql(`create index "module__name_folded_index" on "module" (fold("name"), "id")`)
    this.addSql(`create index "module__name_trigram" on "module" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "module" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_module"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."enabled" is distinct from old."enabled" then change_of('enabled', to_json(old."enabled"), to_json(new."enabled")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Module', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "module" for each row execute function "history_of_module"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "module" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "module" for each statement execute function announce_change()`)
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
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "approval_request" for each statement execute function announce_change()`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'REFUSED', 'EXPORT', 'REDACTED'))`)
    this.addSql(`create index "audit_entry__entity_type_at_index" on "audit_entry" ("entity_type", "at", "id")`)
    this.addSql(`create index "audit_entry__action_at_index" on "audit_entry" ("action", "at", "id")`)
    this.addSql(`create index "audit_entry__origin_at_index" on "audit_entry" ("origin", "at", "id")`)
    this.addSql(`create index "audit_entry__request_id_index" on "audit_entry" ("request_id", "id")`)
    this.addSql(`create index "audit_entry__records_elements" on "audit_entry" using gin ("records")`)
    this.addSql(`create table audit_pending (entry_id uuid not null);
insert into audit_pending select id from "audit_entry"`)
    this.addSql(`create or replace function audit_field_salt(salt uuid, salts jsonb, field text) returns text language sql immutable parallel safe
  return coalesce(salts ->> field, encode(sha256(convert_to(coalesce(salt::text, '') || field, 'UTF8')), 'hex'))`)
    this.addSql(`create or replace function audit_hidden(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select jsonb_object_agg(key, case when key = any(fields) then jsonb_build_object('redacted', encode(sha256(convert_to(audit_field_salt(salt, salts, key) || value::text, 'UTF8')), 'hex')) else value end) from jsonb_each(changes))`)
    this.addSql(`create or replace function audit_salts(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(key, audit_field_salt(salt, salts, key)), '{}') from jsonb_each(changes) where not key = any(fields) and not value ? 'redacted')`)
    this.addSql(`create or replace function audit_redact(entity text, record uuid, fields text[]) returns integer language plpgsql as $$
declare
  hidden integer;
begin
  update "audit_entry" e set changes = audit_hidden(e.changes, e.salt, e.salts, told.fields), salts = audit_salts(e.changes, e.salt, e.salts, told.fields), salt = null
  from (select id, array_agg(key) as fields from "audit_entry", jsonb_each(changes) where entity_type = entity and entity_id = record and key = any(fields) and not value ? 'redacted' group by id) told
  where e.id = told.id;
  get diagnostics hidden = row_count;
  return hidden;
end $$`)
    this.addSql(`create or replace function note_audit_entry() returns trigger language plpgsql as $$
begin
  new.salt := gen_random_uuid();
  new.salts := null;
  insert into audit_pending (entry_id) values (new.id);
  return new;
end $$;
create or replace trigger "note" before insert on "audit_entry" for each row execute function note_audit_entry()`)
    this.addSql(`create or replace function keep_audit_entry() returns trigger language plpgsql as $$
declare
  fields text[];
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'UPDATE' then
    select array_agg(key order by key) into fields from jsonb_each(old.changes) where value is distinct from new.changes -> key;
    if fields is not null and new.salt is null and new.changes = audit_hidden(old.changes, old.salt, old.salts, fields) and new.salts = audit_salts(old.changes, old.salt, old.salts, fields)
      and to_jsonb(new) - '{changes,salt,salts}'::text[] = to_jsonb(old) - '{changes,salt,salts}'::text[] then
      insert into "audit_entry" (at, action, entity_type, entity_id, details, version, origin, user_id, request_id)
        values (clock_timestamp(), 'REDACTED', old.entity_type, old.entity_id, jsonb_build_object('entry', old.id, 'fields', fields), 0, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
      return new;
    end if;
  end if;
  raise exception '% of % is refused: its history would have a hole', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger "append_only" before update or delete on "audit_entry" for each row execute function keep_audit_entry()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "audit_entry" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "audit_seal__day_number_unique" on "audit_seal" ("day", "number")`)
    this.addSql(`create index "audit_seal__sealed_at_index" on "audit_seal" ("sealed_at", "id")`)
    this.addSql(`create or replace trigger "append_only" before update or delete on "audit_seal" for each row execute function refuse_change();
create or replace trigger "refuse_truncate" before truncate on "audit_seal" for each statement execute function refuse_change()`)
    this.addSql(`create index "client__full_name_index" on "client" ("full_name", "id")`)
    this.addSql(`create index "client__full_name_folded_index" on "client" (fold("full_name"), "id")`)
    this.addSql(`create index "client__email_index" on "client" ("email", "id")`)
    this.addSql(`create index "client__email_folded_index" on "client" (fold("email"), "id")`)
    this.addSql(`create or replace function "history_of_client"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."full_name" is distinct from old."full_name" then change_of('fullName', to_json(old."full_name"), to_json(new."full_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when (new."phone", new."phone_e164") is distinct from (old."phone", old."phone_e164") then change_of('phone', to_json(case when old."phone" is null then null else json_build_object('raw', old."phone", 'e164', old."phone_e164") end), to_json(case when new."phone" is null then null else json_build_object('raw', new."phone", 'e164', new."phone_e164") end)) end,
    case when new."company_name" is distinct from old."company_name" then change_of('companyName', to_json(old."company_name"), to_json(new."company_name")) end,
    case when new."organisation_id" is distinct from old."organisation_id" then change_of('organisation', to_json(old."organisation_id"), to_json(new."organisation_id")) end,
    case when new."contact_id" is distinct from old."contact_id" then change_of('contact', to_json(old."contact_id"), to_json(new."contact_id")) end,
    case when new."lines" is distinct from old."lines" then change_of('lines', to_json(old."lines"), to_json(new."lines")) end,
    case when new."first_contact_on" is distinct from old."first_contact_on" then change_of('firstContactOn', to_json(to_char(old."first_contact_on", 'YYYY-MM-DD')), to_json(to_char(new."first_contact_on", 'YYYY-MM-DD'))) end,
    case when new."last_contact_at" is distinct from old."last_contact_at" then change_of('lastContactAt', to_json(to_char(old."last_contact_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_contact_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."sales_contact_id" is distinct from old."sales_contact_id" then change_of('salesContact', to_json(old."sales_contact_id"), to_json(new."sales_contact_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Client', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "client" for each row execute function "history_of_client"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "client" for each statement execute function announce_change()`)
    this.addSql(`-- of body text
alter table "comment" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("body", '')) || to_tsvector('coulisses_plain', coalesce("body", '')), 'A')) stored`)
    this.addSql(`create index "comment__search_index" on "comment" using gin ("search")`)
    this.addSql(`alter table "comment" add constraint "comment__state_choice" check ("state" in ('VISIBLE', 'REMOVED'))`)
    this.addSql(`create index "comment__subject_created_at_index" on "comment" ("subject_id", "subject_entity", "created_at", "id")`)
    this.addSql(`create index "comment__created_at_index" on "comment" ("created_at", "id")`)
    this.addSql(`create index "comment__created_by_index" on "comment" ("created_by_id")`)
    this.addSql(`create index "comment__author_index" on "comment" ("author_id")`)
    this.addSql(`create index "comment__reply_to_index" on "comment" ("reply_to_id")`)
    this.addSql(`create or replace trigger "touch" before update on "comment" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_comment"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when (new."subject_id", new."subject_entity") is distinct from (old."subject_id", old."subject_entity") then change_of('subject', to_json(case when old."subject_id" is not null then json_build_object('entity', old."subject_entity", 'id', old."subject_id") end), to_json(case when new."subject_id" is not null then json_build_object('entity', new."subject_entity", 'id', new."subject_id") end)) end,
    case when new."body" is distinct from old."body" then change_of('body', to_json(old."body"), to_json(new."body")) end,
    case when new."author_id" is distinct from old."author_id" then change_of('author', to_json(old."author_id"), to_json(new."author_id")) end,
    case when new."reply_to_id" is distinct from old."reply_to_id" then change_of('replyTo', to_json(old."reply_to_id"), to_json(new."reply_to_id")) end,
    case when new."position" is distinct from old."position" then change_of('position', to_json(old."position"::text), to_json(new."position"::text)) end,
    case when new."mentions" is distinct from old."mentions" then change_of('mentions', to_json(old."mentions"), to_json(new."mentions")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Comment', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "comment" for each row execute function "history_of_comment"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "comment" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "comment" for each statement execute function announce_change()`)
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
    this.addSql(`select setval(pg_get_serial_sequence('"contract"', 'number'), (select greatest(1000, max("number") + 1) from "contract"), false)`)
    this.addSql(`-- of title varchar(200)
alter table "contract" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("title", '')) || to_tsvector('coulisses_plain', coalesce("title", '')), 'A')) stored`)
    this.addSql(`create index "contract__search_index" on "contract" using gin ("search")`)
    this.addSql(`create unique index "contract__number_unique" on "contract" ("number")`)
    this.addSql(`alter table "contract" add constraint "contract__kind_choice" check ("kind" in ('EVENT_SALE', 'BOOKING', 'PROPOSAL', 'ARTIST', 'EMPLOYMENT', 'SPONSORSHIP'))`)
    this.addSql(`alter table "contract" add constraint "contract__total_amount_whole" check (num_nonnulls("total_amount", "total_amount_currency") in (0, 2))`)
    this.addSql(`alter table "contract" add constraint "contract__amount_due_whole" check (num_nonnulls("amount_due", "amount_due_currency") in (0, 2))`)
    this.addSql(`alter table "contract" add constraint "contract__state_choice" check ("state" in ('DRAFT', 'SENT', 'CHANGES_REQUESTED', 'SIGNED', 'ENDED', 'TERMINATED', 'REFUSED'))`)
    this.addSql(`alter table "contract" add constraint "contract__due_is_within_total_check" check (amount_due is null or (total_amount is not null and amount_due <= total_amount))`)
    this.addSql(`alter table "contract" add constraint "contract__one_currency_check" check (amount_due_currency = total_amount_currency)`)
    this.addSql(`alter table "contract" add constraint "contract__ends_after_it_starts_check" check (ends_on >= starts_on)`)
    this.addSql(`alter table "contract" add constraint "contract__signature_is_dated_check" check (state not in ('SIGNED', 'ENDED', 'TERMINATED') or signed_at is not null)`)
    this.addSql(`create index "contract__kind_state_index" on "contract" ("kind", "state", "id")`)
    this.addSql(`create index "contract__sales_contact_state_index" on "contract" ("sales_contact_id", "state", "id")`)
    this.addSql(`create index "contract__number_index" on "contract" ("number", "id")`)
    this.addSql(`create index "contract__title_folded_index" on "contract" (fold("title"), "id")`)
    this.addSql(`create index "contract__created_at_index" on "contract" ("created_at", "id")`)
    this.addSql(`create index "contract__created_by_index" on "contract" ("created_by_id")`)
    this.addSql(`create index "contract__client_index" on "contract" ("client_id")`)
    this.addSql(`create index "contract__total_amount_index" on "contract" ("total_amount", "id")`)
    this.addSql(`create index "contract__amount_due_index" on "contract" ("amount_due", "id")`)
    this.addSql(`create index "contract__contract_type_index" on "contract" ("contract_type_id")`)
    this.addSql(`create index "contract__signed_at_index" on "contract" ("signed_at", "id")`)
    this.addSql(`create index "contract__title_trigram" on "contract" using gin (fold("title") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "contract" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_contract"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."sales_contact_id" is distinct from old."sales_contact_id" then change_of('salesContact', to_json(old."sales_contact_id"), to_json(new."sales_contact_id")) end,
    case when new."body" is distinct from old."body" then change_of('body', to_json(case when old."body" is not null then '•' end), to_json(case when new."body" is not null then '•' end)) end,
    case when (new."total_amount", new."total_amount_currency") is distinct from (old."total_amount", old."total_amount_currency") then change_of('totalAmount', to_json(case when old."total_amount" is null then null else json_build_object('amount', old."total_amount", 'currency', old."total_amount_currency") end), to_json(case when new."total_amount" is null then null else json_build_object('amount', new."total_amount", 'currency', new."total_amount_currency") end)) end,
    case when (new."amount_due", new."amount_due_currency") is distinct from (old."amount_due", old."amount_due_currency") then change_of('amountDue', to_json(case when old."amount_due" is null then null else json_build_object('amount', old."amount_due", 'currency', old."amount_due_currency") end), to_json(case when new."amount_due" is null then null else json_build_object('amount', new."amount_due", 'currency', new."amount_due_currency") end)) end,
    case when new."contract_type_id" is distinct from old."contract_type_id" then change_of('contractType', to_json(old."contract_type_id"), to_json(new."contract_type_id")) end,
    case when new."starts_on" is distinct from old."starts_on" then change_of('startsOn', to_json(to_char(old."starts_on", 'YYYY-MM-DD')), to_json(to_char(new."starts_on", 'YYYY-MM-DD'))) end,
    case when new."ends_on" is distinct from old."ends_on" then change_of('endsOn', to_json(to_char(old."ends_on", 'YYYY-MM-DD')), to_json(to_char(new."ends_on", 'YYYY-MM-DD'))) end,
    case when new."renewal_on" is distinct from old."renewal_on" then change_of('renewalOn', to_json(to_char(old."renewal_on", 'YYYY-MM-DD')), to_json(to_char(new."renewal_on", 'YYYY-MM-DD'))) end,
    case when new."exclusivity" is distinct from old."exclusivity" then change_of('exclusivity', to_json(old."exclusivity"), to_json(new."exclusivity")) end,
    case when new."signed_at" is distinct from old."signed_at" then change_of('signedAt', to_json(to_char(old."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."signed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Contract', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "contract" for each row execute function "history_of_contract"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "contract" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "contract" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "contract_type" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "policy" after insert or update or delete on "department" for each statement execute function policy_moved()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "department" for each statement execute function announce_change()`)
    this.addSql(`create unique index "encryption_key__name_number_unique" on "encryption_key" ("name", "number")`)
    this.addSql(`create unique index "encryption_key__public_key_unique" on "encryption_key" ("public_key")`)
    this.addSql(`alter table "encryption_key" add constraint "encryption_key__state_choice" check ("state" in ('ACTIVE', 'RETIRED'))`)
    this.addSql(`create index "encryption_key__number_index" on "encryption_key" ("number", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "encryption_key" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_encryption_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."algorithm" is distinct from old."algorithm" then change_of('algorithm', to_json(old."algorithm"), to_json(new."algorithm")) end,
    case when new."public_key" is distinct from old."public_key" then change_of('publicKey', to_json(old."public_key"), to_json(new."public_key")) end,
    case when new."private_key_ref" is distinct from old."private_key_ref" then change_of('privateKeyRef', to_json(old."private_key_ref"), to_json(new."private_key_ref")) end,
    case when new."active_from" is distinct from old."active_from" then change_of('activeFrom', to_json(to_char(old."active_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."active_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."retired_at" is distinct from old."retired_at" then change_of('retiredAt', to_json(to_char(old."retired_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."retired_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'EncryptionKey', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "encryption_key" for each row execute function "history_of_encryption_key"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "encryption_key" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "encryption_key" for each statement execute function announce_change()`)
    this.addSql(`-- of message varchar(500)
alter table "error_report" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("message", '')) || to_tsvector('coulisses_plain', coalesce("message", '')), 'A')) stored`)
    this.addSql(`create index "error_report__search_index" on "error_report" using gin ("search")`)
    this.addSql(`create unique index "error_report__fingerprint_release_unique" on "error_report" ("fingerprint", "release")`)
    this.addSql(`alter table "error_report" add constraint "error_report__source_choice" check ("source" in ('API', 'CLI', 'ADMIN', 'SITE', 'JOB'))`)
    this.addSql(`alter table "error_report" add constraint "error_report__state_choice" check ("state" in ('OPEN', 'RESOLVED', 'REOPENED'))`)
    this.addSql(`create index "error_report__state_last_at_index" on "error_report" ("state", "last_at", "id")`)
    this.addSql(`create index "error_report__last_at_index" on "error_report" ("last_at", "id")`)
    this.addSql(`create index "error_report__message_folded_index" on "error_report" (fold("message"), "id")`)
    this.addSql(`create index "error_report__created_at_index" on "error_report" ("created_at", "id")`)
    this.addSql(`create index "error_report__created_by_index" on "error_report" ("created_by_id")`)
    this.addSql(`create index "error_report__user_index" on "error_report" ("user_id")`)
    this.addSql(`create index "error_report__message_trigram" on "error_report" using gin (fold("message") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "error_report" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`select setval(pg_get_serial_sequence('"event"', 'number'), (select greatest(2000, max("number") + 1) from "event"), false)`)
    this.addSql(`-- of title varchar(200), location_text text, notes text
alter table "event" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("title", '')) || to_tsvector('coulisses_plain', coalesce("title", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("location_text", '')) || to_tsvector('coulisses_plain', coalesce("location_text", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("notes", '')) || to_tsvector('coulisses_plain', coalesce("notes", '')), 'C')) stored`)
    this.addSql(`create index "event__search_index" on "event" using gin ("search")`)
    this.addSql(`create unique index "event__number_unique" on "event" ("number")`)
    this.addSql(`alter table "event" add constraint "event__kind_choice" check ("kind" in ('PARTY', 'BUSINESS_MEETING', 'OFF_SITE', 'CONCERT', 'SHOWCASE', 'FESTIVAL'))`)
    this.addSql(`alter table "event" add constraint "event__line_choice" check ("line" in ('EPIC_EVENTS', 'MUSIC'))`)
    this.addSql(`alter table "event" add constraint "event__visibility_choice" check ("visibility" in ('PRIVATE', 'PUBLIC'))`)
    this.addSql(`alter table "event" add constraint "event__state_choice" check ("state" in ('DRAFT', 'OPTION', 'CONFIRMED', 'DONE', 'CANCELLED'))`)
    this.addSql(`alter table "event" add constraint "event__event_ends_after_it_starts_check" check (end_at > start_at)`)
    this.addSql(`alter table "event" add constraint "event__event_of_client_is_private_check" check (line <> 'EPIC_EVENTS' or visibility = 'PRIVATE')`)
    this.addSql(`create index "event__line_start_at_index" on "event" ("line", "start_at", "start_at_zone", "id")`)
    this.addSql(`create index "event__support_contact_start_at_index" on "event" ("support_contact_id", "start_at", "start_at_zone", "id")`)
    this.addSql(`create index "event__start_at_index" on "event" ("start_at", "id")`)
    this.addSql(`create index "event__title_folded_index" on "event" (fold("title"), "id")`)
    this.addSql(`create index "event__created_at_index" on "event" ("created_at", "id")`)
    this.addSql(`create index "event__created_by_index" on "event" ("created_by_id")`)
    this.addSql(`create index "event__kind_index" on "event" ("kind", "id")`)
    this.addSql(`create index "event__contract_index" on "event" ("contract_id")`)
    this.addSql(`create index "event__client_index" on "event" ("client_id")`)
    this.addSql(`create index "event__client_contact_index" on "event" ("client_contact_id")`)
    this.addSql(`create index "event__end_at_index" on "event" ("end_at", "id")`)
    this.addSql(`create index "event__state_index" on "event" ("state", "id")`)
    this.addSql(`create index "event__title_trigram" on "event" using gin (fold("title") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "event" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_event"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."line" is distinct from old."line" then change_of('line', to_json(old."line"), to_json(new."line")) end,
    case when new."contract_id" is distinct from old."contract_id" then change_of('contract', to_json(old."contract_id"), to_json(new."contract_id")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."client_contact_id" is distinct from old."client_contact_id" then change_of('clientContact', to_json(old."client_contact_id"), to_json(new."client_contact_id")) end,
    case when new."support_contact_id" is distinct from old."support_contact_id" then change_of('supportContact', to_json(old."support_contact_id"), to_json(new."support_contact_id")) end,
    case when (new."start_at", new."start_at_zone") is distinct from (old."start_at", old."start_at_zone") then change_of('startAt', to_json(case when old."start_at" is null then null else json_build_object('at', to_char(old."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."start_at_zone") end), to_json(case when new."start_at" is null then null else json_build_object('at', to_char(new."start_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."start_at_zone") end)) end,
    case when (new."end_at", new."end_at_zone") is distinct from (old."end_at", old."end_at_zone") then change_of('endAt', to_json(case when old."end_at" is null then null else json_build_object('at', to_char(old."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', old."end_at_zone") end), to_json(case when new."end_at" is null then null else json_build_object('at', to_char(new."end_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'zone', new."end_at_zone") end)) end,
    case when new."location_text" is distinct from old."location_text" then change_of('locationText', to_json(old."location_text"), to_json(new."location_text")) end,
    case when new."expected_attendees" is distinct from old."expected_attendees" then change_of('expectedAttendees', to_json(old."expected_attendees"), to_json(new."expected_attendees")) end,
    case when new."actual_attendees" is distinct from old."actual_attendees" then change_of('actualAttendees', to_json(old."actual_attendees"), to_json(new."actual_attendees")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."visibility" is distinct from old."visibility" then change_of('visibility', to_json(old."visibility"), to_json(new."visibility")) end,
    case when new."highlighted" is distinct from old."highlighted" then change_of('highlighted', to_json(old."highlighted"), to_json(new."highlighted")) end,
    case when new."ticket_url" is distinct from old."ticket_url" then change_of('ticketUrl', to_json(old."ticket_url"), to_json(new."ticket_url")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Event', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "event" for each row execute function "history_of_event"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "event" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "event" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "file_asset" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "legal_status" for each statement execute function announce_change()`)
    this.addSql(`create unique index "module_setting__module_key_unique" on "module_setting" ("module_id", "key")`)
    this.addSql(`create index "module_setting__key_folded_index" on "module_setting" (fold("key"), "id")`)
    this.addSql(`create or replace trigger "touch" before update on "module_setting" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_module_setting"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."module_id" is distinct from old."module_id" then change_of('module', to_json(old."module_id"), to_json(new."module_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."value" is distinct from old."value" then change_of('value', to_json(old."value"), to_json(new."value")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ModuleSetting', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "module_setting" for each row execute function "history_of_module_setting"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "module_setting" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "module_setting" for each statement execute function announce_change()`)
    this.addSql(`create unique index "notification__user_kind_subject_dedupe_key_unique" on "notification" ("user_id", "kind", "subject_id", "subject_entity", "dedupe_key")`)
    this.addSql(`alter table "notification" add constraint "notification__subject_whole" check (num_nonnulls("subject_id", "subject_entity") in (0, 2))`)
    this.addSql(`alter table "notification" add constraint "notification__state_choice" check ("state" in ('UNREAD', 'READ'))`)
    this.addSql(`create index "notification__user_state_created_at_index" on "notification" ("user_id", "state", "created_at", "id")`)
    this.addSql(`create index "notification__created_at_index" on "notification" ("created_at", "id")`)
    this.addSql(`create index "notification__subject_index" on "notification" ("subject_id", "subject_entity")`)
    this.addSql(`create or replace trigger "touch" before update on "notification" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_party"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."display_name" is distinct from old."display_name" then change_of('displayName', to_json(old."display_name"), to_json(new."display_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when (new."phone", new."phone_e164") is distinct from (old."phone", old."phone_e164") then change_of('phone', to_json(case when old."phone" is null then null else json_build_object('raw', old."phone", 'e164', old."phone_e164") end), to_json(case when new."phone" is null then null else json_build_object('raw', new."phone", 'e164', new."phone_e164") end)) end,
    case when new."website" is distinct from old."website" then change_of('website', to_json(old."website"), to_json(new."website")) end,
    case when new."source" is distinct from old."source" then change_of('source', to_json(old."source"), to_json(new."source")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."legal_name" is distinct from old."legal_name" then change_of('legalName', to_json(old."legal_name"), to_json(new."legal_name")) end,
    case when new."legal_status_id" is distinct from old."legal_status_id" then change_of('legalStatus', to_json(old."legal_status_id"), to_json(new."legal_status_id")) end,
    case when new."registration_no" is distinct from old."registration_no" then change_of('registrationNo', to_json(old."registration_no"), to_json(new."registration_no")) end,
    case when new."size_band" is distinct from old."size_band" then change_of('sizeBand', to_json(old."size_band"), to_json(new."size_band")) end,
    case when new."sector" is distinct from old."sector" then change_of('sector', to_json(old."sector"), to_json(new."sector")) end,
    case when new."logo_id" is distinct from old."logo_id" then change_of('logo', to_json(old."logo_id"), to_json(new."logo_id")) end,
    case when new."first_name" is distinct from old."first_name" then change_of('firstName', to_json(old."first_name"), to_json(new."first_name")) end,
    case when new."last_name" is distinct from old."last_name" then change_of('lastName', to_json(old."last_name"), to_json(new."last_name")) end,
    case when new."job_title" is distinct from old."job_title" then change_of('jobTitle', to_json(old."job_title"), to_json(new."job_title")) end,
    case when new."birth_date" is distinct from old."birth_date" then change_of('birthDate', to_json(case when old."birth_date" is not null then '•' end), to_json(case when new."birth_date" is not null then '•' end)) end,
    case when new."picture_id" is distinct from old."picture_id" then change_of('picture', to_json(old."picture_id"), to_json(new."picture_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    case coalesce(new.kind, old.kind) when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "party" for each row execute function "history_of_party"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "party" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "party_role" for each statement execute function announce_change()`)
    this.addSql(`create unique index "password_link__user_unique" on "password_link" ("user_id")`)
    this.addSql(`create unique index "password_link__token_hash_unique" on "password_link" ("token_hash")`)
    this.addSql(`create index "password_link__created_at_index" on "password_link" ("created_at", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "password_link" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`alter table "payment" add constraint "payment__subject_whole" check (num_nonnulls("subject_id", "subject_entity") in (0, 2))`)
    this.addSql(`alter table "payment" add constraint "payment__method_choice" check ("method" in ('TRANSFER', 'CARD', 'CASH', 'STRIPE', 'OTHER'))`)
    this.addSql(`alter table "payment" add constraint "payment__state_choice" check ("state" in ('PENDING', 'PAID', 'DISPUTED', 'CANCELLED'))`)
    this.addSql(`alter table "payment" add constraint "payment__payment_is_for_something_check" check (contract_id is not null or subject_id is not null)`)
    this.addSql(`alter table "payment" add constraint "payment__payment_is_dated_check" check (state <> 'PAID' or paid_on is not null)`)
    this.addSql(`create index "payment__created_at_index" on "payment" ("created_at", "id")`)
    this.addSql(`create index "payment__created_by_index" on "payment" ("created_by_id")`)
    this.addSql(`create index "payment__contract_index" on "payment" ("contract_id")`)
    this.addSql(`create index "payment__subject_index" on "payment" ("subject_id", "subject_entity")`)
    this.addSql(`create index "payment__payer_index" on "payment" ("payer_id")`)
    this.addSql(`create index "payment__payee_index" on "payment" ("payee_id")`)
    this.addSql(`create index "payment__paid_on_index" on "payment" ("paid_on", "id")`)
    this.addSql(`create index "payment__state_index" on "payment" ("state", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "payment" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_payment"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when (new."amount", new."amount_currency") is distinct from (old."amount", old."amount_currency") then change_of('amount', to_json(case when old."amount" is null then null else json_build_object('amount', old."amount", 'currency', old."amount_currency") end), to_json(case when new."amount" is null then null else json_build_object('amount', new."amount", 'currency', new."amount_currency") end)) end,
    case when new."contract_id" is distinct from old."contract_id" then change_of('contract', to_json(old."contract_id"), to_json(new."contract_id")) end,
    case when (new."subject_id", new."subject_entity") is distinct from (old."subject_id", old."subject_entity") then change_of('subject', to_json(case when old."subject_id" is not null then json_build_object('entity', old."subject_entity", 'id', old."subject_id") end), to_json(case when new."subject_id" is not null then json_build_object('entity', new."subject_entity", 'id', new."subject_id") end)) end,
    case when new."payer_id" is distinct from old."payer_id" then change_of('payer', to_json(old."payer_id"), to_json(new."payer_id")) end,
    case when new."payee_id" is distinct from old."payee_id" then change_of('payee', to_json(old."payee_id"), to_json(new."payee_id")) end,
    case when new."due_on" is distinct from old."due_on" then change_of('dueOn', to_json(to_char(old."due_on", 'YYYY-MM-DD')), to_json(to_char(new."due_on", 'YYYY-MM-DD'))) end,
    case when new."paid_on" is distinct from old."paid_on" then change_of('paidOn', to_json(to_char(old."paid_on", 'YYYY-MM-DD')), to_json(to_char(new."paid_on", 'YYYY-MM-DD'))) end,
    case when new."method" is distinct from old."method" then change_of('method', to_json(old."method"), to_json(new."method")) end,
    case when new."reminders" is distinct from old."reminders" then change_of('reminders', to_json(old."reminders"), to_json(new."reminders")) end,
    case when new."last_reminder_at" is distinct from old."last_reminder_at" then change_of('lastReminderAt', to_json(to_char(old."last_reminder_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_reminder_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Payment', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "payment" for each row execute function "history_of_payment"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "payment" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "payment" for each statement execute function announce_change()`)
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
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "permission" for each statement execute function announce_change()`)
    this.addSql(`-- of name varchar(80), alias varchar(90)
alter table "persisted_query" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("alias", '')) || to_tsvector('coulisses_plain', coalesce("alias", '')), 'A')) stored`)
    this.addSql(`create index "persisted_query__search_index" on "persisted_query" using gin ("search")`)
    this.addSql(`create unique index "persisted_query__alias_unique" on "persisted_query" ("alias")`)
    this.addSql(`create unique index "persisted_query__name_revision_unique" on "persisted_query" ("name", "revision")`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__state_choice" check ("state" in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ACTIVE', 'DEPRECATED', 'SUSPENDED', 'RETIRED'))`)
    this.addSql(`create index "persisted_query__alias_folded_index" on "persisted_query" (fold("alias"), "id")`)
    this.addSql(`create index "persisted_query__submitted_by_index" on "persisted_query" ("submitted_by_id")`)
    this.addSql(`create index "persisted_query__approved_by_index" on "persisted_query" ("approved_by_id")`)
    this.addSql(`create index "persisted_query__successor_index" on "persisted_query" ("successor_id")`)
    this.addSql(`create index "persisted_query__alias_trigram" on "persisted_query" using gin (fold("alias") gin_trgm_ops)`)
    this.addSql(`create or replace function "history_of_persisted_query"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."revision" is distinct from old."revision" then change_of('revision', to_json(old."revision"), to_json(new."revision")) end,
    case when new."alias" is distinct from old."alias" then change_of('alias', to_json(old."alias"), to_json(new."alias")) end,
    case when new."hash" is distinct from old."hash" then change_of('hash', to_json(old."hash"), to_json(new."hash")) end,
    case when new."document" is distinct from old."document" then change_of('document', to_json(old."document"), to_json(new."document")) end,
    case when new."operation_name" is distinct from old."operation_name" then change_of('operationName', to_json(old."operation_name"), to_json(new."operation_name")) end,
    case when new."client" is distinct from old."client" then change_of('client', to_json(old."client"), to_json(new."client")) end,
    case when new."variables" is distinct from old."variables" then change_of('variables', to_json(old."variables"), to_json(new."variables")) end,
    case when new."cache_seconds" is distinct from old."cache_seconds" then change_of('cacheSeconds', to_json(old."cache_seconds"), to_json(new."cache_seconds")) end,
    case when new."submitted_by_id" is distinct from old."submitted_by_id" then change_of('submittedBy', to_json(old."submitted_by_id"), to_json(new."submitted_by_id")) end,
    case when new."approved_by_id" is distinct from old."approved_by_id" then change_of('approvedBy', to_json(old."approved_by_id"), to_json(new."approved_by_id")) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."disclosed" is distinct from old."disclosed" then change_of('disclosed', to_json(old."disclosed"), to_json(new."disclosed")) end,
    case when new."deprecated_at" is distinct from old."deprecated_at" then change_of('deprecatedAt', to_json(to_char(old."deprecated_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."deprecated_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."sunset_at" is distinct from old."sunset_at" then change_of('sunsetAt', to_json(to_char(old."sunset_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."sunset_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."successor_id" is distinct from old."successor_id" then change_of('successor', to_json(old."successor_id"), to_json(new."successor_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PersistedQuery', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "persisted_query" for each row execute function "history_of_persisted_query"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "persisted_query" for each statement execute function announce_change()`)
    this.addSql(`create unique index "recovery_code__code_hash_unique" on "recovery_code" ("code_hash")`)
    this.addSql(`create index "recovery_code__created_at_index" on "recovery_code" ("created_at", "id")`)
    this.addSql(`create index "recovery_code__user_index" on "recovery_code" ("user_id")`)
    this.addSql(`create or replace trigger "touch" before update on "recovery_code" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "region" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "policy" after insert or update or delete on "role" for each statement execute function policy_moved()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "role" for each statement execute function announce_change()`)
    this.addSql(`create unique index "second_factor__user_unique" on "second_factor" ("user_id")`)
    this.addSql(`create index "second_factor__created_at_index" on "second_factor" ("created_at", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "second_factor" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "team" for each statement execute function announce_change()`)
    this.addSql(`-- of name varchar(120), postcode varchar(16)
alter table "town" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("postcode", '')) || to_tsvector('coulisses_plain', coalesce("postcode", '')), 'B')) stored`)
    this.addSql(`create index "town__search_index" on "town" using gin ("search")`)
    this.addSql(`create unique index "town__country_code_postcode_name_unique" on "town" ("country_code", lower("postcode"), lower("name"))`)
    this.addSql(`create index "town__name_folded_index" on "town" (fold("name"), "id")`)
    this.addSql(`create index "town__created_at_index" on "town" ("created_at", "id")`)
    this.addSql(`create index "town__created_by_index" on "town" ("created_by_id")`)
    this.addSql(`create index "town__region_index" on "town" ("region_id")`)
    this.addSql(`create index "town__name_trigram" on "town" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "town__postcode_trigram" on "town" using gin (fold("postcode") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "town" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_town"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."postcode" is distinct from old."postcode" then change_of('postcode', to_json(old."postcode"), to_json(new."postcode")) end,
    case when new."region_id" is distinct from old."region_id" then change_of('region', to_json(old."region_id"), to_json(new."region_id")) end,
    case when new."country_code" is distinct from old."country_code" then change_of('countryCode', to_json(old."country_code"), to_json(new."country_code")) end,
    case when new."population" is distinct from old."population" then change_of('population', to_json(old."population"), to_json(new."population")) end,
    case when (new."position", new."position_longitude") is distinct from (old."position", old."position_longitude") then change_of('position', to_json(case when old."position" is null then null else json_build_object('latitude', old."position", 'longitude', old."position_longitude") end), to_json(case when new."position" is null then null else json_build_object('latitude', new."position", 'longitude', new."position_longitude") end)) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Town', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "town" for each row execute function "history_of_town"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "town" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "town" for each statement execute function announce_change()`)
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
    case when new."notify_by_mail" is distinct from old."notify_by_mail" then change_of('notifyByMail', to_json(old."notify_by_mail"), to_json(new."notify_by_mail")) end,
    case when new."is_administrator" is distinct from old."is_administrator" then change_of('isAdministrator', to_json(old."is_administrator"), to_json(new."is_administrator")) end,
    case when new."department_id" is distinct from old."department_id" then change_of('department', to_json(old."department_id"), to_json(new."department_id")) end,
    case when new."team_id" is distinct from old."team_id" then change_of('team', to_json(old."team_id"), to_json(new."team_id")) end,
    case when new."level" is distinct from old."level" then change_of('level', to_json(old."level"), to_json(new."level")) end,
    case when new."acts_for_id" is distinct from old."acts_for_id" then change_of('actsFor', to_json(old."acts_for_id"), to_json(new."acts_for_id")) end,
    case when new."last_sign_in_at" is distinct from old."last_sign_in_at" then change_of('lastSignInAt', to_json(to_char(old."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_sign_in_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."second_factor_since" is distinct from old."second_factor_since" then change_of('secondFactorSince', to_json(to_char(old."second_factor_since" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."second_factor_since" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
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
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "user" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "casting_offer_categories" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "partner_feed_domains" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "partner_feed_professions" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "partner_feed_contract_types" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "partner_feed_regions" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "prospect_users" for each statement execute function announce_change()`)
    this.addSql(`create index "client_other_contacts__person_id_index" on "client_other_contacts" ("person_id", "client_id")`)
    this.addSql(`create or replace function "history_of_client_other_contacts"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "client" set version = version + 1 where id in (select "client_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Client', pairs.id, coalesce(owner.version, 0), jsonb_build_object('otherContacts', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "client_id" as id, jsonb_agg("person_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "client" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "client" set version = version + 1 where id in (select "client_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Client', pairs.id, coalesce(owner.version, 0), jsonb_build_object('otherContacts', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "client_id" as id, jsonb_agg("person_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "client" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "client" set version = version + 1 where id in (select "client_id" from pairs_now union select "client_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Client', pairs.id, coalesce(owner.version, 0), jsonb_build_object('otherContacts', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."client_id", o."client_id") as id, n."person_id" as became, o."person_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."client_id" = o."client_id" and n."person_id" = o."person_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "client" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "client_other_contacts" referencing new table as pairs_now for each statement execute function "history_of_client_other_contacts"();
create or replace trigger "history_delete" after delete on "client_other_contacts" referencing old table as pairs_before for each statement execute function "history_of_client_other_contacts"();
create or replace trigger "history_update" after update on "client_other_contacts" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_client_other_contacts"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "client_other_contacts" for each statement execute function announce_change()`)
    this.addSql(`create index "contract_parties__party_id_index" on "contract_parties" ("party_id", "contract_id")`)
    this.addSql(`create or replace function "history_of_contract_parties"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "contract" set version = version + 1 where id in (select "contract_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Contract', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "contract_id" as id, jsonb_agg("party_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "contract" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "contract" set version = version + 1 where id in (select "contract_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Contract', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "contract_id" as id, jsonb_agg("party_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "contract" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "contract" set version = version + 1 where id in (select "contract_id" from pairs_now union select "contract_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Contract', pairs.id, coalesce(owner.version, 0), jsonb_build_object('parties', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."contract_id", o."contract_id") as id, n."party_id" as became, o."party_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."contract_id" = o."contract_id" and n."party_id" = o."party_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "contract" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "contract_parties" referencing new table as pairs_now for each statement execute function "history_of_contract_parties"();
create or replace trigger "history_delete" after delete on "contract_parties" referencing old table as pairs_before for each statement execute function "history_of_contract_parties"();
create or replace trigger "history_update" after update on "contract_parties" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_contract_parties"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "contract_parties" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "party_addresses" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "person_employers" for each statement execute function announce_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "user_roles" for each statement execute function announce_change()`)
    this.addSql(`create function words_of(given text) returns text[] language sql immutable strict parallel safe
  return array(select found[1] from regexp_matches(fold(given), '[[:alnum:]]+', 'g') found)`)
    this.addSql(`create function stem_of(word text) returns text language sql immutable strict parallel safe
  return (select lexeme from unnest(to_tsvector('coulisses', word)) limit 1)`)
    this.addSql(`create table trade_word (word text not null, stem text not null, other text not null, primary key (word, other));
create index trade_word__stem_index on trade_word (stem);
create function learn_trade(called text, feminine text, masculine text) returns void language plpgsql as $learn$
declare
  his text[] := words_of(coalesce(masculine, split_part(called, ' / ', 1)));
  hers text[] := words_of(coalesce(feminine, nullif(split_part(called, ' / ', 2), ''), masculine, called));
begin
  -- A form that is told in other words altogether has no word of its own for each of the other's.
  if cardinality(his) <> cardinality(hers) then hers := his; end if;
  insert into trade_word (word, stem, other)
    select distinct pair.word, stem_of(pair.word), stem_of(pair.other)
    from (select * from unnest(his, hers) t (word, other) union all select * from unnest(hers, his) t (word, other)) pair
    where length(pair.word) > 2 and stem_of(pair.word) is not null and stem_of(pair.other) is not null
    order by 1, 3
  on conflict do nothing;
end $learn$;
select learn_trade(name, feminine, masculine) from profession order by id`)
    this.addSql(`create or replace function other_forms(given text, given_stem text) returns tsquery language sql stable as $forms$
  with known as (select distinct other from trade_word where stem = given_stem),
  near as (
    select word, stem, other, levenshtein_less_equal(word, given, 2) as distance from trade_word
    where not exists (select from known) and length(given) between 4 and 40 and left(word, 1) = left(given, 1) and abs(length(word) - length(given)) <= 2
  ),
  nearest as (
    select unnest(array[stem, other]) as other from near
    where distance <= case when length(given) < 6 then 1 else 2 end and distance = (select min(distance) from near)
  )
  select string_agg(distinct quote_literal(other), ' | ')::tsquery from (select other from known union all select other from nearest) forms
$forms$`)
    this.addSql(`create or replace function offer_words(given text) returns tsquery language plpgsql immutable as $words$
declare
  words text[] := (words_of(given))[1:10];
  word text;
  stem text;
  forms tsquery;
  found tsquery;
begin
  foreach word in array words loop
    stem := stem_of(word);
    continue when stem is null and word <> words[cardinality(words)];
    forms := case when stem is not null then quote_literal(stem)::tsquery end;
    forms := coalesce(forms || other_forms(word, stem), forms);
    if word = words[cardinality(words)] and length(word) > 2 then
      forms := coalesce(forms || (quote_literal(word) || ':*')::tsquery, (quote_literal(word) || ':*')::tsquery);
    end if;
    found := coalesce(found && forms, forms, found);
  end loop;
  return found;
end $words$`)
    this.addSql(`create or replace function learn_words_of_profession() returns trigger language plpgsql as $learn$
begin
  perform learn_trade(new.name, new.feminine, new.masculine);
  return null;
end $learn$;
create or replace trigger learn_words after insert or update of name, feminine, masculine on profession for each row execute function learn_words_of_profession()`)
    this.addSql(`create table published_offer (
  offer_id uuid primary key, published_from timestamptz not null, published_until timestamptz, starts_on date,
  profession_id uuid not null, domain_id uuid not null, contract_type_id uuid not null, region_id uuid,
  latitude double precision, longitude double precision, category_ids uuid[] not null, words tsvector not null
);
create index published_offer__published_from_index on published_offer (published_from, offer_id);
create index published_offer__place_index on published_offer (latitude, longitude);
create index published_offer__profession_index on published_offer (profession_id, published_from);
create index published_offer__domain_index on published_offer (domain_id, published_from);
create index published_offer__contract_type_index on published_offer (contract_type_id, published_from);
create index published_offer__region_index on published_offer (region_id, published_from);
create index published_offer__categories_index on published_offer using gin (category_ids);
create index published_offer__words_index on published_offer using gin (words)`)
    this.addSql(`create or replace function refresh_published_offers(offers uuid[]) returns void language plpgsql as $refresh$
begin
  -- In place, never taken out and put back: whoever withdraws the offer meanwhile then finds the row to take away.
  delete from published_offer p where (offers is null or offer_id = any(offers))
    and not exists (select from casting_offer o where o.id = p.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
  insert into published_offer (offer_id, published_from, published_until, starts_on, profession_id, domain_id, contract_type_id, region_id, latitude, longitude, category_ids, words) 
  select o.id, o.publish_from, o.publish_until, o.starts_on, o.profession_id, p.domain_id, o.contract_type_id, a.region_id, a.position, a.position_longitude,
    array(select c.casting_category_id from casting_offer_categories c where c.casting_offer_id = o.id),
    o.search || setweight(to_tsvector('coulisses', concat_ws(' ', p.name, p.feminine, p.masculine)) || to_tsvector('coulisses_plain', concat_ws(' ', p.name, p.feminine, p.masculine)), 'A') || setweight(to_tsvector('coulisses', concat_ws(' ', a.city, c.company_name)) || to_tsvector('coulisses_plain', concat_ws(' ', a.city, c.company_name)), 'D')
  from casting_offer o join profession p on p.id = o.profession_id join client c on c.id = o.client_id left join address a on a.id = o.address_id
  where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
  on conflict (offer_id) do update set published_from = excluded.published_from, published_until = excluded.published_until, starts_on = excluded.starts_on, profession_id = excluded.profession_id, domain_id = excluded.domain_id, contract_type_id = excluded.contract_type_id, region_id = excluded.region_id, latitude = excluded.latitude, longitude = excluded.longitude, category_ids = excluded.category_ids, words = excluded.words;
end $refresh$;
select refresh_published_offers(null)`)
    this.addSql(`create or replace function publish_casting_offer() returns trigger language plpgsql as $publish$
begin
  if tg_op <> 'DELETE' and new.state = 'PUBLISHED' then
    perform from profession p join profession_domain d on d.id = p.domain_id where p.id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from contract_type where id = new.contract_type_id for share;
    perform from address where id = new.address_id for share;
    perform from region r join address a on a.region_id = r.id where a.id = new.address_id for share of r;
    perform from party where id = new.contact_id and new.contact_public for share;
    perform from casting_category k join casting_offer_categories c on c.casting_category_id = k.id where c.casting_offer_id = new.id for share of k;
  end if;
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or (new.state, new.publish_from, new.publish_until, new.starts_on, new.profession_id, new.contract_type_id, new.client_id, new.address_id, new.search) is distinct from (old.state, old.publish_from, old.publish_until, old.starts_on, old.profession_id, old.contract_type_id, old.client_id, old.address_id, old.search))) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer for each row execute function publish_casting_offer()`)
    this.addSql(`create or replace function publish_casting_offer_categories() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select offer_id from published_offer where offer_id in (new.casting_offer_id, old.casting_offer_id)) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer_categories for each row execute function publish_casting_offer_categories()`)
    this.addSql(`create or replace function publish_profession() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.profession_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of name, feminine, masculine, domain_id on profession for each row execute function publish_profession()`)
    this.addSql(`create or replace function publish_client() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.client_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of company_name on client for each row execute function publish_client()`)
    this.addSql(`create or replace function publish_address() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.address_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of city, region_id, position, position_longitude on address for each row execute function publish_address()`)
    this.addSql(`create table offer_change (
  offer_id uuid primary key, position xid8 not null, changed_at timestamptz not null, published_from timestamptz, published_until timestamptz,
  domains uuid[] not null, professions uuid[] not null, contract_types uuid[] not null, regions uuid[] not null
);
create index offer_change__position_index on offer_change (position);
create index offer_change__published_from_index on offer_change (published_from);
create index offer_change__published_until_index on offer_change (published_until)`)
    this.addSql(`create table feed_snapshot (at timestamptz primary key, taken pg_snapshot not null)`)
    this.addSql(`create table feed_epoch (id uuid primary key);
insert into feed_epoch select gen_random_uuid()`)
    this.addSql(`create or replace function note_offers(offers uuid[]) returns void language sql as $note$
  insert into offer_change (offer_id, position, changed_at, published_from, published_until, domains, professions, contract_types, regions)
    select o.id, pg_current_xact_id(), clock_timestamp(), o.publish_from, o.publish_until, array[p.domain_id], array[o.profession_id], array[o.contract_type_id], array_remove(array[a.region_id], null)
    from casting_offer o join profession p on p.id = o.profession_id left join address a on a.id = o.address_id
    where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
    order by o.id
  on conflict (offer_id) do update set position = excluded.position, changed_at = excluded.changed_at, published_from = excluded.published_from, published_until = excluded.published_until,
    domains = (select array_agg(distinct id) from unnest(offer_change.domains || excluded.domains) id), professions = (select array_agg(distinct id) from unnest(offer_change.professions || excluded.professions) id), contract_types = (select array_agg(distinct id) from unnest(offer_change.contract_types || excluded.contract_types) id), regions = (select coalesce(array_agg(distinct id), '{}') from unnest(offer_change.regions || excluded.regions) id);
  update offer_change c set position = pg_current_xact_id(), changed_at = clock_timestamp(), published_from = null, published_until = null
    where c.offer_id = any(offers) and c.published_from is not null
      and not exists (select from casting_offer o where o.id = c.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
$note$;
select note_offers(null)`)
    this.addSql(`create or replace function note_casting_offer() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or (new.state, new.title, new.reference, new.description, new.posts, new.starts_on, new.publish_from, new.publish_until, new.client_id, new.profession_id, new.contract_type_id, new.address_id, new.contact_public, case when new.contact_public then new.contact_id end) is distinct from (old.state, old.title, old.reference, old.description, old.posts, old.starts_on, old.publish_from, old.publish_until, old.client_id, old.profession_id, old.contract_type_id, old.address_id, old.contact_public, case when old.contact_public then old.contact_id end))) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after insert or update or delete on casting_offer for each row execute function note_casting_offer()`)
    this.addSql(`create or replace function note_casting_offer_categories() returns trigger language plpgsql as $note$
begin
  if tg_op <> 'DELETE' then perform from casting_category where id = new.casting_category_id for share; end if;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select offer_id from offer_change where published_from is not null and offer_id in (new.casting_offer_id, old.casting_offer_id)) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after insert or update or delete on casting_offer_categories for each row execute function note_casting_offer_categories()`)
    this.addSql(`create or replace function note_casting_category() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from casting_offer_categories k join offer_change c on c.offer_id = k.casting_offer_id and c.published_from is not null where k.casting_category_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on casting_category for each row execute function note_casting_category()`)
    this.addSql(`create or replace function note_profession() returns trigger language plpgsql as $note$
begin
  perform from profession_domain where id = new.domain_id for share;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.profession_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on profession for each row execute function note_profession()`)
    this.addSql(`create or replace function note_profession_domain() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null join profession p on p.id = o.profession_id where p.domain_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on profession_domain for each row execute function note_profession_domain()`)
    this.addSql(`create or replace function note_contract_type() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.contract_type_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on contract_type for each row execute function note_contract_type()`)
    this.addSql(`create or replace function note_client() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.client_id = new.id and new.company_name is distinct from old.company_name) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update of company_name on client for each row execute function note_client()`)
    this.addSql(`create or replace function note_address() returns trigger language plpgsql as $note$
begin
  perform from region where id = new.region_id for share;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.address_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on address for each row execute function note_address()`)
    this.addSql(`create or replace function note_region() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null join address a on a.id = o.address_id where a.region_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on region for each row execute function note_region()`)
    this.addSql(`create or replace function note_party() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.contact_id = new.id and o.contact_public) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update of display_name, first_name, last_name, email, phone, phone_e164 on party for each row execute function note_party()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists note on party; exception when undefined_table then null; end $$;
drop function if exists note_party()`)
    this.addSql(`do $$ begin drop trigger if exists note on region; exception when undefined_table then null; end $$;
drop function if exists note_region()`)
    this.addSql(`do $$ begin drop trigger if exists note on address; exception when undefined_table then null; end $$;
drop function if exists note_address()`)
    this.addSql(`do $$ begin drop trigger if exists note on client; exception when undefined_table then null; end $$;
drop function if exists note_client()`)
    this.addSql(`do $$ begin drop trigger if exists note on contract_type; exception when undefined_table then null; end $$;
drop function if exists note_contract_type()`)
    this.addSql(`do $$ begin drop trigger if exists note on profession_domain; exception when undefined_table then null; end $$;
drop function if exists note_profession_domain()`)
    this.addSql(`do $$ begin drop trigger if exists note on profession; exception when undefined_table then null; end $$;
drop function if exists note_profession()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_category; exception when undefined_table then null; end $$;
drop function if exists note_casting_category()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_offer_categories; exception when undefined_table then null; end $$;
drop function if exists note_casting_offer_categories()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_offer; exception when undefined_table then null; end $$;
drop function if exists note_casting_offer()`)
    this.addSql(`drop function if exists note_offers(uuid[])`)
    this.addSql(`drop table if exists feed_epoch`)
    this.addSql(`drop table if exists feed_snapshot`)
    this.addSql(`drop table if exists offer_change`)
    this.addSql(`do $$ begin drop trigger if exists publish on address; exception when undefined_table then null; end $$;
drop function if exists publish_address()`)
    this.addSql(`do $$ begin drop trigger if exists publish on client; exception when undefined_table then null; end $$;
drop function if exists publish_client()`)
    this.addSql(`do $$ begin drop trigger if exists publish on profession; exception when undefined_table then null; end $$;
drop function if exists publish_profession()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer_categories; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer_categories()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer()`)
    this.addSql(`drop function if exists refresh_published_offers(uuid[])`)
    this.addSql(`drop table if exists published_offer`)
    this.addSql(`do $$ begin drop trigger if exists learn_words on profession; exception when undefined_table then null; end $$;
drop function if exists learn_words_of_profession()`)
    this.addSql(`drop function if exists offer_words(text)`)
    this.addSql(`drop function if exists other_forms(text, text)`)
    this.addSql(`drop function if exists learn_trade(text, text, text);
drop table if exists trade_word`)
    this.addSql(`drop function if exists stem_of(text)`)
    this.addSql(`drop function if exists words_of(text)`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "user_roles"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "person_employers"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "party_addresses"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "contract_parties"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "contract_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "contract_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "contract_parties"; exception when undefined_table then null; end $$;
drop function if exists "history_of_contract_parties"()`)
    this.addSql(`drop index if exists "contract_parties__party_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "client_other_contacts"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "client_other_contacts"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "client_other_contacts"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "client_other_contacts"; exception when undefined_table then null; end $$;
drop function if exists "history_of_client_other_contacts"()`)
    this.addSql(`drop index if exists "client_other_contacts__person_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "prospect_users"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "partner_feed_regions"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "partner_feed_contract_types"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "partner_feed_professions"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "partner_feed_domains"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "casting_offer_categories"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "user"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "user__team_index"`)
    this.addSql(`alter table if exists "user" drop constraint if exists "user__level_choice"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "town"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "town"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "town"; exception when undefined_table then null; end $$;
drop function if exists "history_of_town"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "town"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "town__postcode_trigram"`)
    this.addSql(`drop index if exists "town__name_trigram"`)
    this.addSql(`drop index if exists "town__region_index"`)
    this.addSql(`drop index if exists "town__created_by_index"`)
    this.addSql(`drop index if exists "town__created_at_index"`)
    this.addSql(`drop index if exists "town__name_folded_index"`)
    this.addSql(`drop index if exists "town__country_code_postcode_name_unique"`)
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "team"; exception when undefined_table then null; end $$`)
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
    this.addSql(`do $$ begin drop trigger if exists "touch" on "second_factor"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "second_factor__created_at_index"`)
    this.addSql(`drop index if exists "second_factor__user_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "policy" on "role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "region"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "recovery_code"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "recovery_code__user_index"`)
    this.addSql(`drop index if exists "recovery_code__created_at_index"`)
    this.addSql(`drop index if exists "recovery_code__code_hash_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "persisted_query"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "persisted_query__alias_trigram"`)
    this.addSql(`drop index if exists "persisted_query__successor_index"`)
    this.addSql(`drop index if exists "persisted_query__approved_by_index"`)
    this.addSql(`drop index if exists "persisted_query__submitted_by_index"`)
    this.addSql(`drop index if exists "persisted_query__alias_folded_index"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__state_choice"`)
    this.addSql(`drop index if exists "persisted_query__name_revision_unique"`)
    this.addSql(`drop index if exists "persisted_query__alias_unique"`)
    this.addSql(`drop index if exists "persisted_query__search_index"`)
    this.addSql(`alter table if exists "persisted_query" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "permission"; exception when undefined_table then null; end $$`)
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
    this.addSql(`do $$ begin drop trigger if exists "announce" on "payment"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "payment"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "payment"; exception when undefined_table then null; end $$;
drop function if exists "history_of_payment"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "payment"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "payment__state_index"`)
    this.addSql(`drop index if exists "payment__paid_on_index"`)
    this.addSql(`drop index if exists "payment__payee_index"`)
    this.addSql(`drop index if exists "payment__payer_index"`)
    this.addSql(`drop index if exists "payment__subject_index"`)
    this.addSql(`drop index if exists "payment__contract_index"`)
    this.addSql(`drop index if exists "payment__created_by_index"`)
    this.addSql(`drop index if exists "payment__created_at_index"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__payment_is_dated_check"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__payment_is_for_something_check"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__state_choice"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__method_choice"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__subject_whole"`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "password_link"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "password_link__created_at_index"`)
    this.addSql(`drop index if exists "password_link__token_hash_unique"`)
    this.addSql(`drop index if exists "password_link__user_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "party_role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "party"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "notification"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "notification__subject_index"`)
    this.addSql(`drop index if exists "notification__created_at_index"`)
    this.addSql(`drop index if exists "notification__user_state_created_at_index"`)
    this.addSql(`alter table if exists "notification" drop constraint if exists "notification__state_choice"`)
    this.addSql(`alter table if exists "notification" drop constraint if exists "notification__subject_whole"`)
    this.addSql(`drop index if exists "notification__user_kind_subject_dedupe_key_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "module_setting"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "module_setting"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "module_setting"; exception when undefined_table then null; end $$;
drop function if exists "history_of_module_setting"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "module_setting"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "module_setting__key_folded_index"`)
    this.addSql(`drop index if exists "module_setting__module_key_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "legal_status"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "file_asset"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "event"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "event"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "event"; exception when undefined_table then null; end $$;
drop function if exists "history_of_event"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "event"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "event__title_trigram"`)
    this.addSql(`drop index if exists "event__state_index"`)
    this.addSql(`drop index if exists "event__end_at_index"`)
    this.addSql(`drop index if exists "event__client_contact_index"`)
    this.addSql(`drop index if exists "event__client_index"`)
    this.addSql(`drop index if exists "event__contract_index"`)
    this.addSql(`drop index if exists "event__kind_index"`)
    this.addSql(`drop index if exists "event__created_by_index"`)
    this.addSql(`drop index if exists "event__created_at_index"`)
    this.addSql(`drop index if exists "event__title_folded_index"`)
    this.addSql(`drop index if exists "event__start_at_index"`)
    this.addSql(`drop index if exists "event__support_contact_start_at_index"`)
    this.addSql(`drop index if exists "event__line_start_at_index"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__event_of_client_is_private_check"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__event_ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__state_choice"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__visibility_choice"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__line_choice"`)
    this.addSql(`alter table if exists "event" drop constraint if exists "event__kind_choice"`)
    this.addSql(`drop index if exists "event__number_unique"`)
    this.addSql(`drop index if exists "event__search_index"`)
    this.addSql(`alter table if exists "event" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "error_report"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "error_report__message_trigram"`)
    this.addSql(`drop index if exists "error_report__user_index"`)
    this.addSql(`drop index if exists "error_report__created_by_index"`)
    this.addSql(`drop index if exists "error_report__created_at_index"`)
    this.addSql(`drop index if exists "error_report__message_folded_index"`)
    this.addSql(`drop index if exists "error_report__last_at_index"`)
    this.addSql(`drop index if exists "error_report__state_last_at_index"`)
    this.addSql(`alter table if exists "error_report" drop constraint if exists "error_report__state_choice"`)
    this.addSql(`alter table if exists "error_report" drop constraint if exists "error_report__source_choice"`)
    this.addSql(`drop index if exists "error_report__fingerprint_release_unique"`)
    this.addSql(`drop index if exists "error_report__search_index"`)
    this.addSql(`alter table if exists "error_report" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "encryption_key"; exception when undefined_table then null; end $$;
drop function if exists "history_of_encryption_key"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "encryption_key__number_index"`)
    this.addSql(`alter table if exists "encryption_key" drop constraint if exists "encryption_key__state_choice"`)
    this.addSql(`drop index if exists "encryption_key__public_key_unique"`)
    this.addSql(`drop index if exists "encryption_key__name_number_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "department"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "policy" on "department"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "contract_type"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "contract"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "contract"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "contract"; exception when undefined_table then null; end $$;
drop function if exists "history_of_contract"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "contract"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "contract__title_trigram"`)
    this.addSql(`drop index if exists "contract__signed_at_index"`)
    this.addSql(`drop index if exists "contract__contract_type_index"`)
    this.addSql(`drop index if exists "contract__amount_due_index"`)
    this.addSql(`drop index if exists "contract__total_amount_index"`)
    this.addSql(`drop index if exists "contract__client_index"`)
    this.addSql(`drop index if exists "contract__created_by_index"`)
    this.addSql(`drop index if exists "contract__created_at_index"`)
    this.addSql(`drop index if exists "contract__title_folded_index"`)
    this.addSql(`drop index if exists "contract__number_index"`)
    this.addSql(`drop index if exists "contract__sales_contact_state_index"`)
    this.addSql(`drop index if exists "contract__kind_state_index"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__signature_is_dated_check"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__one_currency_check"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__due_is_within_total_check"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__state_choice"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__amount_due_whole"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__total_amount_whole"`)
    this.addSql(`alter table if exists "contract" drop constraint if exists "contract__kind_choice"`)
    this.addSql(`drop index if exists "contract__number_unique"`)
    this.addSql(`drop index if exists "contract__search_index"`)
    this.addSql(`alter table if exists "contract" drop column if exists "search"`)
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
    this.addSql(`do $$ begin drop trigger if exists "announce" on "comment"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "comment"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "comment"; exception when undefined_table then null; end $$;
drop function if exists "history_of_comment"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "comment"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "comment__reply_to_index"`)
    this.addSql(`drop index if exists "comment__author_index"`)
    this.addSql(`drop index if exists "comment__created_by_index"`)
    this.addSql(`drop index if exists "comment__created_at_index"`)
    this.addSql(`drop index if exists "comment__subject_created_at_index"`)
    this.addSql(`alter table if exists "comment" drop constraint if exists "comment__state_choice"`)
    this.addSql(`drop index if exists "comment__search_index"`)
    this.addSql(`alter table if exists "comment" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "client"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "client__email_folded_index"`)
    this.addSql(`drop index if exists "client__email_index"`)
    this.addSql(`drop index if exists "client__full_name_folded_index"`)
    this.addSql(`drop index if exists "client__full_name_index"`)
    this.addSql(`do $$ begin drop trigger if exists "append_only" on "audit_seal"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "refuse_truncate" on "audit_seal"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "audit_seal__sealed_at_index"`)
    this.addSql(`drop index if exists "audit_seal__day_number_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "audit_entry"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "append_only" on "audit_entry"; exception when undefined_table then null; end $$;
drop function if exists keep_audit_entry()`)
    this.addSql(`do $$ begin drop trigger if exists "note" on "audit_entry"; exception when undefined_table then null; end $$`)
    this.addSql(`drop function if exists audit_redact(text, uuid, text[])`)
    this.addSql(`drop function if exists audit_salts(jsonb, uuid, jsonb, text[])`)
    this.addSql(`drop function if exists audit_hidden(jsonb, uuid, jsonb, text[])`)
    this.addSql(`drop function if exists audit_field_salt(uuid, jsonb, text)`)
    this.addSql(`drop table if exists audit_pending`)
    this.addSql(`drop index if exists "audit_entry__records_elements"`)
    this.addSql(`drop index if exists "audit_entry__request_id_index"`)
    this.addSql(`drop index if exists "audit_entry__origin_at_index"`)
    this.addSql(`drop index if exists "audit_entry__action_at_index"`)
    this.addSql(`drop index if exists "audit_entry__entity_type_at_index"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "approval_request"; exception when undefined_table then null; end $$`)
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
    this.addSql(`do $$ begin drop trigger if exists "announce" on "module"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "module"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "module"; exception when undefined_table then null; end $$;
drop function if exists "history_of_module"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "module"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "module__name_trigram"`)
    this.addSql(`drop index if exists "module__name_folded_index"`)
    this.addSql(`drop index if exists "module__key_unique"`)
    this.addSql(`drop index if exists "module__search_index"`)
    this.addSql(`alter table if exists "module" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "api_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "api_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "api_key"; exception when undefined_table then null; end $$;
drop function if exists "history_of_api_key"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "api_key"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "api_key__name_trigram"`)
    this.addSql(`drop index if exists "api_key__user_index"`)
    this.addSql(`drop index if exists "api_key__created_by_index"`)
    this.addSql(`drop index if exists "api_key__name_folded_index"`)
    this.addSql(`drop index if exists "api_key__created_at_index"`)
    this.addSql(`alter table if exists "api_key" drop constraint if exists "api_key__state_choice"`)
    this.addSql(`alter table if exists "api_key" drop constraint if exists "api_key__scopes_choice"`)
    this.addSql(`drop index if exists "api_key__token_hash_unique"`)
    this.addSql(`drop index if exists "api_key__search_index"`)
    this.addSql(`alter table if exists "api_key" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "address"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "access_grant"; exception when undefined_table then null; end $$`)
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
    this.addSql(`do $$ begin drop trigger if exists "announce" on "prospect"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "profession_domain"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "profession"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "partner_feed"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "document_usage"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "document_usage__grant_index"`)
    this.addSql(`drop index if exists "document_usage__document_index"`)
    this.addSql(`drop index if exists "document_usage__day_index"`)
    this.addSql(`drop index if exists "document_usage__day_document_grant_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "document_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "document_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "document_grant"; exception when undefined_table then null; end $$;
drop function if exists "history_of_document_grant"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "document_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "document_grant__approved_by_index"`)
    this.addSql(`drop index if exists "document_grant__proposed_by_index"`)
    this.addSql(`drop index if exists "document_grant__document_index"`)
    this.addSql(`drop index if exists "document_grant__partner_index"`)
    this.addSql(`drop index if exists "document_grant__created_by_index"`)
    this.addSql(`drop index if exists "document_grant__created_at_index"`)
    this.addSql(`alter table if exists "document_grant" drop constraint if exists "document_grant__grant_ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "document_grant" drop constraint if exists "document_grant__state_choice"`)
    this.addSql(`drop index if exists "document_grant__partner_document_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "diffusion_partner"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "casting_offer"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "casting_category"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "article"; exception when undefined_table then null; end $$`)
    this.addSql(`alter table "module_setting" drop constraint "module_setting__module_id_fkey";
alter table "document_usage" drop constraint "document_usage__grant_id_fkey";
alter table "user" drop constraint "user__team_id_fkey";
alter table "conflict_alert" drop constraint "conflict_alert__rule_id_fkey";
alter table "comment" drop constraint "comment__reply_to_id_fkey";
alter table "payment" drop constraint "payment__contract_id_fkey";
alter table "event" drop constraint "event__contract_id_fkey";
alter table "contract_parties" drop constraint "contract_parties__contract_id_fkey";

drop table if exists "second_factor" cascade;
drop table if exists "town" cascade;
drop table if exists "recovery_code" cascade;
drop table if exists "password_link" cascade;
drop table if exists "notification" cascade;
drop table if exists "module" cascade;
drop table if exists "module_setting" cascade;
drop table if exists "error_report" cascade;
drop table if exists "encryption_key" cascade;
drop table if exists "document_grant" cascade;
drop table if exists "document_usage" cascade;
drop table if exists "team" cascade;
drop table if exists "permission" cascade;
drop table if exists "conflict_rule" cascade;
drop table if exists "conflict_alert" cascade;
drop table if exists "comment" cascade;
drop table if exists "contract" cascade;
drop table if exists "payment" cascade;
drop table if exists "event" cascade;
drop table if exists "contract_parties" cascade;
drop table if exists "client_other_contacts" cascade;
drop table if exists "audit_seal" cascade;
drop table if exists "approval_request" cascade;
drop table if exists "api_key" cascade;
drop table if exists "access_grant" cascade;

alter table "persisted_query" drop constraint "persisted_query__submitted_by_id_fkey";
alter table "persisted_query" drop constraint "persisted_query__approved_by_id_fkey";
alter table "persisted_query" drop constraint "persisted_query__successor_id_fkey";

alter table "audit_entry" drop column "reason", drop column "records", drop column "operation", drop column "details", drop column "address", drop column "salt", drop column "salts";
alter table "audit_entry" alter column "entity_type" set not null;
alter table "audit_entry" alter column "entity_id" set not null;

alter table "client" drop column "full_name", drop column "email", drop column "phone", drop column "phone_e164";

alter table "party" drop column "birth_date";

alter table "persisted_query" drop column "revision", drop column "alias", drop column "operation_name", drop column "variables", drop column "cache_seconds", drop column "submitted_by_id", drop column "approved_by_id", drop column "reason", drop column "disclosed", drop column "deprecated_at", drop column "sunset_at", drop column "successor_id";
alter table "persisted_query" alter column "name" type varchar(120) using ("name"::varchar(120));
alter table "persisted_query" alter column "state" set default 'ACTIVE';

alter table "user" drop column "notify_by_mail", drop column "team_id", drop column "level", drop column "second_factor_since"`)
    this.addSql(`drop function if exists announce_change()`)
    this.addSql(`drop schema if exists guard cascade`)
    this.addSql(`drop function if exists policy_moved() cascade;
drop table if exists policy_version`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('CREATE', 'UPDATE', 'DELETE'))`)
    this.addSql(`create or replace trigger "append_only" before update or delete on "audit_entry" for each row execute function refuse_change();
create or replace trigger "refuse_truncate" before truncate on "audit_entry" for each statement execute function refuse_change()`)
    this.addSql(`create or replace function "history_of_client"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."company_name" is distinct from old."company_name" then change_of('companyName', to_json(old."company_name"), to_json(new."company_name")) end,
    case when new."organisation_id" is distinct from old."organisation_id" then change_of('organisation', to_json(old."organisation_id"), to_json(new."organisation_id")) end,
    case when new."contact_id" is distinct from old."contact_id" then change_of('contact', to_json(old."contact_id"), to_json(new."contact_id")) end,
    case when new."lines" is distinct from old."lines" then change_of('lines', to_json(old."lines"), to_json(new."lines")) end,
    case when new."first_contact_on" is distinct from old."first_contact_on" then change_of('firstContactOn', to_json(to_char(old."first_contact_on", 'YYYY-MM-DD')), to_json(to_char(new."first_contact_on", 'YYYY-MM-DD'))) end,
    case when new."last_contact_at" is distinct from old."last_contact_at" then change_of('lastContactAt', to_json(to_char(old."last_contact_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_contact_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."sales_contact_id" is distinct from old."sales_contact_id" then change_of('salesContact', to_json(old."sales_contact_id"), to_json(new."sales_contact_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Client', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "client" for each row execute function "history_of_client"()`)
    this.addSql(`create or replace function "history_of_party"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."display_name" is distinct from old."display_name" then change_of('displayName', to_json(old."display_name"), to_json(new."display_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when (new."phone", new."phone_e164") is distinct from (old."phone", old."phone_e164") then change_of('phone', to_json(case when old."phone" is null then null else json_build_object('raw', old."phone", 'e164', old."phone_e164") end), to_json(case when new."phone" is null then null else json_build_object('raw', new."phone", 'e164', new."phone_e164") end)) end,
    case when new."website" is distinct from old."website" then change_of('website', to_json(old."website"), to_json(new."website")) end,
    case when new."source" is distinct from old."source" then change_of('source', to_json(old."source"), to_json(new."source")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."legal_name" is distinct from old."legal_name" then change_of('legalName', to_json(old."legal_name"), to_json(new."legal_name")) end,
    case when new."legal_status_id" is distinct from old."legal_status_id" then change_of('legalStatus', to_json(old."legal_status_id"), to_json(new."legal_status_id")) end,
    case when new."registration_no" is distinct from old."registration_no" then change_of('registrationNo', to_json(old."registration_no"), to_json(new."registration_no")) end,
    case when new."size_band" is distinct from old."size_band" then change_of('sizeBand', to_json(old."size_band"), to_json(new."size_band")) end,
    case when new."sector" is distinct from old."sector" then change_of('sector', to_json(old."sector"), to_json(new."sector")) end,
    case when new."logo_id" is distinct from old."logo_id" then change_of('logo', to_json(old."logo_id"), to_json(new."logo_id")) end,
    case when new."first_name" is distinct from old."first_name" then change_of('firstName', to_json(old."first_name"), to_json(new."first_name")) end,
    case when new."last_name" is distinct from old."last_name" then change_of('lastName', to_json(old."last_name"), to_json(new."last_name")) end,
    case when new."job_title" is distinct from old."job_title" then change_of('jobTitle', to_json(old."job_title"), to_json(new."job_title")) end,
    case when new."picture_id" is distinct from old."picture_id" then change_of('picture', to_json(old."picture_id"), to_json(new."picture_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    case coalesce(new.kind, old.kind) when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "party" for each row execute function "history_of_party"()`)
    this.addSql(`-- of name varchar(120)
alter table "persisted_query" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "persisted_query__search_index" on "persisted_query" using gin ("search")`)
    this.addSql(`create unique index "persisted_query__name_unique" on "persisted_query" ("name")`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__state_choice" check ("state" in ('ACTIVE', 'RETIRED'))`)
    this.addSql(`create index "persisted_query__name_folded_index" on "persisted_query" (fold("name"), "id")`)
    this.addSql(`create or replace function "history_of_persisted_query"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."hash" is distinct from old."hash" then change_of('hash', to_json(old."hash"), to_json(new."hash")) end,
    case when new."document" is distinct from old."document" then change_of('document', to_json(old."document"), to_json(new."document")) end,
    case when new."client" is distinct from old."client" then change_of('client', to_json(old."client"), to_json(new."client")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PersistedQuery', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "persisted_query" for each row execute function "history_of_persisted_query"()`)
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
