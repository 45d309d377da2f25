// Makes what a production start uses: dist/api (one file, packages outside) and dist/admin. A part whose
// sources did not change since it was made is left as it is.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const parts = [
  { name: 'api', sources: ['api', 'schema', 'seeds', 'migrations', 'package.json', 'scripts/build.mjs'], make: buildApi },
  { name: 'admin', sources: ['admin', 'package.json', 'scripts/build.mjs'], make: buildAdmin },
]

/** Builds the parts that are out of date. @returns names of the parts that were built */
export async function build(say = () => {}) {
  const built = []
  for (const { name, sources, make } of parts) {
    const stamp = join(root, 'dist', `.${name}`)
    const state = fingerprint(sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue
    say(`building ${name}…`)
    await make()
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, state)
    built.push(name)
  }
  return built
}

/** Names, sizes and times of the sources. Tests do not count. */
function fingerprint(sources) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) {
      for (const entry of readdirSync(path).sort()) if (entry !== 'node_modules') visit(join(path, entry))
    } else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path.slice(root.length)} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const source of sources) visit(join(root, source))
  return hash.digest('hex')
}

function buildApi() {
  return bundle('api/server/main.ts', 'dist/api/main.js')
}

/** One file of what an entry of ours imports; the packages stay outside. */
export async function bundle(entry, outfile) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm',
    target: 'node24', packages: 'external', sourcemap: true,
    // Entities are known by the names of their classes, which the bundler would change where two modules use one name.
    keepNames: true, tsconfig: 'tsconfig.json', logLevel: 'warning',
    // `#model` and `#schema/…` are paths of this package: part of the bundle, not packages outside.
    plugins: [{ name: 'own-imports', setup: (it) => it.onResolve({ filter: /^#(model$|schema\/)/ }, ({ path }) => ({ path: join(root, path === '#model' ? 'api/model/index.ts' : path.slice(1)) })) }],
  })
}

async function buildAdmin() {
  const { build: viteBuild } = await import('vite')
  await viteBuild({ configFile: join(root, 'admin/vite.config.ts'), root: join(root, 'admin'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build((text) => process.stdout.write(`${text}\n`))
