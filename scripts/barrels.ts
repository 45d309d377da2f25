import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const head = (folder: string): string => `// Written by \`npm run generate\` from the folders of ${folder}/. Do not edit.\n`

interface Import { readonly what: string; readonly from: string }
const importLine = ({ what, from }: Import): string => `import ${what} from '${from}'`
const sorted = (lines: readonly Import[]): readonly Import[] => [...lines].sort((a, b) => (a.from < b.from ? -1 : 1))

const foldersOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()

const filesOf = (folder: string): string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort() : []

/** Name of the entity that a file declares, where it declares one. */
const entityIn = (path: string): string | undefined =>
  /^@Entity\b[\s\S]*?^export (?:abstract )?class (\w+)/m.exec(readFileSync(join(root, path), 'utf8'))?.[1]

function schemaModule(name: string): { readonly imports: readonly Import[]; readonly line: string } {
  const found = filesOf(`schema/${name}`).flatMap((file) => {
    const entity = entityIn(`schema/${name}/${file}`)
    return entity ? [{ entity, from: `./${name}/${file}` }] : []
  })
  const beside = ['openings', 'derived'].filter((what) => existsSync(join(root, 'schema', name, `${what}.ts`)))
  const named = (what: string): string => `${name}${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`
  return {
    imports: [{ what: name, from: `./${name}/module.ts` }, ...found.map(({ entity, from }) => ({ what: `{ ${entity} }`, from })), ...beside.map((what) => ({ what: named(what), from: `./${name}/${what}.ts` }))],
    line: `    { module: ${name}, entities: [${found.map(({ entity }) => entity).join(', ')}]${beside.map((what) => `, ${what}: ${named(what)}`).join('')} },`,
  }
}

/** `schema/index.ts`: every module with its entities, one file each. */
export function schemaBarrel(): string {
  const modules = foldersOf('schema').filter((name) => existsSync(join(root, 'schema', name, 'module.ts'))).map(schemaModule)
  const imports = [
    { what: 'type { Declarations }', from: '../api/model/build.ts' }, ...modules.flatMap((module) => module.imports),
    { what: '{ labels }', from: './labels.ts' }, { what: '{ roles }', from: './roles.ts' },
  ]
  const body = ['export const declarations: Declarations = {', '  labels,', '  roles,', '  modules: [', ...modules.map((module) => module.line), '  ],', '}']
  return `${head('schema')}${sorted(imports).map(importLine).join('\n')}\n\n${body.join('\n')}\n`
}

const base = (file: string): string => file.replace(/\.ts$/, '')

function codeModule(name: string): { readonly imports: readonly Import[]; readonly line: string } {
  const folder = `api/modules/${name}`
  const actions = filesOf(`${folder}/actions`).map((file) => ({ what: base(file), from: `./${name}/actions/${file}` }))
  const queries = filesOf(`${folder}/queries`).map((file) => ({ what: base(file), from: `./${name}/queries/${file}` }))
  const jobs = filesOf(`${folder}/jobs`).map((file) => ({ what: base(file), from: `./${name}/jobs/${file}` }))
  const on = existsSync(join(root, folder, 'on.ts')) ? [{ what: `${name}Reactions`, from: `./${name}/on.ts` }] : []
  const names = (imports: readonly Import[]): string => `[${imports.map((one) => one.what).join(', ')}]`
  return {
    imports: [...actions, ...queries, ...jobs, ...on],
    line: `  { module: '${name}', actions: ${names(actions)}, queries: ${names(queries)}, reactions: ${on[0]?.what ?? '[]'}, jobs: ${names(jobs)} },`,
  }
}

/** `api/modules/index.ts`: what each module does, one file per action, per query and per job, `on.ts` for its reactions. */
export function modulesBarrel(): string {
  const modules = foldersOf('api/modules').map(codeModule)
  const imports = sorted([{ what: 'type { ModuleCode }', from: '../write/types.ts' }, ...modules.flatMap((module) => module.imports)])
  const body = ['export const modules: readonly ModuleCode[] = [', ...modules.map((module) => module.line), ']']
  return `${head('api/modules')}${imports.map(importLine).join('\n')}\n\n${body.join('\n')}\n`
}

/** Writes both barrels, or, to check, answers with the names of those that are out of step. */
export function writeBarrels(check: boolean): string[] {
  const barrels = { 'schema/index.ts': schemaBarrel(), 'api/modules/index.ts': modulesBarrel() }
  const stale = Object.entries(barrels).filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
  if (!check) for (const [path, text] of stale) writeFileSync(join(root, path), text)
  return stale.map(([path]) => path)
}
