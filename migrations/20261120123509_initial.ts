import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261120123509_initial extends Migration {
  override readonly name = '20261120123509_first'

  override up(): void {
    this.addSql(`create extension if not exists pg_trgm`)
    this.addSql(`create extension if not exists unaccent`)
    this.addSql(`create extension if not exists btree_gist`)
    this.addSql(`create function fold(value text) returns text language sql immutable strict parallel safe return lower(unaccent('unaccent'::regdictionary, value))`)
    this.addSql(`do $$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create function new_id() returns uuid language sql volatile parallel safe return uuidv7();
  else
    create function new_id() returns uuid language sql volatile parallel safe return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
  end if;
end $$`)
    this.addSql(`create text search configuration coulisses (copy = pg_catalog.french);
alter text search configuration coulisses alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, french_stem`)
    this.addSql(`create text search dictionary coulisses_plain (template = pg_catalog.simple, stopwords = french);
create text search configuration coulisses_plain (copy = pg_catalog.simple);
alter text search configuration coulisses_plain alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, coulisses_plain`)
    this.addSql(`create or replace function touch() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'search' = to_jsonb(old) - 'search' then return new; end if;
  if new.version = old.version then new.version := old.version + 1; end if;
  if new.updated_at = old.updated_at then new.updated_at := now(); end if;
  return new;
end $$`)
    this.addSql(`create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: its history would have a hole', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$`)
    this.addSql(`create function change_of(member text, was json, became json) returns text language sql immutable parallel safe
  return '"' || member || '":{"from":' || coalesce(was::text, 'null') || ',"to":' || coalesce(became::text, 'null') || '}'`)
    this.addSql(`create table "user" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "person_id" uuid null, "full_name" varchar(250) null, "email" varchar(254) null, "password_hash" varchar(200) null, "locale" varchar(35) not null default 'fr', "is_administrator" boolean not null default false, "department_id" uuid null, "acts_for_id" uuid null, "last_sign_in_at" timestamptz(3) null, "archived_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "session" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "token_hash" varchar(64) not null, "family" uuid not null, "expires_at" timestamptz(3) not null, "replaced_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "user_agent" varchar(400) null, "address" varchar(45) null, primary key ("id"));

create table "role" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "key" varchar(40) not null, "name" varchar(80) not null, "standard" boolean not null default false, "description" text null, primary key ("id"));

create table "region" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "code" varchar(10) not null, "name" varchar(120) not null, "country_code" char(2) not null, "parent_id" uuid null, primary key ("id"));

create table "profession_domain" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(120) not null, "code" varchar(20) null, primary key ("id"));

create table "profession" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(160) not null, "feminine" varchar(160) null, "masculine" varchar(160) null, "code" varchar(20) null, "domain_id" uuid not null, primary key ("id"));

create table "persisted_query" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(120) not null, "hash" varchar(64) not null, "document" text not null, "client" varchar(40) not null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "outbound_message" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "channel" varchar(40) not null, "recipient" varchar(320) not null, "subject" varchar(300) null, "body" text null, "payload" jsonb null, "attempts" integer not null default 0, "next_attempt_at" timestamptz(3) null, "last_error" varchar(500) null, "idempotency_key" varchar(120) not null, "state" varchar(40) not null default 'QUEUED', primary key ("id"));

create table "legal_status" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(160) not null, "code" varchar(20) null, primary key ("id"));

create table "file_asset" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(255) not null, "mime_type" varchar(120) not null, "size" bigint not null, "sha256" varchar(64) not null, "provider" varchar(40) not null default 'BUILT_IN', "storage_key" varchar(300) not null, "encrypted" boolean not null default false, "alt_text" varchar(250) null, "visibility" varchar(40) not null default 'PRIVATE', "state" varchar(40) not null default 'UPLOADING', primary key ("id"));

create table "party" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "display_name" varchar(250) not null, "email" varchar(254) null, "phone" varchar(60) null, "phone_e164" varchar(16) null, "website" varchar(2000) null, "source" varchar(40) null default 'EMPLOYEE', "notes" text null, "state" varchar(40) not null default 'ACTIVE', "kind" varchar(40) not null, "name" varchar(200) null, "legal_name" varchar(250) null, "legal_status_id" uuid null, "registration_no" varchar(20) null, "size_band" varchar(40) null, "sector" varchar(120) null, "logo_id" uuid null, "first_name" varchar(100) null, "last_name" varchar(140) null, "job_title" varchar(140) null, "picture_id" uuid null, primary key ("id"));

create table "person_employers" ("person_id" uuid not null, "organisation_id" uuid not null, primary key ("person_id", "organisation_id"));

create table "party_role" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "party_id" uuid not null, "kind" varchar(40) not null, "since" date null, "until" date null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "diffusion_partner" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "site_name" varchar(160) not null, "site_url" varchar(2000) not null, "organisation_id" uuid not null, "technical_contact_id" uuid null, "since" date null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "partner_feed" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(80) not null, "partner_id" uuid not null, "page_size" integer not null default 100, "query_id" uuid null, "last_fetched_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "partner_feed_regions" ("partner_feed_id" uuid not null, "region_id" uuid not null, primary key ("partner_feed_id", "region_id"));

create table "partner_feed_professions" ("partner_feed_id" uuid not null, "profession_id" uuid not null, primary key ("partner_feed_id", "profession_id"));

create table "partner_feed_domains" ("partner_feed_id" uuid not null, "profession_domain_id" uuid not null, primary key ("partner_feed_id", "profession_domain_id"));

create table "department" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "key" varchar(40) not null, "name" varchar(80) not null, "line" varchar(40) null, "default_role_id" uuid null, primary key ("id"));

create table "contract_type" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(160) not null, "code" varchar(20) null, primary key ("id"));

create table "partner_feed_contract_types" ("partner_feed_id" uuid not null, "contract_type_id" uuid not null, primary key ("partner_feed_id", "contract_type_id"));

create table "client" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "company_name" varchar(250) null, "organisation_id" uuid null, "contact_id" uuid null, "lines" text[] not null, "first_contact_on" date null, "last_contact_at" timestamptz(3) null, "sales_contact_id" uuid null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "prospect" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "organisation_id" uuid null, "contact_id" uuid null, "responsible_id" uuid null, "source" varchar(40) not null default 'EMPLOYEE', "note" text null, "message" text null, "client_id" uuid null, "diffusion_partner_id" uuid null, "state" varchar(40) not null default 'OPEN', primary key ("id"));

create table "prospect_users" ("prospect_id" uuid not null, "user_id" uuid not null, primary key ("prospect_id", "user_id"));

create table "casting_category" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(120) not null, primary key ("id"));

create table "audit_entry" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "at" timestamptz(3) not null, "action" varchar(40) not null, "entity_type" varchar(60) not null, "entity_id" uuid not null, "changes" jsonb null, "origin" varchar(20) not null, "user_id" uuid null, "request_id" varchar(60) null, primary key ("id"));

create table "article" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "title" varchar(200) not null, "slug" varchar(120) null, "summary" text null, "body" text null, "image_id" uuid null, "publish_at" timestamptz(3) null, "author_id" uuid null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "address" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "line1" varchar(160) null, "line2" varchar(160) null, "postcode" varchar(16) null, "city" varchar(120) null, "region_id" uuid null, "country_code" char(2) not null default 'FR', "position" numeric(9, 6) null, "position_longitude" numeric(9, 6) null, "free_text" text null, primary key ("id"));

create table "party_addresses" ("party_id" uuid not null, "address_id" uuid not null, primary key ("party_id", "address_id"));

create table "casting_offer" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "number" serial, "title" varchar(160) not null, "reference" varchar(30) null, "client_id" uuid not null, "profession_id" uuid not null, "contract_type_id" uuid not null, "description" text null, "posts" integer not null default 1, "starts_on" date null, "address_id" uuid null, "publish_from" timestamptz(3) null, "publish_until" timestamptz(3) null, "contact_id" uuid null, "contact_public" boolean not null default false, "author_id" uuid null, "internal_note" text null, "state" varchar(40) not null default 'DRAFT', primary key ("id"));

create table "casting_offer_categories" ("casting_offer_id" uuid not null, "casting_category_id" uuid not null, primary key ("casting_offer_id", "casting_category_id"));

create table "user_roles" ("user_id" uuid not null, "role_id" uuid not null, primary key ("user_id", "role_id"));

alter table "user" add constraint "user__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "user" add constraint "user__person_id_fkey" foreign key ("person_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "user" add constraint "user__department_id_fkey" foreign key ("department_id") references "department" ("id") on update no action on delete no action deferrable initially immediate;
alter table "user" add constraint "user__acts_for_id_fkey" foreign key ("acts_for_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;

alter table "session" add constraint "session__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "session" add constraint "session__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "role" add constraint "role__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "region" add constraint "region__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "region" add constraint "region__parent_id_fkey" foreign key ("parent_id") references "region" ("id") on update no action on delete no action deferrable initially immediate;

alter table "profession_domain" add constraint "profession_domain__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "profession" add constraint "profession__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "profession" add constraint "profession__domain_id_fkey" foreign key ("domain_id") references "profession_domain" ("id") on update no action on delete no action deferrable initially immediate;

alter table "persisted_query" add constraint "persisted_query__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "outbound_message" add constraint "outbound_message__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "legal_status" add constraint "legal_status__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "file_asset" add constraint "file_asset__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "party" add constraint "party__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "party" add constraint "party__legal_status_id_fkey" foreign key ("legal_status_id") references "legal_status" ("id") on update no action on delete no action deferrable initially immediate;
alter table "party" add constraint "party__logo_id_fkey" foreign key ("logo_id") references "file_asset" ("id") on update no action on delete no action deferrable initially immediate;
alter table "party" add constraint "party__picture_id_fkey" foreign key ("picture_id") references "file_asset" ("id") on update no action on delete no action deferrable initially immediate;

alter table "person_employers" add constraint "person_employers__person_id_fkey" foreign key ("person_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "person_employers" add constraint "person_employers__organisation_id_fkey" foreign key ("organisation_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "party_role" add constraint "party_role__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "party_role" add constraint "party_role__party_id_fkey" foreign key ("party_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "diffusion_partner" add constraint "diffusion_partner__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "diffusion_partner" add constraint "diffusion_partner__organisation_id_fkey" foreign key ("organisation_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "diffusion_partner" add constraint "diffusion_partner__technical_contact_id_fkey" foreign key ("technical_contact_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;

alter table "partner_feed" add constraint "partner_feed__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "partner_feed" add constraint "partner_feed__partner_id_fkey" foreign key ("partner_id") references "diffusion_partner" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "partner_feed" add constraint "partner_feed__query_id_fkey" foreign key ("query_id") references "persisted_query" ("id") on update no action on delete no action deferrable initially immediate;

alter table "partner_feed_regions" add constraint "partner_feed_regions__partner_feed_id_fkey" foreign key ("partner_feed_id") references "partner_feed" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "partner_feed_regions" add constraint "partner_feed_regions__region_id_fkey" foreign key ("region_id") references "region" ("id") on update no action on delete no action deferrable initially immediate;

alter table "partner_feed_professions" add constraint "partner_feed_professions__partner_feed_id_fkey" foreign key ("partner_feed_id") references "partner_feed" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "partner_feed_professions" add constraint "partner_feed_professions__profession_id_fkey" foreign key ("profession_id") references "profession" ("id") on update no action on delete no action deferrable initially immediate;

alter table "partner_feed_domains" add constraint "partner_feed_domains__partner_feed_id_fkey" foreign key ("partner_feed_id") references "partner_feed" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "partner_feed_domains" add constraint "partner_feed_domains__profession_domain_id_fkey" foreign key ("profession_domain_id") references "profession_domain" ("id") on update no action on delete no action deferrable initially immediate;

alter table "department" add constraint "department__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "department" add constraint "department__default_role_id_fkey" foreign key ("default_role_id") references "role" ("id") on update no action on delete no action deferrable initially immediate;

alter table "contract_type" add constraint "contract_type__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "partner_feed_contract_types" add constraint "partner_feed_contract_types__partner_feed_id_fkey" foreign key ("partner_feed_id") references "partner_feed" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "partner_feed_contract_types" add constraint "partner_feed_contract_types__contract_type_id_fkey" foreign key ("contract_type_id") references "contract_type" ("id") on update no action on delete no action deferrable initially immediate;

alter table "client" add constraint "client__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "client" add constraint "client__organisation_id_fkey" foreign key ("organisation_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "client" add constraint "client__contact_id_fkey" foreign key ("contact_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "client" add constraint "client__sales_contact_id_fkey" foreign key ("sales_contact_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "prospect" add constraint "prospect__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "prospect" add constraint "prospect__organisation_id_fkey" foreign key ("organisation_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "prospect" add constraint "prospect__contact_id_fkey" foreign key ("contact_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "prospect" add constraint "prospect__responsible_id_fkey" foreign key ("responsible_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "prospect" add constraint "prospect__client_id_fkey" foreign key ("client_id") references "client" ("id") on update no action on delete no action deferrable initially immediate;
alter table "prospect" add constraint "prospect__diffusion_partner_id_fkey" foreign key ("diffusion_partner_id") references "diffusion_partner" ("id") on update no action on delete no action deferrable initially immediate;

alter table "prospect_users" add constraint "prospect_users__prospect_id_fkey" foreign key ("prospect_id") references "prospect" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "prospect_users" add constraint "prospect_users__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "casting_category" add constraint "casting_category__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "article" add constraint "article__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "article" add constraint "article__image_id_fkey" foreign key ("image_id") references "file_asset" ("id") on update no action on delete no action deferrable initially immediate;
alter table "article" add constraint "article__author_id_fkey" foreign key ("author_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "address" add constraint "address__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "address" add constraint "address__region_id_fkey" foreign key ("region_id") references "region" ("id") on update no action on delete no action deferrable initially immediate;

alter table "party_addresses" add constraint "party_addresses__party_id_fkey" foreign key ("party_id") references "party" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "party_addresses" add constraint "party_addresses__address_id_fkey" foreign key ("address_id") references "address" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "casting_offer" add constraint "casting_offer__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__client_id_fkey" foreign key ("client_id") references "client" ("id") on update no action on delete no action deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__profession_id_fkey" foreign key ("profession_id") references "profession" ("id") on update no action on delete no action deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__contract_type_id_fkey" foreign key ("contract_type_id") references "contract_type" ("id") on update no action on delete no action deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__address_id_fkey" foreign key ("address_id") references "address" ("id") on update no action on delete no action deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__contact_id_fkey" foreign key ("contact_id") references "party" ("id") on update no action on delete no action deferrable initially immediate;
alter table "casting_offer" add constraint "casting_offer__author_id_fkey" foreign key ("author_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "casting_offer_categories" add constraint "casting_offer_categories__casting_offer_id_fkey" foreign key ("casting_offer_id") references "casting_offer" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "casting_offer_categories" add constraint "casting_offer_categories__casting_category_id_fkey" foreign key ("casting_category_id") references "casting_category" ("id") on update no action on delete no action deferrable initially immediate;

alter table "user_roles" add constraint "user_roles__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "user_roles" add constraint "user_roles__role_id_fkey" foreign key ("role_id") references "role" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`-- of title varchar(200), summary text, body text
alter table "article" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("title", '')) || to_tsvector('coulisses_plain', coalesce("title", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("summary", '')) || to_tsvector('coulisses_plain', coalesce("summary", '')), 'B') || setweight(to_tsvector('coulisses', coalesce(regexp_replace("body", '<[^>]*>', ' ', 'g'), '')) || to_tsvector('coulisses_plain', coalesce(regexp_replace("body", '<[^>]*>', ' ', 'g'), '')), 'C')) stored`)
    this.addSql(`create index "article__search_index" on "article" using gin ("search")`)
    this.addSql(`create unique index "article__slug_unique" on "article" ("slug")`)
    this.addSql(`alter table "article" add constraint "article__state_choice" check ("state" in ('DRAFT', 'PUBLISHED', 'WITHDRAWN'))`)
    this.addSql(`create index "article__state_publish_at_index" on "article" ("state", "publish_at", "id")`)
    this.addSql(`create index "article__publish_at_index" on "article" ("publish_at", "id")`)
    this.addSql(`create index "article__title_folded_index" on "article" (fold("title"), "id")`)
    this.addSql(`create index "article__created_at_index" on "article" ("created_at", "id")`)
    this.addSql(`create index "article__created_by_index" on "article" ("created_by_id")`)
    this.addSql(`create index "article__image_index" on "article" ("image_id")`)
    this.addSql(`create index "article__author_index" on "article" ("author_id")`)
    this.addSql(`create index "article__title_trigram" on "article" using gin (fold("title") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "article" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_article"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."slug" is distinct from old."slug" then change_of('slug', to_json(old."slug"), to_json(new."slug")) end,
    case when new."summary" is distinct from old."summary" then change_of('summary', to_json(old."summary"), to_json(new."summary")) end,
    case when new."body" is distinct from old."body" then change_of('body', to_json(old."body"), to_json(new."body")) end,
    case when new."image_id" is distinct from old."image_id" then change_of('image', to_json(old."image_id"), to_json(new."image_id")) end,
    case when new."publish_at" is distinct from old."publish_at" then change_of('publishAt', to_json(to_char(old."publish_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."publish_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."author_id" is distinct from old."author_id" then change_of('author', to_json(old."author_id"), to_json(new."author_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Article', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "article" for each row execute function "history_of_article"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "article" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(120)
alter table "casting_category" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "casting_category__search_index" on "casting_category" using gin ("search")`)
    this.addSql(`create unique index "casting_category__name_unique" on "casting_category" (lower("name"))`)
    this.addSql(`create index "casting_category__name_folded_index" on "casting_category" (fold("name"), "id")`)
    this.addSql(`create index "casting_category__created_at_index" on "casting_category" ("created_at", "id")`)
    this.addSql(`create index "casting_category__created_by_index" on "casting_category" ("created_by_id")`)
    this.addSql(`create index "casting_category__name_trigram" on "casting_category" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "casting_category" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_casting_category"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'CastingCategory', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "casting_category" for each row execute function "history_of_casting_category"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "casting_category" for each statement execute function refuse_change()`)
    this.addSql(`-- of title varchar(160), reference varchar(30), description text
alter table "casting_offer" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("title", '')) || to_tsvector('coulisses_plain', coalesce("title", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("reference", '')) || to_tsvector('coulisses_plain', coalesce("reference", '')), 'A') || setweight(to_tsvector('coulisses', coalesce(regexp_replace("description", '<[^>]*>', ' ', 'g'), '')) || to_tsvector('coulisses_plain', coalesce(regexp_replace("description", '<[^>]*>', ' ', 'g'), '')), 'B')) stored`)
    this.addSql(`create index "casting_offer__search_index" on "casting_offer" using gin ("search")`)
    this.addSql(`create unique index "casting_offer__number_unique" on "casting_offer" ("number")`)
    this.addSql(`create unique index "casting_offer__reference_unique" on "casting_offer" (lower("reference"))`)
    this.addSql(`alter table "casting_offer" add constraint "casting_offer__state_choice" check ("state" in ('DRAFT', 'PUBLISHED', 'EXPIRED', 'WITHDRAWN'))`)
    this.addSql(`alter table "casting_offer" add constraint "casting_offer__publication_ends_after_it_starts_check" check (publish_until > publish_from)`)
    this.addSql(`alter table "casting_offer" add constraint "casting_offer__public_contact_is_given_check" check (not contact_public or contact_id is not null)`)
    this.addSql(`create index "casting_offer__state_publish_from_index" on "casting_offer" ("state", "publish_from", "id")`)
    this.addSql(`create index "casting_offer__state_publish_until_index" on "casting_offer" ("state", "publish_until", "id")`)
    this.addSql(`create index "casting_offer__publish_from_index" on "casting_offer" ("publish_from", "id")`)
    this.addSql(`create index "casting_offer__title_folded_index" on "casting_offer" (fold("title"), "id")`)
    this.addSql(`create index "casting_offer__created_at_index" on "casting_offer" ("created_at", "id")`)
    this.addSql(`create index "casting_offer__created_by_index" on "casting_offer" ("created_by_id")`)
    this.addSql(`create index "casting_offer__client_index" on "casting_offer" ("client_id")`)
    this.addSql(`create index "casting_offer__profession_index" on "casting_offer" ("profession_id")`)
    this.addSql(`create index "casting_offer__contract_type_index" on "casting_offer" ("contract_type_id")`)
    this.addSql(`create index "casting_offer__address_index" on "casting_offer" ("address_id")`)
    this.addSql(`create index "casting_offer__contact_index" on "casting_offer" ("contact_id")`)
    this.addSql(`create index "casting_offer__author_index" on "casting_offer" ("author_id")`)
    this.addSql(`create index "casting_offer__title_trigram" on "casting_offer" using gin (fold("title") gin_trgm_ops)`)
    this.addSql(`create index "casting_offer__reference_trigram" on "casting_offer" using gin (fold("reference") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "casting_offer" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_casting_offer"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."title" is distinct from old."title" then change_of('title', to_json(old."title"), to_json(new."title")) end,
    case when new."reference" is distinct from old."reference" then change_of('reference', to_json(old."reference"), to_json(new."reference")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."profession_id" is distinct from old."profession_id" then change_of('profession', to_json(old."profession_id"), to_json(new."profession_id")) end,
    case when new."contract_type_id" is distinct from old."contract_type_id" then change_of('contractType', to_json(old."contract_type_id"), to_json(new."contract_type_id")) end,
    case when new."description" is distinct from old."description" then change_of('description', to_json(old."description"), to_json(new."description")) end,
    case when new."posts" is distinct from old."posts" then change_of('posts', to_json(old."posts"), to_json(new."posts")) end,
    case when new."starts_on" is distinct from old."starts_on" then change_of('startsOn', to_json(to_char(old."starts_on", 'YYYY-MM-DD')), to_json(to_char(new."starts_on", 'YYYY-MM-DD'))) end,
    case when new."address_id" is distinct from old."address_id" then change_of('address', to_json(old."address_id"), to_json(new."address_id")) end,
    case when new."publish_from" is distinct from old."publish_from" then change_of('publishFrom', to_json(to_char(old."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."publish_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."publish_until" is distinct from old."publish_until" then change_of('publishUntil', to_json(to_char(old."publish_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."publish_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."contact_id" is distinct from old."contact_id" then change_of('contact', to_json(old."contact_id"), to_json(new."contact_id")) end,
    case when new."contact_public" is distinct from old."contact_public" then change_of('contactPublic', to_json(old."contact_public"), to_json(new."contact_public")) end,
    case when new."author_id" is distinct from old."author_id" then change_of('author', to_json(old."author_id"), to_json(new."author_id")) end,
    case when new."internal_note" is distinct from old."internal_note" then change_of('internalNote', to_json(old."internal_note"), to_json(new."internal_note")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'CastingOffer', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "casting_offer" for each row execute function "history_of_casting_offer"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "casting_offer" for each statement execute function refuse_change()`)
    this.addSql(`-- of site_name varchar(160)
alter table "diffusion_partner" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("site_name", '')) || to_tsvector('coulisses_plain', coalesce("site_name", '')), 'A')) stored`)
    this.addSql(`create index "diffusion_partner__search_index" on "diffusion_partner" using gin ("search")`)
    this.addSql(`create unique index "diffusion_partner__organisation_unique" on "diffusion_partner" ("organisation_id")`)
    this.addSql(`alter table "diffusion_partner" add constraint "diffusion_partner__state_choice" check ("state" in ('PROSPECTIVE', 'ACTIVE', 'INACTIVE'))`)
    this.addSql(`create index "diffusion_partner__site_name_folded_index" on "diffusion_partner" (fold("site_name"), "id")`)
    this.addSql(`create index "diffusion_partner__created_at_index" on "diffusion_partner" ("created_at", "id")`)
    this.addSql(`create index "diffusion_partner__created_by_index" on "diffusion_partner" ("created_by_id")`)
    this.addSql(`create index "diffusion_partner__technical_contact_index" on "diffusion_partner" ("technical_contact_id")`)
    this.addSql(`create index "diffusion_partner__site_name_trigram" on "diffusion_partner" using gin (fold("site_name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "diffusion_partner" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_diffusion_partner"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."site_name" is distinct from old."site_name" then change_of('siteName', to_json(old."site_name"), to_json(new."site_name")) end,
    case when new."site_url" is distinct from old."site_url" then change_of('siteUrl', to_json(old."site_url"), to_json(new."site_url")) end,
    case when new."organisation_id" is distinct from old."organisation_id" then change_of('organisation', to_json(old."organisation_id"), to_json(new."organisation_id")) end,
    case when new."technical_contact_id" is distinct from old."technical_contact_id" then change_of('technicalContact', to_json(old."technical_contact_id"), to_json(new."technical_contact_id")) end,
    case when new."since" is distinct from old."since" then change_of('since', to_json(to_char(old."since", 'YYYY-MM-DD')), to_json(to_char(new."since", 'YYYY-MM-DD'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'DiffusionPartner', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "diffusion_partner" for each row execute function "history_of_diffusion_partner"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "diffusion_partner" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(80)
alter table "partner_feed" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "partner_feed__search_index" on "partner_feed" using gin ("search")`)
    this.addSql(`create unique index "partner_feed__partner_name_unique" on "partner_feed" ("partner_id", lower("name"))`)
    this.addSql(`alter table "partner_feed" add constraint "partner_feed__state_choice" check ("state" in ('ACTIVE', 'INACTIVE'))`)
    this.addSql(`create index "partner_feed__name_folded_index" on "partner_feed" (fold("name"), "id")`)
    this.addSql(`create index "partner_feed__created_at_index" on "partner_feed" ("created_at", "id")`)
    this.addSql(`create index "partner_feed__created_by_index" on "partner_feed" ("created_by_id")`)
    this.addSql(`create index "partner_feed__query_index" on "partner_feed" ("query_id")`)
    this.addSql(`create index "partner_feed__name_trigram" on "partner_feed" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "partner_feed" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_partner_feed"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."partner_id" is distinct from old."partner_id" then change_of('partner', to_json(old."partner_id"), to_json(new."partner_id")) end,
    case when new."page_size" is distinct from old."page_size" then change_of('pageSize', to_json(old."page_size"), to_json(new."page_size")) end,
    case when new."query_id" is distinct from old."query_id" then change_of('query', to_json(old."query_id"), to_json(new."query_id")) end,
    case when new."last_fetched_at" is distinct from old."last_fetched_at" then change_of('lastFetchedAt', to_json(to_char(old."last_fetched_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_fetched_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PartnerFeed', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "partner_feed" for each row execute function "history_of_partner_feed"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "partner_feed" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(160), feminine varchar(160), masculine varchar(160)
alter table "profession" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("feminine", '')) || to_tsvector('coulisses_plain', coalesce("feminine", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("masculine", '')) || to_tsvector('coulisses_plain', coalesce("masculine", '')), 'B')) stored`)
    this.addSql(`create index "profession__search_index" on "profession" using gin ("search")`)
    this.addSql(`create unique index "profession__domain_name_unique" on "profession" ("domain_id", lower("name"))`)
    this.addSql(`create index "profession__name_folded_index" on "profession" (fold("name"), "id")`)
    this.addSql(`create index "profession__created_at_index" on "profession" ("created_at", "id")`)
    this.addSql(`create index "profession__created_by_index" on "profession" ("created_by_id")`)
    this.addSql(`create index "profession__name_trigram" on "profession" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "profession__feminine_trigram" on "profession" using gin (fold("feminine") gin_trgm_ops)`)
    this.addSql(`create index "profession__masculine_trigram" on "profession" using gin (fold("masculine") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "profession" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_profession"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."feminine" is distinct from old."feminine" then change_of('feminine', to_json(old."feminine"), to_json(new."feminine")) end,
    case when new."masculine" is distinct from old."masculine" then change_of('masculine', to_json(old."masculine"), to_json(new."masculine")) end,
    case when new."code" is distinct from old."code" then change_of('code', to_json(old."code"), to_json(new."code")) end,
    case when new."domain_id" is distinct from old."domain_id" then change_of('domain', to_json(old."domain_id"), to_json(new."domain_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Profession', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "profession" for each row execute function "history_of_profession"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "profession" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(120)
alter table "profession_domain" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "profession_domain__search_index" on "profession_domain" using gin ("search")`)
    this.addSql(`create unique index "profession_domain__name_unique" on "profession_domain" (lower("name"))`)
    this.addSql(`create index "profession_domain__name_folded_index" on "profession_domain" (fold("name"), "id")`)
    this.addSql(`create index "profession_domain__created_at_index" on "profession_domain" ("created_at", "id")`)
    this.addSql(`create index "profession_domain__created_by_index" on "profession_domain" ("created_by_id")`)
    this.addSql(`create index "profession_domain__name_trigram" on "profession_domain" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "profession_domain" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_profession_domain"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."code" is distinct from old."code" then change_of('code', to_json(old."code"), to_json(new."code")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ProfessionDomain', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "profession_domain" for each row execute function "history_of_profession_domain"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "profession_domain" for each statement execute function refuse_change()`)
    this.addSql(`-- of note text, message text
alter table "prospect" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("note", '')) || to_tsvector('coulisses_plain', coalesce("note", '')), 'C') || setweight(to_tsvector('coulisses', coalesce("message", '')) || to_tsvector('coulisses_plain', coalesce("message", '')), 'D')) stored`)
    this.addSql(`create index "prospect__search_index" on "prospect" using gin ("search")`)
    this.addSql(`create unique index "prospect__organisation_contact_unique" on "prospect" ("organisation_id", "contact_id") nulls not distinct where "state" = 'OPEN'`)
    this.addSql(`alter table "prospect" add constraint "prospect__source_choice" check ("source" in ('EMPLOYEE', 'WEBSITE', 'IMPORT'))`)
    this.addSql(`alter table "prospect" add constraint "prospect__state_choice" check ("state" in ('OPEN', 'CONVERTED'))`)
    this.addSql(`alter table "prospect" add constraint "prospect__organisation_or_contact_check" check (organisation_id is not null or contact_id is not null)`)
    this.addSql(`create index "prospect__created_at_index" on "prospect" ("created_at", "id")`)
    this.addSql(`create index "prospect__created_by_index" on "prospect" ("created_by_id")`)
    this.addSql(`create index "prospect__organisation_index" on "prospect" ("organisation_id")`)
    this.addSql(`create index "prospect__contact_index" on "prospect" ("contact_id")`)
    this.addSql(`create index "prospect__responsible_index" on "prospect" ("responsible_id")`)
    this.addSql(`create index "prospect__client_index" on "prospect" ("client_id")`)
    this.addSql(`create index "prospect__diffusion_partner_index" on "prospect" ("diffusion_partner_id")`)
    this.addSql(`create index "prospect__state_index" on "prospect" ("state", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "prospect" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_prospect"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."organisation_id" is distinct from old."organisation_id" then change_of('organisation', to_json(old."organisation_id"), to_json(new."organisation_id")) end,
    case when new."contact_id" is distinct from old."contact_id" then change_of('contact', to_json(old."contact_id"), to_json(new."contact_id")) end,
    case when new."responsible_id" is distinct from old."responsible_id" then change_of('responsible', to_json(old."responsible_id"), to_json(new."responsible_id")) end,
    case when new."source" is distinct from old."source" then change_of('source', to_json(old."source"), to_json(new."source")) end,
    case when new."note" is distinct from old."note" then change_of('note', to_json(old."note"), to_json(new."note")) end,
    case when new."message" is distinct from old."message" then change_of('message', to_json(old."message"), to_json(new."message")) end,
    case when new."client_id" is distinct from old."client_id" then change_of('client', to_json(old."client_id"), to_json(new."client_id")) end,
    case when new."diffusion_partner_id" is distinct from old."diffusion_partner_id" then change_of('diffusionPartner', to_json(old."diffusion_partner_id"), to_json(new."diffusion_partner_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Prospect', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "prospect" for each row execute function "history_of_prospect"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "prospect" for each statement execute function refuse_change()`)
    this.addSql(`-- of line1 varchar(160), line2 varchar(160), postcode varchar(16), city varchar(120), free_text text
alter table "address" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("line1", '')) || to_tsvector('coulisses_plain', coalesce("line1", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("line2", '')) || to_tsvector('coulisses_plain', coalesce("line2", '')), 'C') || setweight(to_tsvector('coulisses', coalesce("postcode", '')) || to_tsvector('coulisses_plain', coalesce("postcode", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("city", '')) || to_tsvector('coulisses_plain', coalesce("city", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("free_text", '')) || to_tsvector('coulisses_plain', coalesce("free_text", '')), 'D')) stored`)
    this.addSql(`create index "address__search_index" on "address" using gin ("search")`)
    this.addSql(`alter table "address" add constraint "address__position_whole" check (num_nonnulls("position", "position_longitude") in (0, 2))`)
    this.addSql(`alter table "address" add constraint "address__place_is_named_check" check (city is not null or free_text is not null)`)
    this.addSql(`create index "address__line1_folded_index" on "address" (fold("line1"), "id")`)
    this.addSql(`create index "address__city_folded_index" on "address" (fold("city"), "id")`)
    this.addSql(`create index "address__created_at_index" on "address" ("created_at", "id")`)
    this.addSql(`create index "address__created_by_index" on "address" ("created_by_id")`)
    this.addSql(`create index "address__city_index" on "address" ("city", "id")`)
    this.addSql(`create index "address__region_index" on "address" ("region_id")`)
    this.addSql(`create index "address__line1_trigram" on "address" using gin (fold("line1") gin_trgm_ops)`)
    this.addSql(`create index "address__line2_trigram" on "address" using gin (fold("line2") gin_trgm_ops)`)
    this.addSql(`create index "address__postcode_trigram" on "address" using gin (fold("postcode") gin_trgm_ops)`)
    this.addSql(`create index "address__city_trigram" on "address" using gin (fold("city") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "address" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_address"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."line1" is distinct from old."line1" then change_of('line1', to_json(old."line1"), to_json(new."line1")) end,
    case when new."line2" is distinct from old."line2" then change_of('line2', to_json(old."line2"), to_json(new."line2")) end,
    case when new."postcode" is distinct from old."postcode" then change_of('postcode', to_json(old."postcode"), to_json(new."postcode")) end,
    case when new."city" is distinct from old."city" then change_of('city', to_json(old."city"), to_json(new."city")) end,
    case when new."region_id" is distinct from old."region_id" then change_of('region', to_json(old."region_id"), to_json(new."region_id")) end,
    case when new."country_code" is distinct from old."country_code" then change_of('countryCode', to_json(old."country_code"), to_json(new."country_code")) end,
    case when (new."position", new."position_longitude") is distinct from (old."position", old."position_longitude") then change_of('position', to_json(case when old."position" is null then null else json_build_object('latitude', old."position", 'longitude', old."position_longitude") end), to_json(case when new."position" is null then null else json_build_object('latitude', new."position", 'longitude', new."position_longitude") end)) end,
    case when new."free_text" is distinct from old."free_text" then change_of('freeText', to_json(old."free_text"), to_json(new."free_text")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Address', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "address" for each row execute function "history_of_address"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "address" for each statement execute function refuse_change()`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('CREATE', 'UPDATE', 'DELETE'))`)
    this.addSql(`create index "audit_entry__entity_type_entity_id_at_index" on "audit_entry" ("entity_type", "entity_id", "at", "id")`)
    this.addSql(`create index "audit_entry__user_at_index" on "audit_entry" ("user_id", "at", "id")`)
    this.addSql(`create index "audit_entry__at_index" on "audit_entry" ("at", "id")`)
    this.addSql(`create or replace trigger "append_only" before update or delete on "audit_entry" for each row execute function refuse_change();
create or replace trigger "refuse_truncate" before truncate on "audit_entry" for each statement execute function refuse_change()`)
    this.addSql(`-- of company_name varchar(250)
alter table "client" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("company_name", '')) || to_tsvector('coulisses_plain', coalesce("company_name", '')), 'A')) stored`)
    this.addSql(`create index "client__search_index" on "client" using gin ("search")`)
    this.addSql(`create unique index "client__number_unique" on "client" ("number")`)
    this.addSql(`create unique index "client__organisation_contact_unique" on "client" ("organisation_id", "contact_id") nulls not distinct`)
    this.addSql(`alter table "client" add constraint "client__lines_choice" check ("lines" <@ array['CASTING', 'EPIC_EVENTS']::text[])`)
    this.addSql(`alter table "client" add constraint "client__state_choice" check ("state" in ('PROSPECTIVE', 'ACTIVE', 'ARCHIVED'))`)
    this.addSql(`alter table "client" add constraint "client__organisation_or_contact_check" check (organisation_id is not null or contact_id is not null)`)
    this.addSql(`create index "client__company_name_folded_index" on "client" (fold("company_name"), "id")`)
    this.addSql(`create index "client__created_at_index" on "client" ("created_at", "id")`)
    this.addSql(`create index "client__created_by_index" on "client" ("created_by_id")`)
    this.addSql(`create index "client__company_name_index" on "client" ("company_name", "id")`)
    this.addSql(`create index "client__contact_index" on "client" ("contact_id")`)
    this.addSql(`create index "client__sales_contact_index" on "client" ("sales_contact_id")`)
    this.addSql(`create index "client__company_name_trigram" on "client" using gin (fold("company_name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "client" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "client" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(160), code varchar(20)
alter table "contract_type" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("code", '')) || to_tsvector('coulisses_plain', coalesce("code", '')), 'A')) stored`)
    this.addSql(`create index "contract_type__search_index" on "contract_type" using gin ("search")`)
    this.addSql(`create unique index "contract_type__name_unique" on "contract_type" (lower("name"))`)
    this.addSql(`create unique index "contract_type__code_unique" on "contract_type" (lower("code"))`)
    this.addSql(`create index "contract_type__name_folded_index" on "contract_type" (fold("name"), "id")`)
    this.addSql(`create index "contract_type__created_at_index" on "contract_type" ("created_at", "id")`)
    this.addSql(`create index "contract_type__created_by_index" on "contract_type" ("created_by_id")`)
    this.addSql(`create index "contract_type__name_trigram" on "contract_type" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "contract_type__code_trigram" on "contract_type" using gin (fold("code") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "contract_type" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_contract_type"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."code" is distinct from old."code" then change_of('code', to_json(old."code"), to_json(new."code")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ContractType', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "contract_type" for each row execute function "history_of_contract_type"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "contract_type" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(80)
alter table "department" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "department__search_index" on "department" using gin ("search")`)
    this.addSql(`create unique index "department__key_unique" on "department" ("key")`)
    this.addSql(`create unique index "department__name_unique" on "department" (lower("name"))`)
    this.addSql(`alter table "department" add constraint "department__line_choice" check ("line" in ('EPIC_EVENTS', 'CASTING', 'MUSIC'))`)
    this.addSql(`create index "department__name_folded_index" on "department" (fold("name"), "id")`)
    this.addSql(`create index "department__created_at_index" on "department" ("created_at", "id")`)
    this.addSql(`create index "department__created_by_index" on "department" ("created_by_id")`)
    this.addSql(`create index "department__default_role_index" on "department" ("default_role_id")`)
    this.addSql(`create index "department__name_trigram" on "department" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "department" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_department"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."line" is distinct from old."line" then change_of('line', to_json(old."line"), to_json(new."line")) end,
    case when new."default_role_id" is distinct from old."default_role_id" then change_of('defaultRole', to_json(old."default_role_id"), to_json(new."default_role_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Department', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "department" for each row execute function "history_of_department"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "department" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(255), alt_text varchar(250)
alter table "file_asset" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("alt_text", '')) || to_tsvector('coulisses_plain', coalesce("alt_text", '')), 'B')) stored`)
    this.addSql(`create index "file_asset__search_index" on "file_asset" using gin ("search")`)
    this.addSql(`create unique index "file_asset__provider_storage_key_unique" on "file_asset" ("provider", "storage_key")`)
    this.addSql(`alter table "file_asset" add constraint "file_asset__provider_choice" check ("provider" in ('BUILT_IN'))`)
    this.addSql(`alter table "file_asset" add constraint "file_asset__visibility_choice" check ("visibility" in ('PRIVATE', 'PROJECT', 'PUBLIC'))`)
    this.addSql(`alter table "file_asset" add constraint "file_asset__state_choice" check ("state" in ('UPLOADING', 'READY', 'DELETED'))`)
    this.addSql(`create index "file_asset__created_at_index" on "file_asset" ("created_at", "id")`)
    this.addSql(`create index "file_asset__name_folded_index" on "file_asset" (fold("name"), "id")`)
    this.addSql(`create index "file_asset__created_by_index" on "file_asset" ("created_by_id")`)
    this.addSql(`create index "file_asset__sha256_index" on "file_asset" ("sha256", "id")`)
    this.addSql(`create index "file_asset__sha256_folded_index" on "file_asset" (fold("sha256"), "id")`)
    this.addSql(`create index "file_asset__name_trigram" on "file_asset" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "file_asset__alt_text_trigram" on "file_asset" using gin (fold("alt_text") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "file_asset" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_file_asset"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."mime_type" is distinct from old."mime_type" then change_of('mimeType', to_json(old."mime_type"), to_json(new."mime_type")) end,
    case when new."size" is distinct from old."size" then change_of('size', to_json(old."size"), to_json(new."size")) end,
    case when new."sha256" is distinct from old."sha256" then change_of('sha256', to_json(old."sha256"), to_json(new."sha256")) end,
    case when new."provider" is distinct from old."provider" then change_of('provider', to_json(old."provider"), to_json(new."provider")) end,
    case when new."storage_key" is distinct from old."storage_key" then change_of('storageKey', to_json(case when old."storage_key" is not null then '•' end), to_json(case when new."storage_key" is not null then '•' end)) end,
    case when new."encrypted" is distinct from old."encrypted" then change_of('encrypted', to_json(old."encrypted"), to_json(new."encrypted")) end,
    case when new."alt_text" is distinct from old."alt_text" then change_of('altText', to_json(old."alt_text"), to_json(new."alt_text")) end,
    case when new."visibility" is distinct from old."visibility" then change_of('visibility', to_json(old."visibility"), to_json(new."visibility")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'FileAsset', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "file_asset" for each row execute function "history_of_file_asset"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "file_asset" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(160), code varchar(20)
alter table "legal_status" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("code", '')) || to_tsvector('coulisses_plain', coalesce("code", '')), 'B')) stored`)
    this.addSql(`create index "legal_status__search_index" on "legal_status" using gin ("search")`)
    this.addSql(`create unique index "legal_status__name_unique" on "legal_status" (lower("name"))`)
    this.addSql(`create unique index "legal_status__code_unique" on "legal_status" (lower("code"))`)
    this.addSql(`create index "legal_status__name_folded_index" on "legal_status" (fold("name"), "id")`)
    this.addSql(`create index "legal_status__created_at_index" on "legal_status" ("created_at", "id")`)
    this.addSql(`create index "legal_status__created_by_index" on "legal_status" ("created_by_id")`)
    this.addSql(`create index "legal_status__name_trigram" on "legal_status" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "legal_status__code_trigram" on "legal_status" using gin (fold("code") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "legal_status" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_legal_status"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."code" is distinct from old."code" then change_of('code', to_json(old."code"), to_json(new."code")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'LegalStatus', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "legal_status" for each row execute function "history_of_legal_status"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "legal_status" for each statement execute function refuse_change()`)
    this.addSql(`-- of recipient varchar(320), subject varchar(300)
alter table "outbound_message" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("recipient", '')) || to_tsvector('coulisses_plain', coalesce("recipient", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("subject", '')) || to_tsvector('coulisses_plain', coalesce("subject", '')), 'B')) stored`)
    this.addSql(`create index "outbound_message__search_index" on "outbound_message" using gin ("search")`)
    this.addSql(`create unique index "outbound_message__idempotency_key_unique" on "outbound_message" ("idempotency_key")`)
    this.addSql(`alter table "outbound_message" add constraint "outbound_message__channel_choice" check ("channel" in ('EMAIL'))`)
    this.addSql(`alter table "outbound_message" add constraint "outbound_message__state_choice" check ("state" in ('QUEUED', 'SENT', 'FAILED'))`)
    this.addSql(`create index "outbound_message__state_next_attempt_at_index" on "outbound_message" ("state", "next_attempt_at", "id")`)
    this.addSql(`create index "outbound_message__created_at_index" on "outbound_message" ("created_at", "id")`)
    this.addSql(`create index "outbound_message__recipient_trigram" on "outbound_message" using gin (fold("recipient") gin_trgm_ops)`)
    this.addSql(`create index "outbound_message__subject_trigram" on "outbound_message" using gin (fold("subject") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "outbound_message" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`-- of display_name varchar(250), email varchar(254), notes text, legal_name varchar(250), registration_no varchar(20), sector varchar(120)
alter table "party" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("display_name", '')) || to_tsvector('coulisses_plain', coalesce("display_name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("email", '')) || to_tsvector('coulisses_plain', coalesce("email", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("notes", '')) || to_tsvector('coulisses_plain', coalesce("notes", '')), 'D') || setweight(to_tsvector('coulisses', coalesce("legal_name", '')) || to_tsvector('coulisses_plain', coalesce("legal_name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("registration_no", '')) || to_tsvector('coulisses_plain', coalesce("registration_no", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("sector", '')) || to_tsvector('coulisses_plain', coalesce("sector", '')), 'C')) stored`)
    this.addSql(`create index "party__search_index" on "party" using gin ("search")`)
    this.addSql(`create unique index "party__registration_no_unique" on "party" ("registration_no") where "kind" = 'ORGANISATION'`)
    this.addSql(`alter table "party" add constraint "party__kind_choice" check ("kind" in ('ORGANISATION', 'PERSON'))`)
    this.addSql(`alter table "party" add constraint "party__source_choice" check ("source" in ('EMPLOYEE', 'WEBSITE', 'IMPORT'))`)
    this.addSql(`alter table "party" add constraint "party__state_choice" check ("state" in ('ACTIVE', 'ARCHIVED', 'MERGED', 'ERASED'))`)
    this.addSql(`alter table "party" add constraint "party__organisation_name_required" check ("kind" <> 'ORGANISATION' or ("name" is not null))`)
    this.addSql(`alter table "party" add constraint "party__size_band_choice" check ("size_band" in ('NONE', 'MICRO', 'SMALL', 'MEDIUM', 'LARGE'))`)
    this.addSql(`create index "party__display_name_folded_index" on "party" (fold("display_name"), "id")`)
    this.addSql(`create index "party__created_at_index" on "party" ("created_at", "id")`)
    this.addSql(`create index "party__created_by_index" on "party" ("created_by_id")`)
    this.addSql(`create index "party__display_name_index" on "party" ("display_name", "id")`)
    this.addSql(`create index "party__legal_status_index" on "party" ("legal_status_id")`)
    this.addSql(`create index "party__logo_index" on "party" ("logo_id")`)
    this.addSql(`create index "party__picture_index" on "party" ("picture_id")`)
    this.addSql(`create index "party__display_name_trigram" on "party" using gin (fold("display_name") gin_trgm_ops)`)
    this.addSql(`create index "party__email_trigram" on "party" using gin (fold("email") gin_trgm_ops)`)
    this.addSql(`create index "party__legal_name_trigram" on "party" using gin (fold("legal_name") gin_trgm_ops)`)
    this.addSql(`create index "party__registration_no_trigram" on "party" using gin (fold("registration_no") gin_trgm_ops)`)
    this.addSql(`create index "party__sector_trigram" on "party" using gin (fold("sector") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "party" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "party" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "party_role__party_kind_unique" on "party_role" ("party_id", "kind") where "state" = 'ACTIVE'`)
    this.addSql(`alter table "party_role" add constraint "party_role__kind_choice" check ("kind" in ('ARTIST', 'LABEL', 'MANAGER', 'PROGRAMMER', 'TECHNICIAN', 'BROADCASTER', 'VENUE_OPERATOR', 'JOURNALIST', 'SPONSOR', 'FAN', 'VOLUNTEER', 'BUSINESS_INTRODUCER', 'RIGHT_HOLDER', 'BENEFIT_PROVIDER', 'FUNDER'))`)
    this.addSql(`alter table "party_role" add constraint "party_role__state_choice" check ("state" in ('ACTIVE', 'ENDED'))`)
    this.addSql(`alter table "party_role" add constraint "party_role__role_ends_after_it_began_check" check (until >= since)`)
    this.addSql(`create index "party_role__created_at_index" on "party_role" ("created_at", "id")`)
    this.addSql(`create index "party_role__created_by_index" on "party_role" ("created_by_id")`)
    this.addSql(`create index "party_role__party_index" on "party_role" ("party_id")`)
    this.addSql(`create or replace trigger "touch" before update on "party_role" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_party_role"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."party_id" is distinct from old."party_id" then change_of('party', to_json(old."party_id"), to_json(new."party_id")) end,
    case when new."kind" is distinct from old."kind" then change_of('kind', to_json(old."kind"), to_json(new."kind")) end,
    case when new."since" is distinct from old."since" then change_of('since', to_json(to_char(old."since", 'YYYY-MM-DD')), to_json(to_char(new."since", 'YYYY-MM-DD'))) end,
    case when new."until" is distinct from old."until" then change_of('until', to_json(to_char(old."until", 'YYYY-MM-DD')), to_json(to_char(new."until", 'YYYY-MM-DD'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PartyRole', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "party_role" for each row execute function "history_of_party_role"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "party_role" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(120)
alter table "persisted_query" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "persisted_query__search_index" on "persisted_query" using gin ("search")`)
    this.addSql(`create unique index "persisted_query__name_unique" on "persisted_query" ("name")`)
    this.addSql(`create unique index "persisted_query__hash_unique" on "persisted_query" ("hash")`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__client_choice" check ("client" in ('SITE', 'PARTNER'))`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__state_choice" check ("state" in ('ACTIVE', 'RETIRED'))`)
    this.addSql(`create index "persisted_query__name_folded_index" on "persisted_query" (fold("name"), "id")`)
    this.addSql(`create index "persisted_query__created_at_index" on "persisted_query" ("created_at", "id")`)
    this.addSql(`create index "persisted_query__created_by_index" on "persisted_query" ("created_by_id")`)
    this.addSql(`create index "persisted_query__name_trigram" on "persisted_query" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "persisted_query" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "persisted_query" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(120)
alter table "region" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "region__search_index" on "region" using gin ("search")`)
    this.addSql(`create unique index "region__code_unique" on "region" ("code")`)
    this.addSql(`create index "region__name_folded_index" on "region" (fold("name"), "id")`)
    this.addSql(`create index "region__created_at_index" on "region" ("created_at", "id")`)
    this.addSql(`create index "region__created_by_index" on "region" ("created_by_id")`)
    this.addSql(`create index "region__parent_index" on "region" ("parent_id")`)
    this.addSql(`create index "region__name_trigram" on "region" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "region" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_region"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."code" is distinct from old."code" then change_of('code', to_json(old."code"), to_json(new."code")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."country_code" is distinct from old."country_code" then change_of('countryCode', to_json(old."country_code"), to_json(new."country_code")) end,
    case when new."parent_id" is distinct from old."parent_id" then change_of('parent', to_json(old."parent_id"), to_json(new."parent_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Region', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "region" for each row execute function "history_of_region"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "region" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(80)
alter table "role" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "role__search_index" on "role" using gin ("search")`)
    this.addSql(`create unique index "role__key_unique" on "role" ("key")`)
    this.addSql(`create unique index "role__name_unique" on "role" (lower("name"))`)
    this.addSql(`create index "role__name_folded_index" on "role" (fold("name"), "id")`)
    this.addSql(`create index "role__created_at_index" on "role" ("created_at", "id")`)
    this.addSql(`create index "role__created_by_index" on "role" ("created_by_id")`)
    this.addSql(`create index "role__name_trigram" on "role" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "role" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_role"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."standard" is distinct from old."standard" then change_of('standard', to_json(old."standard"), to_json(new."standard")) end,
    case when new."description" is distinct from old."description" then change_of('description', to_json(old."description"), to_json(new."description")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Role', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "role" for each row execute function "history_of_role"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "role" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "session__token_hash_unique" on "session" ("token_hash")`)
    this.addSql(`create index "session__family_index" on "session" ("family", "id")`)
    this.addSql(`create index "session__expires_at_index" on "session" ("expires_at", "id")`)
    this.addSql(`create index "session__created_at_index" on "session" ("created_at", "id")`)
    this.addSql(`create index "session__user_index" on "session" ("user_id")`)
    this.addSql(`create or replace trigger "touch" before update on "session" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`-- of full_name varchar(250), email varchar(254)
alter table "user" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("full_name", '')) || to_tsvector('coulisses_plain', coalesce("full_name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("email", '')) || to_tsvector('coulisses_plain', coalesce("email", '')), 'A')) stored`)
    this.addSql(`create index "user__search_index" on "user" using gin ("search")`)
    this.addSql(`create unique index "user__person_unique" on "user" ("person_id")`)
    this.addSql(`create unique index "user__email_unique" on "user" (lower("email"))`)
    this.addSql(`alter table "user" add constraint "user__state_choice" check ("state" in ('INVITED', 'ACTIVE', 'INACTIVE', 'DELETED'))`)
    this.addSql(`create index "user__full_name_folded_index" on "user" (fold("full_name"), "id")`)
    this.addSql(`create index "user__email_folded_index" on "user" (fold("email"), "id")`)
    this.addSql(`create index "user__created_at_index" on "user" ("created_at", "id")`)
    this.addSql(`create index "user__created_by_index" on "user" ("created_by_id")`)
    this.addSql(`create index "user__full_name_index" on "user" ("full_name", "id")`)
    this.addSql(`create index "user__department_index" on "user" ("department_id")`)
    this.addSql(`create index "user__acts_for_index" on "user" ("acts_for_id")`)
    this.addSql(`create index "user__state_index" on "user" ("state", "id")`)
    this.addSql(`create index "user__full_name_trigram" on "user" using gin (fold("full_name") gin_trgm_ops)`)
    this.addSql(`create index "user__email_trigram" on "user" using gin (fold("email") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "user" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "user" for each statement execute function refuse_change()`)
    this.addSql(`create index "casting_offer_categories__casting_category_id_index" on "casting_offer_categories" ("casting_category_id", "casting_offer_id")`)
    this.addSql(`create or replace function "history_of_casting_offer_categories"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "casting_offer" set version = version + 1 where id in (select "casting_offer_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'CastingOffer', pairs.id, coalesce(owner.version, 0), jsonb_build_object('categories', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "casting_offer_id" as id, jsonb_agg("casting_category_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "casting_offer" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "casting_offer" set version = version + 1 where id in (select "casting_offer_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'CastingOffer', pairs.id, coalesce(owner.version, 0), jsonb_build_object('categories', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "casting_offer_id" as id, jsonb_agg("casting_category_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "casting_offer" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "casting_offer" set version = version + 1 where id in (select "casting_offer_id" from pairs_now union select "casting_offer_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'CastingOffer', pairs.id, coalesce(owner.version, 0), jsonb_build_object('categories', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."casting_offer_id", o."casting_offer_id") as id, n."casting_category_id" as became, o."casting_category_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."casting_offer_id" = o."casting_offer_id" and n."casting_category_id" = o."casting_category_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "casting_offer" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "casting_offer_categories" referencing new table as pairs_now for each statement execute function "history_of_casting_offer_categories"();
create or replace trigger "history_delete" after delete on "casting_offer_categories" referencing old table as pairs_before for each statement execute function "history_of_casting_offer_categories"();
create or replace trigger "history_update" after update on "casting_offer_categories" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_casting_offer_categories"()`)
    this.addSql(`create index "partner_feed_domains__profession_domain_id_index" on "partner_feed_domains" ("profession_domain_id", "partner_feed_id")`)
    this.addSql(`create or replace function "history_of_partner_feed_domains"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('domains', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("profession_domain_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('domains', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("profession_domain_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now union select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('domains', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."partner_feed_id", o."partner_feed_id") as id, n."profession_domain_id" as became, o."profession_domain_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."partner_feed_id" = o."partner_feed_id" and n."profession_domain_id" = o."profession_domain_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "partner_feed" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "partner_feed_domains" referencing new table as pairs_now for each statement execute function "history_of_partner_feed_domains"();
create or replace trigger "history_delete" after delete on "partner_feed_domains" referencing old table as pairs_before for each statement execute function "history_of_partner_feed_domains"();
create or replace trigger "history_update" after update on "partner_feed_domains" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_partner_feed_domains"()`)
    this.addSql(`create index "partner_feed_professions__profession_id_index" on "partner_feed_professions" ("profession_id", "partner_feed_id")`)
    this.addSql(`create or replace function "history_of_partner_feed_professions"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('professions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("profession_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('professions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("profession_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now union select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('professions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."partner_feed_id", o."partner_feed_id") as id, n."profession_id" as became, o."profession_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."partner_feed_id" = o."partner_feed_id" and n."profession_id" = o."profession_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "partner_feed" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "partner_feed_professions" referencing new table as pairs_now for each statement execute function "history_of_partner_feed_professions"();
create or replace trigger "history_delete" after delete on "partner_feed_professions" referencing old table as pairs_before for each statement execute function "history_of_partner_feed_professions"();
create or replace trigger "history_update" after update on "partner_feed_professions" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_partner_feed_professions"()`)
    this.addSql(`create index "partner_feed_contract_types__contract_type_id_index" on "partner_feed_contract_types" ("contract_type_id", "partner_feed_id")`)
    this.addSql(`create or replace function "history_of_partner_feed_contract_types"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('contractTypes', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("contract_type_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('contractTypes', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("contract_type_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now union select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('contractTypes', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."partner_feed_id", o."partner_feed_id") as id, n."contract_type_id" as became, o."contract_type_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."partner_feed_id" = o."partner_feed_id" and n."contract_type_id" = o."contract_type_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "partner_feed" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "partner_feed_contract_types" referencing new table as pairs_now for each statement execute function "history_of_partner_feed_contract_types"();
create or replace trigger "history_delete" after delete on "partner_feed_contract_types" referencing old table as pairs_before for each statement execute function "history_of_partner_feed_contract_types"();
create or replace trigger "history_update" after update on "partner_feed_contract_types" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_partner_feed_contract_types"()`)
    this.addSql(`create index "partner_feed_regions__region_id_index" on "partner_feed_regions" ("region_id", "partner_feed_id")`)
    this.addSql(`create or replace function "history_of_partner_feed_regions"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('regions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("region_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('regions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "partner_feed_id" as id, jsonb_agg("region_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "partner_feed" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "partner_feed" set version = version + 1 where id in (select "partner_feed_id" from pairs_now union select "partner_feed_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PartnerFeed', pairs.id, coalesce(owner.version, 0), jsonb_build_object('regions', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."partner_feed_id", o."partner_feed_id") as id, n."region_id" as became, o."region_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."partner_feed_id" = o."partner_feed_id" and n."region_id" = o."region_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "partner_feed" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "partner_feed_regions" referencing new table as pairs_now for each statement execute function "history_of_partner_feed_regions"();
create or replace trigger "history_delete" after delete on "partner_feed_regions" referencing old table as pairs_before for each statement execute function "history_of_partner_feed_regions"();
create or replace trigger "history_update" after update on "partner_feed_regions" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_partner_feed_regions"()`)
    this.addSql(`create index "prospect_users__user_id_index" on "prospect_users" ("user_id", "prospect_id")`)
    this.addSql(`create or replace function "history_of_prospect_users"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "prospect" set version = version + 1 where id in (select "prospect_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Prospect', pairs.id, coalesce(owner.version, 0), jsonb_build_object('users', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "prospect_id" as id, jsonb_agg("user_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "prospect" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "prospect" set version = version + 1 where id in (select "prospect_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Prospect', pairs.id, coalesce(owner.version, 0), jsonb_build_object('users', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "prospect_id" as id, jsonb_agg("user_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "prospect" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "prospect" set version = version + 1 where id in (select "prospect_id" from pairs_now union select "prospect_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'Prospect', pairs.id, coalesce(owner.version, 0), jsonb_build_object('users', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."prospect_id", o."prospect_id") as id, n."user_id" as became, o."user_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."prospect_id" = o."prospect_id" and n."user_id" = o."user_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "prospect" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "prospect_users" referencing new table as pairs_now for each statement execute function "history_of_prospect_users"();
create or replace trigger "history_delete" after delete on "prospect_users" referencing old table as pairs_before for each statement execute function "history_of_prospect_users"();
create or replace trigger "history_update" after update on "prospect_users" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_prospect_users"()`)
    this.addSql(`create index "party_addresses__address_id_index" on "party_addresses" ("address_id", "party_id")`)
    this.addSql(`create or replace function "history_of_party_addresses"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "party" set version = version + 1 where id in (select "party_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('addresses', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "party_id" as id, jsonb_agg("address_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "party" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "party" set version = version + 1 where id in (select "party_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('addresses', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "party_id" as id, jsonb_agg("address_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "party" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "party" set version = version + 1 where id in (select "party_id" from pairs_now union select "party_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('addresses', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."party_id", o."party_id") as id, n."address_id" as became, o."address_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."party_id" = o."party_id" and n."address_id" = o."address_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "party" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "party_addresses" referencing new table as pairs_now for each statement execute function "history_of_party_addresses"();
create or replace trigger "history_delete" after delete on "party_addresses" referencing old table as pairs_before for each statement execute function "history_of_party_addresses"();
create or replace trigger "history_update" after update on "party_addresses" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_party_addresses"()`)
    this.addSql(`create index "person_employers__organisation_id_index" on "person_employers" ("organisation_id", "person_id")`)
    this.addSql(`create or replace function "history_of_person_employers"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "party" set version = version + 1 where id in (select "person_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('employers', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "person_id" as id, jsonb_agg("organisation_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "party" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "party" set version = version + 1 where id in (select "person_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('employers', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "person_id" as id, jsonb_agg("organisation_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "party" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "party" set version = version + 1 where id in (select "person_id" from pairs_now union select "person_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', case owner.kind when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, pairs.id, coalesce(owner.version, 0), jsonb_build_object('employers', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."person_id", o."person_id") as id, n."organisation_id" as became, o."organisation_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."person_id" = o."person_id" and n."organisation_id" = o."organisation_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "party" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "person_employers" referencing new table as pairs_now for each statement execute function "history_of_person_employers"();
create or replace trigger "history_delete" after delete on "person_employers" referencing old table as pairs_before for each statement execute function "history_of_person_employers"();
create or replace trigger "history_update" after update on "person_employers" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_person_employers"()`)
    this.addSql(`create index "user_roles__role_id_index" on "user_roles" ("role_id", "user_id")`)
    this.addSql(`create or replace function "history_of_user_roles"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "user" set version = version + 1 where id in (select "user_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'User', pairs.id, coalesce(owner.version, 0), jsonb_build_object('roles', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "user_id" as id, jsonb_agg("role_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "user" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "user" set version = version + 1 where id in (select "user_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'User', pairs.id, coalesce(owner.version, 0), jsonb_build_object('roles', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "user_id" as id, jsonb_agg("role_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "user" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "user" set version = version + 1 where id in (select "user_id" from pairs_now union select "user_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'User', pairs.id, coalesce(owner.version, 0), jsonb_build_object('roles', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."user_id", o."user_id") as id, n."role_id" as became, o."role_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."user_id" = o."user_id" and n."role_id" = o."role_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "user" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "user_roles" referencing new table as pairs_now for each statement execute function "history_of_user_roles"();
create or replace trigger "history_delete" after delete on "user_roles" referencing old table as pairs_before for each statement execute function "history_of_user_roles"();
create or replace trigger "history_update" after update on "user_roles" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_user_roles"()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "user_roles"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "user_roles"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "user_roles"; exception when undefined_table then null; end $$;
drop function if exists "history_of_user_roles"()`)
    this.addSql(`drop index if exists "user_roles__role_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "person_employers"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "person_employers"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "person_employers"; exception when undefined_table then null; end $$;
drop function if exists "history_of_person_employers"()`)
    this.addSql(`drop index if exists "person_employers__organisation_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "party_addresses"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "party_addresses"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "party_addresses"; exception when undefined_table then null; end $$;
drop function if exists "history_of_party_addresses"()`)
    this.addSql(`drop index if exists "party_addresses__address_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "prospect_users"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "prospect_users"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "prospect_users"; exception when undefined_table then null; end $$;
drop function if exists "history_of_prospect_users"()`)
    this.addSql(`drop index if exists "prospect_users__user_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "partner_feed_regions"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "partner_feed_regions"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "partner_feed_regions"; exception when undefined_table then null; end $$;
drop function if exists "history_of_partner_feed_regions"()`)
    this.addSql(`drop index if exists "partner_feed_regions__region_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "partner_feed_contract_types"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "partner_feed_contract_types"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "partner_feed_contract_types"; exception when undefined_table then null; end $$;
drop function if exists "history_of_partner_feed_contract_types"()`)
    this.addSql(`drop index if exists "partner_feed_contract_types__contract_type_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "partner_feed_professions"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "partner_feed_professions"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "partner_feed_professions"; exception when undefined_table then null; end $$;
drop function if exists "history_of_partner_feed_professions"()`)
    this.addSql(`drop index if exists "partner_feed_professions__profession_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "partner_feed_domains"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "partner_feed_domains"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "partner_feed_domains"; exception when undefined_table then null; end $$;
drop function if exists "history_of_partner_feed_domains"()`)
    this.addSql(`drop index if exists "partner_feed_domains__profession_domain_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "casting_offer_categories"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "casting_offer_categories"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "casting_offer_categories"; exception when undefined_table then null; end $$;
drop function if exists "history_of_casting_offer_categories"()`)
    this.addSql(`drop index if exists "casting_offer_categories__casting_category_id_index"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "user"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "user"; exception when undefined_table then null; end $$;
drop function if exists "history_of_user"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "user"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "user__email_trigram"`)
    this.addSql(`drop index if exists "user__full_name_trigram"`)
    this.addSql(`drop index if exists "user__state_index"`)
    this.addSql(`drop index if exists "user__acts_for_index"`)
    this.addSql(`drop index if exists "user__department_index"`)
    this.addSql(`drop index if exists "user__full_name_index"`)
    this.addSql(`drop index if exists "user__created_by_index"`)
    this.addSql(`drop index if exists "user__created_at_index"`)
    this.addSql(`drop index if exists "user__email_folded_index"`)
    this.addSql(`drop index if exists "user__full_name_folded_index"`)
    this.addSql(`alter table if exists "user" drop constraint if exists "user__state_choice"`)
    this.addSql(`drop index if exists "user__email_unique"`)
    this.addSql(`drop index if exists "user__person_unique"`)
    this.addSql(`drop index if exists "user__search_index"`)
    this.addSql(`alter table if exists "user" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "session"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "session__user_index"`)
    this.addSql(`drop index if exists "session__created_at_index"`)
    this.addSql(`drop index if exists "session__expires_at_index"`)
    this.addSql(`drop index if exists "session__family_index"`)
    this.addSql(`drop index if exists "session__token_hash_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "role"; exception when undefined_table then null; end $$;
drop function if exists "history_of_role"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "role"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "role__name_trigram"`)
    this.addSql(`drop index if exists "role__created_by_index"`)
    this.addSql(`drop index if exists "role__created_at_index"`)
    this.addSql(`drop index if exists "role__name_folded_index"`)
    this.addSql(`drop index if exists "role__name_unique"`)
    this.addSql(`drop index if exists "role__key_unique"`)
    this.addSql(`drop index if exists "role__search_index"`)
    this.addSql(`alter table if exists "role" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "region"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "region"; exception when undefined_table then null; end $$;
drop function if exists "history_of_region"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "region"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "region__name_trigram"`)
    this.addSql(`drop index if exists "region__parent_index"`)
    this.addSql(`drop index if exists "region__created_by_index"`)
    this.addSql(`drop index if exists "region__created_at_index"`)
    this.addSql(`drop index if exists "region__name_folded_index"`)
    this.addSql(`drop index if exists "region__code_unique"`)
    this.addSql(`drop index if exists "region__search_index"`)
    this.addSql(`alter table if exists "region" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "persisted_query"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "persisted_query"; exception when undefined_table then null; end $$;
drop function if exists "history_of_persisted_query"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "persisted_query"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "persisted_query__name_trigram"`)
    this.addSql(`drop index if exists "persisted_query__created_by_index"`)
    this.addSql(`drop index if exists "persisted_query__created_at_index"`)
    this.addSql(`drop index if exists "persisted_query__name_folded_index"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__state_choice"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__client_choice"`)
    this.addSql(`drop index if exists "persisted_query__hash_unique"`)
    this.addSql(`drop index if exists "persisted_query__name_unique"`)
    this.addSql(`drop index if exists "persisted_query__search_index"`)
    this.addSql(`alter table if exists "persisted_query" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "party_role"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "party_role"; exception when undefined_table then null; end $$;
drop function if exists "history_of_party_role"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "party_role"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "party_role__party_index"`)
    this.addSql(`drop index if exists "party_role__created_by_index"`)
    this.addSql(`drop index if exists "party_role__created_at_index"`)
    this.addSql(`alter table if exists "party_role" drop constraint if exists "party_role__role_ends_after_it_began_check"`)
    this.addSql(`alter table if exists "party_role" drop constraint if exists "party_role__state_choice"`)
    this.addSql(`alter table if exists "party_role" drop constraint if exists "party_role__kind_choice"`)
    this.addSql(`drop index if exists "party_role__party_kind_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "party"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "party"; exception when undefined_table then null; end $$;
drop function if exists "history_of_party"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "party"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "party__sector_trigram"`)
    this.addSql(`drop index if exists "party__registration_no_trigram"`)
    this.addSql(`drop index if exists "party__legal_name_trigram"`)
    this.addSql(`drop index if exists "party__email_trigram"`)
    this.addSql(`drop index if exists "party__display_name_trigram"`)
    this.addSql(`drop index if exists "party__picture_index"`)
    this.addSql(`drop index if exists "party__logo_index"`)
    this.addSql(`drop index if exists "party__legal_status_index"`)
    this.addSql(`drop index if exists "party__display_name_index"`)
    this.addSql(`drop index if exists "party__created_by_index"`)
    this.addSql(`drop index if exists "party__created_at_index"`)
    this.addSql(`drop index if exists "party__display_name_folded_index"`)
    this.addSql(`alter table if exists "party" drop constraint if exists "party__size_band_choice"`)
    this.addSql(`alter table if exists "party" drop constraint if exists "party__organisation_name_required"`)
    this.addSql(`alter table if exists "party" drop constraint if exists "party__state_choice"`)
    this.addSql(`alter table if exists "party" drop constraint if exists "party__source_choice"`)
    this.addSql(`alter table if exists "party" drop constraint if exists "party__kind_choice"`)
    this.addSql(`drop index if exists "party__registration_no_unique"`)
    this.addSql(`drop index if exists "party__search_index"`)
    this.addSql(`alter table if exists "party" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "outbound_message"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "outbound_message__subject_trigram"`)
    this.addSql(`drop index if exists "outbound_message__recipient_trigram"`)
    this.addSql(`drop index if exists "outbound_message__created_at_index"`)
    this.addSql(`drop index if exists "outbound_message__state_next_attempt_at_index"`)
    this.addSql(`alter table if exists "outbound_message" drop constraint if exists "outbound_message__state_choice"`)
    this.addSql(`alter table if exists "outbound_message" drop constraint if exists "outbound_message__channel_choice"`)
    this.addSql(`drop index if exists "outbound_message__idempotency_key_unique"`)
    this.addSql(`drop index if exists "outbound_message__search_index"`)
    this.addSql(`alter table if exists "outbound_message" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "legal_status"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "legal_status"; exception when undefined_table then null; end $$;
drop function if exists "history_of_legal_status"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "legal_status"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "legal_status__code_trigram"`)
    this.addSql(`drop index if exists "legal_status__name_trigram"`)
    this.addSql(`drop index if exists "legal_status__created_by_index"`)
    this.addSql(`drop index if exists "legal_status__created_at_index"`)
    this.addSql(`drop index if exists "legal_status__name_folded_index"`)
    this.addSql(`drop index if exists "legal_status__code_unique"`)
    this.addSql(`drop index if exists "legal_status__name_unique"`)
    this.addSql(`drop index if exists "legal_status__search_index"`)
    this.addSql(`alter table if exists "legal_status" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "file_asset"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "file_asset"; exception when undefined_table then null; end $$;
drop function if exists "history_of_file_asset"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "file_asset"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "file_asset__alt_text_trigram"`)
    this.addSql(`drop index if exists "file_asset__name_trigram"`)
    this.addSql(`drop index if exists "file_asset__sha256_folded_index"`)
    this.addSql(`drop index if exists "file_asset__sha256_index"`)
    this.addSql(`drop index if exists "file_asset__created_by_index"`)
    this.addSql(`drop index if exists "file_asset__name_folded_index"`)
    this.addSql(`drop index if exists "file_asset__created_at_index"`)
    this.addSql(`alter table if exists "file_asset" drop constraint if exists "file_asset__state_choice"`)
    this.addSql(`alter table if exists "file_asset" drop constraint if exists "file_asset__visibility_choice"`)
    this.addSql(`alter table if exists "file_asset" drop constraint if exists "file_asset__provider_choice"`)
    this.addSql(`drop index if exists "file_asset__provider_storage_key_unique"`)
    this.addSql(`drop index if exists "file_asset__search_index"`)
    this.addSql(`alter table if exists "file_asset" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "department"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "department"; exception when undefined_table then null; end $$;
drop function if exists "history_of_department"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "department"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "department__name_trigram"`)
    this.addSql(`drop index if exists "department__default_role_index"`)
    this.addSql(`drop index if exists "department__created_by_index"`)
    this.addSql(`drop index if exists "department__created_at_index"`)
    this.addSql(`drop index if exists "department__name_folded_index"`)
    this.addSql(`alter table if exists "department" drop constraint if exists "department__line_choice"`)
    this.addSql(`drop index if exists "department__name_unique"`)
    this.addSql(`drop index if exists "department__key_unique"`)
    this.addSql(`drop index if exists "department__search_index"`)
    this.addSql(`alter table if exists "department" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "contract_type"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "contract_type"; exception when undefined_table then null; end $$;
drop function if exists "history_of_contract_type"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "contract_type"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "contract_type__code_trigram"`)
    this.addSql(`drop index if exists "contract_type__name_trigram"`)
    this.addSql(`drop index if exists "contract_type__created_by_index"`)
    this.addSql(`drop index if exists "contract_type__created_at_index"`)
    this.addSql(`drop index if exists "contract_type__name_folded_index"`)
    this.addSql(`drop index if exists "contract_type__code_unique"`)
    this.addSql(`drop index if exists "contract_type__name_unique"`)
    this.addSql(`drop index if exists "contract_type__search_index"`)
    this.addSql(`alter table if exists "contract_type" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "client"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "client"; exception when undefined_table then null; end $$;
drop function if exists "history_of_client"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "client"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "client__company_name_trigram"`)
    this.addSql(`drop index if exists "client__sales_contact_index"`)
    this.addSql(`drop index if exists "client__contact_index"`)
    this.addSql(`drop index if exists "client__company_name_index"`)
    this.addSql(`drop index if exists "client__created_by_index"`)
    this.addSql(`drop index if exists "client__created_at_index"`)
    this.addSql(`drop index if exists "client__company_name_folded_index"`)
    this.addSql(`alter table if exists "client" drop constraint if exists "client__organisation_or_contact_check"`)
    this.addSql(`alter table if exists "client" drop constraint if exists "client__state_choice"`)
    this.addSql(`alter table if exists "client" drop constraint if exists "client__lines_choice"`)
    this.addSql(`drop index if exists "client__organisation_contact_unique"`)
    this.addSql(`drop index if exists "client__number_unique"`)
    this.addSql(`drop index if exists "client__search_index"`)
    this.addSql(`alter table if exists "client" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "append_only" on "audit_entry"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "refuse_truncate" on "audit_entry"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "audit_entry__at_index"`)
    this.addSql(`drop index if exists "audit_entry__user_at_index"`)
    this.addSql(`drop index if exists "audit_entry__entity_type_entity_id_at_index"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "address"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "address"; exception when undefined_table then null; end $$;
drop function if exists "history_of_address"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "address"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "address__city_trigram"`)
    this.addSql(`drop index if exists "address__postcode_trigram"`)
    this.addSql(`drop index if exists "address__line2_trigram"`)
    this.addSql(`drop index if exists "address__line1_trigram"`)
    this.addSql(`drop index if exists "address__region_index"`)
    this.addSql(`drop index if exists "address__city_index"`)
    this.addSql(`drop index if exists "address__created_by_index"`)
    this.addSql(`drop index if exists "address__created_at_index"`)
    this.addSql(`drop index if exists "address__city_folded_index"`)
    this.addSql(`drop index if exists "address__line1_folded_index"`)
    this.addSql(`alter table if exists "address" drop constraint if exists "address__place_is_named_check"`)
    this.addSql(`alter table if exists "address" drop constraint if exists "address__position_whole"`)
    this.addSql(`drop index if exists "address__search_index"`)
    this.addSql(`alter table if exists "address" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "prospect"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "prospect"; exception when undefined_table then null; end $$;
drop function if exists "history_of_prospect"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "prospect"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "prospect__state_index"`)
    this.addSql(`drop index if exists "prospect__diffusion_partner_index"`)
    this.addSql(`drop index if exists "prospect__client_index"`)
    this.addSql(`drop index if exists "prospect__responsible_index"`)
    this.addSql(`drop index if exists "prospect__contact_index"`)
    this.addSql(`drop index if exists "prospect__organisation_index"`)
    this.addSql(`drop index if exists "prospect__created_by_index"`)
    this.addSql(`drop index if exists "prospect__created_at_index"`)
    this.addSql(`alter table if exists "prospect" drop constraint if exists "prospect__organisation_or_contact_check"`)
    this.addSql(`alter table if exists "prospect" drop constraint if exists "prospect__state_choice"`)
    this.addSql(`alter table if exists "prospect" drop constraint if exists "prospect__source_choice"`)
    this.addSql(`drop index if exists "prospect__organisation_contact_unique"`)
    this.addSql(`drop index if exists "prospect__search_index"`)
    this.addSql(`alter table if exists "prospect" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "profession_domain"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "profession_domain"; exception when undefined_table then null; end $$;
drop function if exists "history_of_profession_domain"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "profession_domain"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "profession_domain__name_trigram"`)
    this.addSql(`drop index if exists "profession_domain__created_by_index"`)
    this.addSql(`drop index if exists "profession_domain__created_at_index"`)
    this.addSql(`drop index if exists "profession_domain__name_folded_index"`)
    this.addSql(`drop index if exists "profession_domain__name_unique"`)
    this.addSql(`drop index if exists "profession_domain__search_index"`)
    this.addSql(`alter table if exists "profession_domain" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "profession"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "profession"; exception when undefined_table then null; end $$;
drop function if exists "history_of_profession"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "profession"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "profession__masculine_trigram"`)
    this.addSql(`drop index if exists "profession__feminine_trigram"`)
    this.addSql(`drop index if exists "profession__name_trigram"`)
    this.addSql(`drop index if exists "profession__created_by_index"`)
    this.addSql(`drop index if exists "profession__created_at_index"`)
    this.addSql(`drop index if exists "profession__name_folded_index"`)
    this.addSql(`drop index if exists "profession__domain_name_unique"`)
    this.addSql(`drop index if exists "profession__search_index"`)
    this.addSql(`alter table if exists "profession" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "partner_feed"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "partner_feed"; exception when undefined_table then null; end $$;
drop function if exists "history_of_partner_feed"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "partner_feed"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "partner_feed__name_trigram"`)
    this.addSql(`drop index if exists "partner_feed__query_index"`)
    this.addSql(`drop index if exists "partner_feed__created_by_index"`)
    this.addSql(`drop index if exists "partner_feed__created_at_index"`)
    this.addSql(`drop index if exists "partner_feed__name_folded_index"`)
    this.addSql(`alter table if exists "partner_feed" drop constraint if exists "partner_feed__state_choice"`)
    this.addSql(`drop index if exists "partner_feed__partner_name_unique"`)
    this.addSql(`drop index if exists "partner_feed__search_index"`)
    this.addSql(`alter table if exists "partner_feed" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "diffusion_partner"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "diffusion_partner"; exception when undefined_table then null; end $$;
drop function if exists "history_of_diffusion_partner"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "diffusion_partner"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "diffusion_partner__site_name_trigram"`)
    this.addSql(`drop index if exists "diffusion_partner__technical_contact_index"`)
    this.addSql(`drop index if exists "diffusion_partner__created_by_index"`)
    this.addSql(`drop index if exists "diffusion_partner__created_at_index"`)
    this.addSql(`drop index if exists "diffusion_partner__site_name_folded_index"`)
    this.addSql(`alter table if exists "diffusion_partner" drop constraint if exists "diffusion_partner__state_choice"`)
    this.addSql(`drop index if exists "diffusion_partner__organisation_unique"`)
    this.addSql(`drop index if exists "diffusion_partner__search_index"`)
    this.addSql(`alter table if exists "diffusion_partner" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "casting_offer"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "casting_offer"; exception when undefined_table then null; end $$;
drop function if exists "history_of_casting_offer"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "casting_offer"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "casting_offer__reference_trigram"`)
    this.addSql(`drop index if exists "casting_offer__title_trigram"`)
    this.addSql(`drop index if exists "casting_offer__author_index"`)
    this.addSql(`drop index if exists "casting_offer__contact_index"`)
    this.addSql(`drop index if exists "casting_offer__address_index"`)
    this.addSql(`drop index if exists "casting_offer__contract_type_index"`)
    this.addSql(`drop index if exists "casting_offer__profession_index"`)
    this.addSql(`drop index if exists "casting_offer__client_index"`)
    this.addSql(`drop index if exists "casting_offer__created_by_index"`)
    this.addSql(`drop index if exists "casting_offer__created_at_index"`)
    this.addSql(`drop index if exists "casting_offer__title_folded_index"`)
    this.addSql(`drop index if exists "casting_offer__publish_from_index"`)
    this.addSql(`drop index if exists "casting_offer__state_publish_until_index"`)
    this.addSql(`drop index if exists "casting_offer__state_publish_from_index"`)
    this.addSql(`alter table if exists "casting_offer" drop constraint if exists "casting_offer__public_contact_is_given_check"`)
    this.addSql(`alter table if exists "casting_offer" drop constraint if exists "casting_offer__publication_ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "casting_offer" drop constraint if exists "casting_offer__state_choice"`)
    this.addSql(`drop index if exists "casting_offer__reference_unique"`)
    this.addSql(`drop index if exists "casting_offer__number_unique"`)
    this.addSql(`drop index if exists "casting_offer__search_index"`)
    this.addSql(`alter table if exists "casting_offer" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "casting_category"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "casting_category"; exception when undefined_table then null; end $$;
drop function if exists "history_of_casting_category"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "casting_category"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "casting_category__name_trigram"`)
    this.addSql(`drop index if exists "casting_category__created_by_index"`)
    this.addSql(`drop index if exists "casting_category__created_at_index"`)
    this.addSql(`drop index if exists "casting_category__name_folded_index"`)
    this.addSql(`drop index if exists "casting_category__name_unique"`)
    this.addSql(`drop index if exists "casting_category__search_index"`)
    this.addSql(`alter table if exists "casting_category" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "article"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "article"; exception when undefined_table then null; end $$;
drop function if exists "history_of_article"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "article"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "article__title_trigram"`)
    this.addSql(`drop index if exists "article__author_index"`)
    this.addSql(`drop index if exists "article__image_index"`)
    this.addSql(`drop index if exists "article__created_by_index"`)
    this.addSql(`drop index if exists "article__created_at_index"`)
    this.addSql(`drop index if exists "article__title_folded_index"`)
    this.addSql(`drop index if exists "article__publish_at_index"`)
    this.addSql(`drop index if exists "article__state_publish_at_index"`)
    this.addSql(`alter table if exists "article" drop constraint if exists "article__state_choice"`)
    this.addSql(`drop index if exists "article__slug_unique"`)
    this.addSql(`drop index if exists "article__search_index"`)
    this.addSql(`alter table if exists "article" drop column if exists "search"`)
    this.addSql(`alter table "user" drop constraint "user__created_by_id_fkey";
alter table "session" drop constraint "session__created_by_id_fkey";
alter table "session" drop constraint "session__user_id_fkey";
alter table "role" drop constraint "role__created_by_id_fkey";
alter table "region" drop constraint "region__created_by_id_fkey";
alter table "profession_domain" drop constraint "profession_domain__created_by_id_fkey";
alter table "profession" drop constraint "profession__created_by_id_fkey";
alter table "persisted_query" drop constraint "persisted_query__created_by_id_fkey";
alter table "outbound_message" drop constraint "outbound_message__created_by_id_fkey";
alter table "legal_status" drop constraint "legal_status__created_by_id_fkey";
alter table "file_asset" drop constraint "file_asset__created_by_id_fkey";
alter table "party" drop constraint "party__created_by_id_fkey";
alter table "party_role" drop constraint "party_role__created_by_id_fkey";
alter table "diffusion_partner" drop constraint "diffusion_partner__created_by_id_fkey";
alter table "partner_feed" drop constraint "partner_feed__created_by_id_fkey";
alter table "department" drop constraint "department__created_by_id_fkey";
alter table "contract_type" drop constraint "contract_type__created_by_id_fkey";
alter table "client" drop constraint "client__created_by_id_fkey";
alter table "client" drop constraint "client__sales_contact_id_fkey";
alter table "prospect" drop constraint "prospect__created_by_id_fkey";
alter table "prospect" drop constraint "prospect__responsible_id_fkey";
alter table "prospect_users" drop constraint "prospect_users__user_id_fkey";
alter table "casting_category" drop constraint "casting_category__created_by_id_fkey";
alter table "article" drop constraint "article__created_by_id_fkey";
alter table "article" drop constraint "article__author_id_fkey";
alter table "address" drop constraint "address__created_by_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__created_by_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__author_id_fkey";
alter table "user_roles" drop constraint "user_roles__user_id_fkey";
alter table "department" drop constraint "department__default_role_id_fkey";
alter table "user_roles" drop constraint "user_roles__role_id_fkey";
alter table "region" drop constraint "region__parent_id_fkey";
alter table "partner_feed_regions" drop constraint "partner_feed_regions__region_id_fkey";
alter table "address" drop constraint "address__region_id_fkey";
alter table "profession" drop constraint "profession__domain_id_fkey";
alter table "partner_feed_domains" drop constraint "partner_feed_domains__profession_domain_id_fkey";
alter table "partner_feed_professions" drop constraint "partner_feed_professions__profession_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__profession_id_fkey";
alter table "partner_feed" drop constraint "partner_feed__query_id_fkey";
alter table "party" drop constraint "party__legal_status_id_fkey";
alter table "party" drop constraint "party__logo_id_fkey";
alter table "party" drop constraint "party__picture_id_fkey";
alter table "article" drop constraint "article__image_id_fkey";
alter table "user" drop constraint "user__person_id_fkey";
alter table "user" drop constraint "user__acts_for_id_fkey";
alter table "person_employers" drop constraint "person_employers__person_id_fkey";
alter table "person_employers" drop constraint "person_employers__organisation_id_fkey";
alter table "party_role" drop constraint "party_role__party_id_fkey";
alter table "diffusion_partner" drop constraint "diffusion_partner__organisation_id_fkey";
alter table "diffusion_partner" drop constraint "diffusion_partner__technical_contact_id_fkey";
alter table "client" drop constraint "client__organisation_id_fkey";
alter table "client" drop constraint "client__contact_id_fkey";
alter table "prospect" drop constraint "prospect__organisation_id_fkey";
alter table "prospect" drop constraint "prospect__contact_id_fkey";
alter table "party_addresses" drop constraint "party_addresses__party_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__contact_id_fkey";
alter table "partner_feed" drop constraint "partner_feed__partner_id_fkey";
alter table "prospect" drop constraint "prospect__diffusion_partner_id_fkey";
alter table "partner_feed_regions" drop constraint "partner_feed_regions__partner_feed_id_fkey";
alter table "partner_feed_professions" drop constraint "partner_feed_professions__partner_feed_id_fkey";
alter table "partner_feed_domains" drop constraint "partner_feed_domains__partner_feed_id_fkey";
alter table "partner_feed_contract_types" drop constraint "partner_feed_contract_types__partner_feed_id_fkey";
alter table "user" drop constraint "user__department_id_fkey";
alter table "partner_feed_contract_types" drop constraint "partner_feed_contract_types__contract_type_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__contract_type_id_fkey";
alter table "prospect" drop constraint "prospect__client_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__client_id_fkey";
alter table "prospect_users" drop constraint "prospect_users__prospect_id_fkey";
alter table "casting_offer_categories" drop constraint "casting_offer_categories__casting_category_id_fkey";
alter table "party_addresses" drop constraint "party_addresses__address_id_fkey";
alter table "casting_offer" drop constraint "casting_offer__address_id_fkey";
alter table "casting_offer_categories" drop constraint "casting_offer_categories__casting_offer_id_fkey";

drop table if exists "user" cascade;
drop table if exists "session" cascade;
drop table if exists "role" cascade;
drop table if exists "region" cascade;
drop table if exists "profession_domain" cascade;
drop table if exists "profession" cascade;
drop table if exists "persisted_query" cascade;
drop table if exists "outbound_message" cascade;
drop table if exists "legal_status" cascade;
drop table if exists "file_asset" cascade;
drop table if exists "party" cascade;
drop table if exists "person_employers" cascade;
drop table if exists "party_role" cascade;
drop table if exists "diffusion_partner" cascade;
drop table if exists "partner_feed" cascade;
drop table if exists "partner_feed_regions" cascade;
drop table if exists "partner_feed_professions" cascade;
drop table if exists "partner_feed_domains" cascade;
drop table if exists "department" cascade;
drop table if exists "contract_type" cascade;
drop table if exists "partner_feed_contract_types" cascade;
drop table if exists "client" cascade;
drop table if exists "prospect" cascade;
drop table if exists "prospect_users" cascade;
drop table if exists "casting_category" cascade;
drop table if exists "audit_entry" cascade;
drop table if exists "article" cascade;
drop table if exists "address" cascade;
drop table if exists "party_addresses" cascade;
drop table if exists "casting_offer" cascade;
drop table if exists "casting_offer_categories" cascade;
drop table if exists "user_roles" cascade`)
    this.addSql(`drop function if exists change_of(text, json, json)`)
    this.addSql(`drop function if exists refuse_change()`)
    this.addSql(`drop function if exists touch()`)
    this.addSql(`drop text search configuration if exists coulisses_plain;
drop text search dictionary if exists coulisses_plain`)
    this.addSql(`drop text search configuration if exists coulisses`)
    this.addSql(`drop function if exists new_id()`)
    this.addSql(`drop function if exists fold(text)`)
  }
}
