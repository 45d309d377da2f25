// Makes what a production start uses: dist/api (one file, packages outside), dist/admin and the command line,
// cli/dist (packages inside: it is installed alone). A part whose sources did not change since it was made is
// left as it is. `node scripts/build.mjs cli` makes that part only.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const parts = [
  { name: 'api', sources: ['api', 'schema', 'seeds', 'migrations', 'package.json', 'scripts/build.mjs'], make: buildApi },
  { name: 'admin', sources: ['admin', 'package.json', 'scripts/build.mjs'], make: buildAdmin },
  { name: 'cli', sources: ['cli', 'package.json', 'scripts/build.mjs'], make: buildCli },
]

/** Builds the parts that are out of date, all or those named. @returns names of the parts that were built */
export async function build(say = () => {}, wanted = parts.map(({ name }) => name)) {
  const built = []
  for (const { name, sources, make } of parts.filter((part) => wanted.includes(part.name))) {
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
      for (const entry of readdirSync(path).sort()) if (entry !== 'node_modules' && entry !== 'dist') visit(join(path, entry))
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

/** Ink looks for its developers' tools, which are not there. */
const withoutDevtools = {
  name: 'without-devtools',
  setup: (it) => {
    it.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'nothing' }))
    it.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default undefined' }))
  },
}

/** The entry, what every command needs, and apart from it what few do (`cli/later.ts`): starting is what such a program does most. */
export async function buildCli(folder = 'cli/dist') {
  const esbuild = await import('esbuild')
  const { execFileSync } = await import('node:child_process')
  const outdir = resolve(root, folder)
  rmSync(outdir, { recursive: true, force: true })
  await esbuild.build({
    absWorkingDir: root, entryPoints: ['cli/main.ts'], outdir, bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node22',
    minifySyntax: true, minifyWhitespace: true, tsconfig: 'cli/tsconfig.json', logLevel: 'warning', define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutDevtools],
    banner: { js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere(import.meta.url);" },
  })
  const main = join(outdir, 'main.js')
  writeFileSync(main, `#!/usr/bin/env node\n${readFileSync(main, 'utf8')}`)
  chmodSync(main, 0o755)
  writeFileSync(join(outdir, 'coulisses.1'), execFileSync(process.execPath, [main, 'crm', 'man', '--lang', 'en']))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  await build((text) => process.stdout.write(`${text}\n`), wanted.length > 0 ? wanted : undefined)
}
