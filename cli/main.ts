import nodeModule from 'node:module'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 22) {
  process.stderr.write(`coulisses: Node 22 or newer is needed / Node 22 ou plus récent est nécessaire (${process.versions.node}).\n`)
  process.exit(2)
}
// What was compiled once is read back the next time: a third of the time until the first line.
nodeModule.enableCompileCache()
const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2), process.env)
