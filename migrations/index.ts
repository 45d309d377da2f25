// Written by `npm run migration:create`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
import { Migration20261120123509_initial } from './20261120123509_initial.ts'
import { Migration20261129092859_platform } from './20261129092859_platform.ts'
import { Migration20261129104233_export_cells } from './20261129104233_export_cells.ts'
import { Migration20261129110242_doors_rates } from './20261129110242_doors_rates.ts'
import { Migration20261129111521_orphans_and_methods } from './20261129111521_orphans_and_methods.ts'
import { Migration20261129112413_doors_towns } from './20261129112413_doors_towns.ts'
import { Migration20261129113320_phone_digits } from './20261129113320_phone_digits.ts'
import { Migration20261129113918_audit_events_and_limited_keys } from './20261129113918_audit_events_and_limited_keys.ts'
import { Migration20261129115909_doors_words } from './20261129115909_doors_words.ts'
import { Migration20261129120122_planned_switches } from './20261129120122_planned_switches.ts'

export const migrations: readonly NamedMigration[] = [
  { name: '20261120123509_initial', class: Migration20261120123509_initial },
  { name: '20261129092859_platform', class: Migration20261129092859_platform },
  { name: '20261129104233_export_cells', class: Migration20261129104233_export_cells },
  { name: '20261129110242_doors_rates', class: Migration20261129110242_doors_rates },
  { name: '20261129111521_orphans_and_methods', class: Migration20261129111521_orphans_and_methods },
  { name: '20261129112413_doors_towns', class: Migration20261129112413_doors_towns },
  { name: '20261129113320_phone_digits', class: Migration20261129113320_phone_digits },
  { name: '20261129113918_audit_events_and_limited_keys', class: Migration20261129113918_audit_events_and_limited_keys },
  { name: '20261129115909_doors_words', class: Migration20261129115909_doors_words },
  { name: '20261129120122_planned_switches', class: Migration20261129120122_planned_switches },
]
