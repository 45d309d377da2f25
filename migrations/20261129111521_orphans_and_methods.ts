import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129111521_orphans_and_methods extends Migration {
  override readonly name = '20261129111521_orphans_and_methods'

  override up(): void {
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__method_choice"`)
    this.addSql(`alter table "payment" add constraint "payment__method_choice" check ("method" in ('TRANSFER', 'CHEQUE', 'CARD', 'CASH', 'OTHER', 'STRIPE'))`)
  }

  override down(): void {
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__method_choice"`)
    this.addSql(`alter table "payment" add constraint "payment__method_choice" check ("method" in ('TRANSFER', 'CARD', 'CASH', 'STRIPE', 'OTHER'))`)
  }
}
