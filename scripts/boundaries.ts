import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { createRequire } from 'node:module'

// dependency-cruiser passes on nothing at all (a TypeScript that it cannot read, a wrong path): so it is counted.
const ATLEAST = 150

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: never[]; options: Record<string, unknown> }
const { output } = await cruise(['api', 'schema', 'admin', 'cli', 'seeds', 'scripts', 'migrations'], { ...options, ruleSet: { forbidden }, validate: true })
const { summary } = output as ICruiseResult
for (const violation of summary.violations) console.log(`${violation.from} → ${violation.to}: ${violation.rule.name}`)
console.log(`${summary.totalCruised} modules, ${summary.violations.length} forbidden imports`)
if (summary.totalCruised < ATLEAST) console.log(`only ${summary.totalCruised} modules were read, at least ${ATLEAST} are expected`)
process.exitCode = summary.violations.length > 0 || summary.totalCruised < ATLEAST ? 1 : 0
