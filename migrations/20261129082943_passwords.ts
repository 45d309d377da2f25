import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129082943_passwords extends Migration {
  override readonly name = '20261129082943_passwords'

  override up(): void {
    this.addSql(`create schema if not exists guard;
create unlogged table if not exists guard.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint)`)
    this.addSql(`create table "password_link" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "user_id" uuid not null, "token_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, primary key ("id"));

alter table "password_link" add constraint "password_link__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "password_link" add constraint "password_link__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete cascade deferrable initially immediate`)
    this.addSql(`create unique index "password_link__user_unique" on "password_link" ("user_id")`)
    this.addSql(`create unique index "password_link__token_hash_unique" on "password_link" ("token_hash")`)
    this.addSql(`create index "password_link__created_at_index" on "password_link" ("created_at", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "password_link" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "touch" on "password_link"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "password_link__created_at_index"`)
    this.addSql(`drop index if exists "password_link__token_hash_unique"`)
    this.addSql(`drop index if exists "password_link__user_unique"`)
    this.addSql(`drop table if exists "password_link" cascade`)
    this.addSql(`drop schema if exists guard cascade`)
  }
}
