import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129090601_matrix extends Migration {
  override readonly name = '20261129090601_matrix'

  override up(): void {
    this.addSql(`drop schema if exists guard cascade`)
    this.addSql(`create schema if not exists guard;
create unlogged table if not exists guard.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint);
comment on table guard.throttle is $$Failed attempts, by whom they were made.$$`)
  }

  override down(): void {
    this.addSql(`drop schema if exists guard cascade`)
    this.addSql(`create schema if not exists guard;
create unlogged table if not exists guard.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint)`)
  }
}
