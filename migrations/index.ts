// Written by `npm run migration:create`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
import { Migration20261120123509_initial } from './20261120123509_initial.ts'
import { Migration20261129074426_api_keys } from './20261129074426_api_keys.ts'
import { Migration20261129074925_audit_entries } from './20261129074925_audit_entries.ts'
import { Migration20261129075148_casting_search } from './20261129075148_casting_search.ts'
import { Migration20261129080655_modules } from './20261129080655_modules.ts'
import { Migration20261129081544_documents_and_grants } from './20261129081544_documents_and_grants.ts'
import { Migration20261129081724_partner_feeds } from './20261129081724_partner_feeds.ts'
import { Migration20261129082218_sensitive_reads } from './20261129082218_sensitive_reads.ts'
import { Migration20261129082619_approvals } from './20261129082619_approvals.ts'
import { Migration20261129082943_passwords } from './20261129082943_passwords.ts'
import { Migration20261129083207_approvals_screens } from './20261129083207_approvals_screens.ts'
import { Migration20261129083434_rights } from './20261129083434_rights.ts'
import { Migration20261129084253_crm } from './20261129084253_crm.ts'
import { Migration20261129085658_document_doors } from './20261129085658_document_doors.ts'
import { Migration20261129090247_conflicts } from './20261129090247_conflicts.ts'
import { Migration20261129090601_matrix } from './20261129090601_matrix.ts'
import { Migration20261129091524_audit_chain_reports } from './20261129091524_audit_chain_reports.ts'

export const migrations: readonly NamedMigration[] = [
  { name: '20261120123509_initial', class: Migration20261120123509_initial },
  { name: '20261129074426_api_keys', class: Migration20261129074426_api_keys },
  { name: '20261129074925_audit_entries', class: Migration20261129074925_audit_entries },
  { name: '20261129075148_casting_search', class: Migration20261129075148_casting_search },
  { name: '20261129080655_modules', class: Migration20261129080655_modules },
  { name: '20261129081544_documents_and_grants', class: Migration20261129081544_documents_and_grants },
  { name: '20261129081724_partner_feeds', class: Migration20261129081724_partner_feeds },
  { name: '20261129082218_sensitive_reads', class: Migration20261129082218_sensitive_reads },
  { name: '20261129082619_approvals', class: Migration20261129082619_approvals },
  { name: '20261129082943_passwords', class: Migration20261129082943_passwords },
  { name: '20261129083207_approvals_screens', class: Migration20261129083207_approvals_screens },
  { name: '20261129083434_rights', class: Migration20261129083434_rights },
  { name: '20261129084253_crm', class: Migration20261129084253_crm },
  { name: '20261129085658_document_doors', class: Migration20261129085658_document_doors },
  { name: '20261129090247_conflicts', class: Migration20261129090247_conflicts },
  { name: '20261129090601_matrix', class: Migration20261129090601_matrix },
  { name: '20261129091524_audit_chain_reports', class: Migration20261129091524_audit_chain_reports },
]
