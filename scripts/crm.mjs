// `npm run crm -- …`: the command line from the sources, made anew when they changed.
import { build } from './build.mjs'

await build((text) => process.stderr.write(`${text}\n`), ['cli'])
await import('../cli/dist/main.js')
