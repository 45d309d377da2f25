import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129074925_audit_entries extends Migration {
  override readonly name = '20261129074925_audit_entries'

  override up(): void {
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`alter table "audit_entry" add "reason" varchar(60) null, add "records" uuid[] null, add "operation" varchar(200) null, add "details" jsonb null, add "address" varchar(60) null;
alter table "audit_entry" alter column "entity_type" drop not null;
alter table "audit_entry" alter column "entity_id" drop not null`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'REFUSED', 'EXPORT'))`)
    this.addSql(`create index "audit_entry__entity_type_at_index" on "audit_entry" ("entity_type", "at", "id")`)
    this.addSql(`create index "audit_entry__action_at_index" on "audit_entry" ("action", "at", "id")`)
    this.addSql(`create index "audit_entry__origin_at_index" on "audit_entry" ("origin", "at", "id")`)
    this.addSql(`create index "audit_entry__request_id_index" on "audit_entry" ("request_id", "id")`)
    this.addSql(`create index "audit_entry__records_elements" on "audit_entry" using gin ("records")`)
  }

  override down(): void {
    this.addSql(`drop index if exists "audit_entry__records_elements"`)
    this.addSql(`drop index if exists "audit_entry__request_id_index"`)
    this.addSql(`drop index if exists "audit_entry__origin_at_index"`)
    this.addSql(`drop index if exists "audit_entry__action_at_index"`)
    this.addSql(`drop index if exists "audit_entry__entity_type_at_index"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`alter table "audit_entry" drop column "reason", drop column "records", drop column "operation", drop column "details", drop column "address";
alter table "audit_entry" alter column "entity_type" set not null;
alter table "audit_entry" alter column "entity_id" set not null`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('CREATE', 'UPDATE', 'DELETE'))`)
  }
}
