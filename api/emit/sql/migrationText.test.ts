import { describe, expect, it } from 'vitest'
import { barrelText, migrationName, migrationText } from './migrationText.ts'

describe('the file of a migration', () => {
  const odd = 'select `a`, \'\\d\', $${x}$$, \'${1}\''

  it('keeps every statement as it is', () => {
    const text = migrationText('20261120113000_initial', { up: [odd], down: ['select 1'] })
    const written = /this\.addSql\((`[\s\S]*?[^\\]`)\)/.exec(text)?.[1] ?? ''
    // The only way to ask what a template literal means is to let it be evaluated.
    expect(new Function(`return ${written}`)()).toBe(odd)
    expect(text).toContain('export class Migration20261120113000_initial extends Migration {')
  })

  it('is named by time and words', () => {
    expect(migrationName(new Date('2026-11-20T11:30:00.123Z'), 'Offers: a new field!')).toBe('20261120113000_offers_a_new_field')
  })

  it('is in the barrel, so that a bundle carries it', () => {
    expect(barrelText(['20261120113000_initial'])).toBe(`// Written by \`npm run migration:create\`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
import { Migration20261120113000_initial } from './20261120113000_initial.ts'

export const migrations: readonly NamedMigration[] = [
  { name: '20261120113000_initial', class: Migration20261120113000_initial },
]
`)
  })
})
