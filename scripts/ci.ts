import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The benches have packages of their own, which `npm run bench` installs: what is measured beside us is no dependency of ours. */
const benchIsThere = existsSync('bench/node_modules')

/** Every check by its name and command, in the order of what fails soonest. */
const checks: readonly (readonly [name: string, command: string])[] = [
  ['types', 'tsc -p .'],
  ['types of the back office', 'tsc -p admin'],
  ['types of the command line', 'tsc -p cli'],
  ...(benchIsThere ? [['types of the benches', 'tsc -p bench'] as const] : []),
  ['lint', 'oxlint --quiet'],
  ['import boundaries', 'tsx scripts/boundaries.ts'],
  ['unused code', 'knip'],
  ['approved documents', 'tsx scripts/documents.ts'],
  ['generated files', 'tsx scripts/generate.ts --check'],
  ['migrations', 'tsx scripts/migrationCreate.ts --check'],
  ['build', 'npm run --silent build'],
  ['scaffolding', 'tsx scripts/new.ts --try'],
]

function run(command: string): boolean {
  return spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

let passed = 0
let failed = 0
for (const [name, command] of checks) {
  const started = performance.now()
  const ok = run(command)
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}  (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

if (!benchIsThere) console.log('left out  types of the benches: their packages are not installed (npm --prefix bench install)')

const report = join(mkdtempSync(join(tmpdir(), 'coulisses-ci-')), 'vitest.json')
const green = run(`npm test -- --reporter=default --reporter=json --outputFile.json=${report}`)
const counted = readCounts(report)
passed += counted.passed
failed += counted.failed === 0 && !green ? 1 : counted.failed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numTotalTests: number }
    // A run that executed nothing has proved nothing.
    return { passed: numPassedTests, failed: numTotalTests === 0 ? 1 : numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
