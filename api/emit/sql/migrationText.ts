import type { Step } from './nextMigration.ts'

/** The file of one migration. */
export function migrationText(name: string, { up, down }: Pick<Step, 'up' | 'down'>): string {
  return `import { Migration } from '@mikro-orm/migrations'

/** Written by \`npm run migration:create\`; applied migrations are never edited. */
export class ${className(name)} extends Migration {
  override readonly name = '${name}'

  override up(): void {
${up.map(statement).join('\n')}
  }

  override down(): void {
${down.map(statement).join('\n')}
  }
}
`
}

/** The barrel, so that a bundle carries the migrations and nobody looks into a folder. */
export function barrelText(names: readonly string[]): string {
  return `// Written by \`npm run migration:create\`. Do not edit.
import type { NamedMigration } from '../api/emit/sql/migrate.ts'
${names.map((name) => `import { ${className(name)} } from './${name}.ts'\n`).join('')}
export const migrations: readonly NamedMigration[] = [
${names.map((name) => `  { name: '${name}', class: ${className(name)} },\n`).join('')}]
`
}

const className = (name: string): string => `Migration${name.replace(/\W/g, '')}`

const statement = (sql: string): string => `    this.addSql(\`${sql.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`)`

/** \`20261120113000_initial\`: sorted by name is sorted by time. */
export function migrationName(now: Date, words: string): string {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${time}_${words.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '')}`
}
