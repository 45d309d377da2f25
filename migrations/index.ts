// Written by `npm run migration:create`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
import { Migration20261120123509_initial } from './20261120123509_initial.ts'

export const migrations: readonly NamedMigration[] = [
  { name: '20261120123509_initial', class: Migration20261120123509_initial },
]
