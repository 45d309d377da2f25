import { createHash } from 'node:crypto'
import { parse, Kind } from 'graphql'

/** A text that somebody submits, with the name that it would have. */
export interface Submission {
  readonly name: string
  /** Where its file says so. */
  readonly revision: number | undefined
  readonly document: string
}

/** What is wrong with a file, for whoever sent it. */
export class ManifestFault extends Error {}

const digest = (algorithm: 'sha256' | 'md5', text: string): string => createHash(algorithm).update(text).digest('hex')

/**
 * The documents of a file: one `.graphql` text; what Relay's compiler keeps (`{ hash: text }`); or Apollo's manifest.
 * @throws ManifestFault where a text is not the one that its hash names
 */
export function readManifest(file: string, content: string): readonly Submission[] {
  if (file.endsWith('.graphql')) return [ofFile(file, content)]
  const json = parsed(file, content)
  if (json['format'] === 'apollo-persisted-query-manifest') return ofApollo(file, json)
  return Object.entries(json).map(([hash, document]) => ofRelay(file, hash, document))
}

/** `casting-search.v2.graphql` says name and version; the last line break belongs to the file. */
function ofFile(file: string, content: string): Submission {
  const document = content.replace(/\r?\n$/, '')
  const [, name, revision] = /(?:^|[\\/])([a-z][a-z0-9-]*)(?:\.v(\d+))?\.graphql$/.exec(file) ?? []
  return { name: name ?? nameOf(file, document), revision: revision === undefined ? undefined : Number(revision), document }
}

function ofRelay(file: string, hash: string, document: unknown): Submission {
  if (typeof document !== 'string') throw new ManifestFault(`${file}: ${hash} is no text`)
  const plain = hash.replace(/^sha256:/, '')
  const algorithm = /^[0-9a-f]{64}$/.test(plain) ? 'sha256' : /^[0-9a-f]{32}$/.test(plain) ? 'md5' : undefined
  if (!algorithm || digest(algorithm, document) !== plain) throw new ManifestFault(`${file}: the text under ${hash} is another one than its hash names`)
  return { name: nameOf(file, document), revision: undefined, document }
}

function ofApollo(file: string, { version, operations }: Readonly<Record<string, unknown>>): readonly Submission[] {
  if (version !== 1 || !Array.isArray(operations)) throw new ManifestFault(`${file}: only version 1 of Apollo's manifest is known`)
  return operations.map((operation: unknown) => {
    const { id, body } = typeof operation === 'object' && operation !== null ? operation as Readonly<Record<string, unknown>> : {}
    if (typeof id !== 'string' || typeof body !== 'string' || digest('sha256', body) !== id) throw new ManifestFault(`${file}: the body of ${String(id)} is another one than its hash names`)
    return { name: nameOf(file, body), revision: undefined, document: body }
  })
}

/** That of the operation, as it is written in an address: `CastingSearch` → `casting-search`. */
function nameOf(file: string, document: string): string {
  const name = operationNameOf(file, document)
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()
}

function operationNameOf(file: string, document: string): string {
  try {
    const operation = parse(document, { maxTokens: 2_000 }).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    if (operation?.name) return operation.name.value
  } catch (error) {
    throw new ManifestFault(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new ManifestFault(`${file}: give the operation a name, or the file one like casting-search.v1.graphql`)
}

function parsed(file: string, content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  } catch {
    // Told below.
  }
  throw new ManifestFault(`${file}: this is neither a .graphql text nor a manifest of Relay or Apollo`)
}
