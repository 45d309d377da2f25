import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'documents/site'

/**
 * `api/generated/siteDocuments.ts` from `documents/site/<name>.v<version>.graphql`: what the public site asks, word for
 * word, with its terms where `<name>.v<version>.json` stands beside it. The last line break belongs to the file, not to the document.
 */
export function siteDocumentsText(): string {
  const documents = readdirSync(folder).filter((file) => file.endsWith('.graphql')).sort().map((file) => {
    const [, name, revision] = /^([a-z0-9-]+)\.v(\d+)\.graphql$/.exec(file) ?? []
    if (name === undefined) throw new Error(`${folder}/${file}: name it like casting-search.v1.graphql`)
    const terms = join(folder, file.replace(/\.graphql$/, '.json'))
    return { name, revision: Number(revision), document: readFileSync(join(folder, file), 'utf8').trimEnd(), ...(existsSync(terms) ? JSON.parse(readFileSync(terms, 'utf8')) as object : {}) }
  })
  return `// Written by \`npm run generate\` from the files of ${folder}/. Do not edit.
export interface SiteDocument {
  readonly name: string
  readonly revision: number
  readonly document: string
  readonly variables?: unknown
  readonly cacheSeconds?: number
}

export const siteDocuments: readonly SiteDocument[] = ${JSON.stringify(documents, null, 2)}
`
}
