import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129110242_doors_rates extends Migration {
  override readonly name = '20261129110242_doors_rates'

  override up(): void {
    this.addSql(`create unlogged table if not exists guard.document_calls (grant_id uuid, minute integer, calls integer not null, primary key (grant_id, minute));
comment on table guard.document_calls is $$Calls of approved documents by grant and minute.$$`)
  }

  override down(): void {
    this.addSql(`drop table if exists guard.document_calls`)
  }
}
