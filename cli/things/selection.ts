import type { Field } from './types.ts'

interface Tree { readonly [name: string]: Tree }

/** The paths in the answer that a field is made from. */
function pathsOf({ kind, read }: Field): string[] {
  if (read === undefined) return []
  if (kind === 'money') return [`${read}.amount`, `${read}.currency`]
  return kind === 'zoned' ? [`${read}.at`, `${read}.zone`] : [read]
}

/** What to ask of each record for these fields: `id version number contact { email phone { raw } }`. */
export const selectionFor = (fields: readonly Field[]): string => selectionOf(['id', 'version', ...fields.flatMap(pathsOf)])

export function selectionOf(paths: readonly string[]): string {
  const tree: Record<string, Tree> = {}
  for (const path of paths) plant(tree, path.split('.'))
  return print(tree)
}

function plant(tree: Record<string, Tree>, [name, ...rest]: readonly string[]): void {
  if (name === undefined) return
  const branch: Record<string, Tree> = (tree[name] ??= {})
  plant(branch, rest)
}

const print = (tree: Tree): string => Object.entries(tree).map(([name, branch]) => (Object.keys(branch).length === 0 ? name : `${name} { ${print(branch)} }`)).join(' ')
