// Written by `npm run migration:create`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
import { Migration20261120123509_initial } from './20261120123509_initial.ts'
import { Migration20261129092859_platform } from './20261129092859_platform.ts'
import { Migration20261129121315_rights_and_streams } from './20261129121315_rights_and_streams.ts'
import { Migration20261129124629_projects } from './20261129124629_projects.ts'
import { Migration20261129140727_search_speed } from './20261129140727_search_speed.ts'
import { Migration20261129143110_partner_terms } from './20261129143110_partner_terms.ts'
import { Migration20261129144046_search_stable } from './20261129144046_search_stable.ts'

export const migrations: readonly NamedMigration[] = [
  { name: '20261120123509_initial', class: Migration20261120123509_initial },
  { name: '20261129092859_platform', class: Migration20261129092859_platform },
  { name: '20261129121315_rights_and_streams', class: Migration20261129121315_rights_and_streams },
  { name: '20261129124629_projects', class: Migration20261129124629_projects },
  { name: '20261129140727_search_speed', class: Migration20261129140727_search_speed },
  { name: '20261129143110_partner_terms', class: Migration20261129143110_partner_terms },
  { name: '20261129144046_search_stable', class: Migration20261129144046_search_stable },
]
