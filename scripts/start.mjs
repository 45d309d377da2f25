// `npm start`: builds what is out of date, then runs the product. `npm start -- --no-build` skips the look.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 22) {
  process.stderr.write(`Node ${process.versions.node} runs this; start with npm (npm start), which brings its own Node 24.\n`)
  process.exit(2)
}
process.env.NODE_ENV ??= 'production'
process.chdir(root)
if (!process.argv.includes('--no-build')) {
  const { build } = await import('./build.mjs')
  await build((text) => process.stdout.write(`${text}\n`))
}
await import('../dist/api/main.js')
