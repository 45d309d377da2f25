import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = { SITE: 'documents/site', PARTNER: 'documents/partner' } as const

/**
 * `api/generated/builtInDocuments.ts` from `documents/{site,partner}/<name>.v<version>.graphql`: what the public site and the feeds of
 * partners ask, word for word, with their terms where `<name>.v<version>.json` stands beside. The last line break belongs to the file, not to the document.
 */
export function builtInDocumentsText(): string {
  const documents = Object.entries(folders).flatMap(([client, folder]) => readdirSync(folder).filter((file) => file.endsWith('.graphql')).sort().map((file) => {
    const [, name, revision] = /^([a-z0-9-]+)\.v(\d+)\.graphql$/.exec(file) ?? []
    if (name === undefined) throw new Error(`${folder}/${file}: name it like casting-search.v1.graphql`)
    const terms = join(folder, file.replace(/\.graphql$/, '.json'))
    return { name, revision: Number(revision), client, document: readFileSync(join(folder, file), 'utf8').trimEnd(), ...(existsSync(terms) ? JSON.parse(readFileSync(terms, 'utf8')) as object : {}) }
  }))
  return `// Written by \`npm run generate\` from the files of ${Object.values(folders).join(' and ')}. Do not edit.
export interface BuiltInDocument {
  readonly name: string
  readonly revision: number
  readonly client: 'SITE' | 'PARTNER'
  readonly document: string
  readonly variables?: unknown
  readonly cacheSeconds?: number
}

export const builtInDocuments: readonly BuiltInDocument[] = ${JSON.stringify(documents, null, 2)}
`
}
