import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { printSchema } from 'graphql'
import { writeBarrels } from './barrels.ts'
import { builtInDocumentsText } from './builtInDocuments.ts'

/**
 * Writes what is checked in and follows from the declarations: the barrels, the GraphQL schema, the
 * permissions page and the documents of the public site. `--check` writes nothing and fails when one of them is out of step.
 */
async function generate(check: boolean): Promise<void> {
  const stale = [...writeBarrels(check), ...put('api/generated/builtInDocuments.ts', builtInDocumentsText(), check)]
  // Imported afterwards: the barrels decide what there is to import.
  const { buildModel } = await import('../api/model/build.ts')
  const { declarations } = await import('../schema/index.ts')
  const { modules } = await import('../api/modules/index.ts')
  const { emitGraphql } = await import('../api/emit/graphql/index.ts')
  const { emitPermissions } = await import('../api/emit/permissions.ts')
  const { operationsOf } = await import('../api/write/types.ts')
  const { unconnected } = await import('../api/emit/graphql/engines.ts')
  const model = buildModel(declarations)
  const schema = emitGraphql(model, operationsOf(modules), unconnected)
  stale.push(...put('api/generated/schema.graphql', `# Written by \`npm run generate\`. Do not edit.\n\n${printSchema(schema)}\n`, check))
  stale.push(...put('api/generated/permissions.md', emitPermissions(model, operationsOf(modules).actions), check))
  for (const file of stale) console.log(check ? `${file}: out of step with the declarations; run npm run generate` : `wrote ${file}`)
  if (check && stale.length > 0) process.exitCode = 1
}

function put(file: string, text: string, check: boolean): string[] {
  if (read(file) === text) return []
  if (!check) {
    mkdirSync('api/generated', { recursive: true })
    writeFileSync(file, text)
  }
  return [file]
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

await generate(process.argv.includes('--check'))
