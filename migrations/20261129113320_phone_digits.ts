import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129113320_phone_digits extends Migration {
  override readonly name = '20261129113320_phone_digits'

  override up(): void {
    this.addSql(`create index "party__phone_digits" on "party" using gin ((regexp_replace("phone", '\\D', '', 'g') || ' ' || coalesce(substr("phone_e164", 2), '')) gin_trgm_ops)`)
  }

  override down(): void {
    this.addSql(`drop index if exists "party__phone_digits"`)
  }
}
