import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { compileRights } from '../api/access/rights.ts'
import { createDocumentDesk } from '../api/documents/desk.ts'
import { review } from '../api/documents/review.ts'
import { emitGraphql } from '../api/emit/graphql/index.ts'
import { unconnected } from '../api/emit/graphql/engines.ts'
import { siteDocuments } from '../api/generated/siteDocuments.ts'
import { buildModel } from '../api/model/build.ts'
import { modules } from '../api/modules/index.ts'
import type { Disclosure } from '../api/ports/documents.ts'
import { operationsOf } from '../api/write/types.ts'
import { declarations } from '../schema/index.ts'

const file = 'documents/disclosed.json'

/**
 * Compares what the documents of the site disclose with what was accepted when they were reviewed, as
 * `documents/disclosed.json` has it. `--accept` writes that file anew: its difference is what a reviewer reads.
 */
const model = buildModel(declarations)
const schema = emitGraphql(model, operationsOf(modules), unconnected)
const desk = createDocumentDesk({ model, schema, rightsOf: (roles) => compileRights(model, roles) })

if (process.argv.includes('--accept')) {
  const disclosed = siteDocuments.map(({ name, revision, document }) => [`${name}.v${revision}`, desk.disclosure(document, 'SITE')])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(disclosed), null, 2)}\n`)
}
const accepted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Disclosure>> : {}
const faults = review(desk, siteDocuments.map(({ name, revision, document, variables }) => ({
  alias: `${name}.v${revision}`, document, variables, client: 'SITE', approved: accepted[`${name}.v${revision}`], partners: [],
})))
for (const fault of faults) console.log(fault)
if (faults.length > 0) console.log(`Give a changed document a new version; where the schema or the roles were meant to change, run \`npm run documents:accept\` and have ${file} reviewed.`)
console.log(`${siteDocuments.length} documents of the site, ${faults.length} faults`)
process.exitCode = faults.length > 0 || siteDocuments.length === 0 ? 1 : 0
