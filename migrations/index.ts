// Written by `npm run migration:create`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'

export const migrations: readonly NamedMigration[] = []
