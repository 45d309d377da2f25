import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129083207_approvals_screens extends Migration {
  override readonly name = '20261129083207_approvals_screens'

  override up(): void {
    this.addSql(`drop table if exists "guard"."throttle" cascade;

drop schema if exists "guard"`)
  }

  override down(): void {
    this.addSql(`create schema if not exists "guard";
create table "guard"."throttle" ("key" varchar(255) not null, "points" int4 not null default 0, "expire" int8 null, primary key ("key"))`)
  }
}
