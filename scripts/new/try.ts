import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const parts = ['api', 'schema', 'seeds', 'scripts', 'migrations', 'documents', 'browser', 'package.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json']

const commands = [
  'tsx scripts/new.ts module rehearsal',
  'tsx scripts/new.ts entity rehearsal/audition',
  'tsx scripts/new.ts field rehearsal/audition.heldAt instant',
  'tsx scripts/new.ts field rehearsal/audition.fee money',
  'tsx scripts/new.ts action rehearsal/confirmAudition audition',
  'tsc -p .',
  'oxlint --quiet schema/rehearsal api/modules/rehearsal',
  'tsx scripts/generate.ts --check',
  'tsx scripts/migrationCreate.ts --check',
  // The contract of every entity, and what adminMeta shows of it, asked of the new one alone.
  'vitest run api/contract -t Audition',
]

/** Writes one of each in a copy of the tree, and sees it compile, pass and show in the back office. */
export function tryAll(): void {
  const copy = mkdtempSync(join(tmpdir(), 'coulisses-new-'))
  try {
    for (const part of parts) cpSync(part, join(copy, part), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
    for (const command of commands) {
      if (spawnSync(command, { shell: true, cwd: copy, stdio: 'inherit' }).status !== 0) {
        console.error(`${command}: failed in a tree with a new module, entity, fields and action`)
        process.exitCode = 1
        return
      }
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
