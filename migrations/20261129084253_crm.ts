import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129084253_crm extends Migration {
  override readonly name = '20261129084253_crm'

  override up(): void {
    this.addSql(`create table "notification" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "kind" varchar(60) not null, "title" varchar(250) not null, "body" text null, "subject_id" uuid null, "subject_entity" varchar(60) null, "dedupe_key" varchar(120) not null default '-', "read_at" timestamptz(3) null, "mailed_at" timestamptz(3) null, "state" varchar(40) not null default 'UNREAD', primary key ("id"));

create table "comment" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "subject_id" uuid not null, "subject_entity" varchar(60) not null, "body" text not null, "author_id" uuid null, "reply_to_id" uuid null, "position" numeric(8, 2) null, "mentions" jsonb null, "state" varchar(40) not null default 'VISIBLE', primary key ("id"));

create table "contract" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "kind" varchar(40) not null default 'EVENT_SALE', "title" varchar(200) null, "client_id" uuid null, "sales_contact_id" uuid null, "body" text null, "total_amount" bigint null, "total_amount_currency" char(3) null, "amount_due" bigint null, "amount_due_currency" char(3) null, "contract_type_id" uuid null, "starts_on" date null, "ends_on" date null, "renewal_on" date null, "exclusivity" jsonb null, "signed_at" timestamptz(3) null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "payment" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "amount" bigint not null, "amount_currency" char(3) not null, "contract_id" uuid null, "subject_id" uuid null, "subject_entity" varchar(60) null, "payer_id" uuid null, "payee_id" uuid null, "due_on" date null, "paid_on" date null, "method" varchar(40) null, "reminders" integer not null default 0, "last_reminder_at" timestamptz(3) null, "state" varchar(40) not null default 'PENDING', primary key ("id"));

create table "event" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "title" varchar(200) not null, "kind" varchar(40) not null default 'PARTY', "line" varchar(40) not null default 'EPIC_EVENTS', "contract_id" uuid null, "client_id" uuid null, "client_contact_id" uuid null, "support_contact_id" uuid null, "start_at" timestamptz(3) not null, "start_at_zone" varchar(60) not null, "end_at" timestamptz(3) not null, "end_at_zone" varchar(60) not null, "location_text" text null, "expected_attendees" integer null, "actual_attendees" integer null, "notes" text null, "visibility" varchar(40) not null default 'PRIVATE', "highlighted" boolean not null default false, "ticket_url" varchar(2000) null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "contract_parties" ("contract_id" uuid not null, "party_id" uuid not null, primary key ("contract_id", "party_id"));

create table "client_other_contacts" ("client_id" uuid not null, "person_id" uuid not null, primary key ("client_id", "person_id"));

alter table "user" add "notify_by_mail" boolean not null default true;

alter table "client" add "full_name" varchar(250) null, add "email" varchar(254) null, add "phone" varchar(60) null, add "phone_e164" varchar(16) null;

alter table "notification" add constraint "notification__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "notification" add constraint "notification__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

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
alter table "client_other_contacts" add constraint "client_other_contacts__person_id_fkey" foreign key ("person_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate`)
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
    this.addSql(`create unique index "notification__user_kind_subject_dedupe_key_unique" on "notification" ("user_id", "kind", "subject_id", "subject_entity", "dedupe_key")`)
    this.addSql(`alter table "notification" add constraint "notification__subject_whole" check (num_nonnulls("subject_id", "subject_entity") in (0, 2))`)
    this.addSql(`alter table "notification" add constraint "notification__state_choice" check ("state" in ('UNREAD', 'READ'))`)
    this.addSql(`create index "notification__user_state_created_at_index" on "notification" ("user_id", "state", "created_at", "id")`)
    this.addSql(`create index "notification__created_at_index" on "notification" ("created_at", "id")`)
    this.addSql(`create index "notification__subject_index" on "notification" ("subject_id", "subject_entity")`)
    this.addSql(`create or replace trigger "touch" before update on "notification" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "contract_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "contract_parties"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "contract_parties"; exception when undefined_table then null; end $$;
drop function if exists "history_of_contract_parties"()`)
    this.addSql(`drop index if exists "contract_parties__party_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "client_other_contacts"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "client_other_contacts"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "client_other_contacts"; exception when undefined_table then null; end $$;
drop function if exists "history_of_client_other_contacts"()`)
    this.addSql(`drop index if exists "client_other_contacts__person_id_index"`)
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
    this.addSql(`do $$ begin drop trigger if exists "touch" on "notification"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "notification__subject_index"`)
    this.addSql(`drop index if exists "notification__created_at_index"`)
    this.addSql(`drop index if exists "notification__user_state_created_at_index"`)
    this.addSql(`alter table if exists "notification" drop constraint if exists "notification__state_choice"`)
    this.addSql(`alter table if exists "notification" drop constraint if exists "notification__subject_whole"`)
    this.addSql(`drop index if exists "notification__user_kind_subject_dedupe_key_unique"`)
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
    this.addSql(`drop index if exists "client__email_folded_index"`)
    this.addSql(`drop index if exists "client__email_index"`)
    this.addSql(`drop index if exists "client__full_name_folded_index"`)
    this.addSql(`drop index if exists "client__full_name_index"`)
    this.addSql(`alter table "comment" drop constraint "comment__reply_to_id_fkey";
alter table "payment" drop constraint "payment__contract_id_fkey";
alter table "event" drop constraint "event__contract_id_fkey";
alter table "contract_parties" drop constraint "contract_parties__contract_id_fkey";

drop table if exists "notification" cascade;
drop table if exists "comment" cascade;
drop table if exists "contract" cascade;
drop table if exists "payment" cascade;
drop table if exists "event" cascade;
drop table if exists "contract_parties" cascade;
drop table if exists "client_other_contacts" cascade;

alter table "client" drop column "full_name", drop column "email", drop column "phone", drop column "phone_e164";

alter table "user" drop column "notify_by_mail"`)
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
}
