import { spawnSync } from 'node:child_process'
import { writeAction } from './new/action.ts'
import { writeEntity } from './new/entity.ts'
import { writeField } from './new/field.ts'
import { writeModule } from './new/module.ts'
import { tryAll } from './new/try.ts'
import { Wrong } from './new/wrong.ts'

const usage = `npm run new -- module festival
npm run new -- entity casting/audition [--fr "Audition" --en "Audition"]
npm run new -- field casting/audition.heldAt instant
npm run new -- action casting/confirmAudition audition`

const writers: Readonly<Record<string, (args: readonly string[]) => readonly string[]>> = { module: writeModule, entity: writeEntity, field: writeField, action: writeAction }

/** Writes a first version, then everything that follows from it: barrels, schema, permissions, migration. */
function main([what = '', ...args]: readonly string[]): void {
  if (what === '--try') return tryAll()
  const write = writers[what]
  if (!write) throw new Wrong(usage)
  for (const file of write(args)) console.log(`wrote ${file}`)
  follow('tsx scripts/generate.ts')
  if (what === 'entity' || what === 'field') follow('tsx scripts/migrationCreate.ts')
}

function follow(command: string): void {
  if (spawnSync(command, { shell: true, stdio: 'inherit' }).status !== 0) throw new Wrong(`${command} failed: mend what it says and run it again`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Wrong)) throw error
  console.error(error.message)
  process.exitCode = 2
}
