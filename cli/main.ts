import { enableCompileCache } from 'node:module'

// What was compiled once is read back the next time: a third of the time until the first line.
enableCompileCache()
const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2), process.env)
