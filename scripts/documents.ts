import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { compileRights } from '../api/access/rights.ts'
import { createDocumentDesk } from '../api/documents/desk.ts'
import { review } from '../api/documents/review.ts'
import { emitGraphql } from '../api/emit/graphql/index.ts'
import { unconnected } from '../api/emit/graphql/engines.ts'
import { builtInDocuments } from '../api/generated/builtInDocuments.ts'
import { buildModel } from '../api/model/build.ts'
import { modules } from '../api/modules/index.ts'
import type { Disclosure } from '../api/ports/documents.ts'
import { operationsOf } from '../api/write/types.ts'
import { declarations } from '../schema/index.ts'

const file = 'documents/disclosed.json'

/**
 * Compares what the documents that come with the product disclose with what was accepted when they were reviewed, as
 * `documents/disclosed.json` has it. `--accept` writes that file anew: its difference is what a reviewer reads.
 */
const model = buildModel(declarations)
const schema = emitGraphql(model, operationsOf(modules), unconnected)
const desk = createDocumentDesk({ model, schema, rightsOf: (roles) => compileRights(model, roles) })

if (process.argv.includes('--accept')) {
  const disclosed = builtInDocuments.map(({ name, revision, client, document }) => [`${name}.v${revision}`, desk.disclosure(document, client)])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(disclosed), null, 2)}\n`)
}
const accepted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Disclosure>> : {}
const faults = review(desk, builtInDocuments.map(({ name, revision, client, document, variables }) => ({
  alias: `${name}.v${revision}`, document, variables, client, approved: accepted[`${name}.v${revision}`], partners: ['every partner with a feed'],
})))
for (const fault of faults) console.log(fault)
if (faults.length > 0) console.log(`Give a changed document a new version; where the schema or the roles were meant to change, run \`npm run documents:accept\` and have ${file} reviewed.`)
console.log(`${builtInDocuments.length} documents of the product, ${faults.length} faults`)
process.exitCode = faults.length > 0 || builtInDocuments.length === 0 ? 1 : 0
