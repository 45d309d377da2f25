import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle as build } from '../../scripts/build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes a server of ours one plain file, as the product's build does: what translates TypeScript while it loads also slows what runs. */
export async function bundle(entry: string): Promise<string> {
  const outfile = join(root, 'dist/bench', entry.replace(/\.ts$/, '.js'))
  await build(`bench/${entry}`, outfile)
  return outfile
}
