import { notFound } from '../../model/errors.ts'

/** Texts of the documents that the public site may run, by the SHA-256 of the text. */
export interface DocumentRegistry {
  find(hash: string): Promise<string | undefined>
}

export interface RegistryOptions {
  /** Runs one SQL statement. */
  readonly query: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Milliseconds after which a change must show. */
  readonly maxAge?: number
  readonly now?: () => number
}

const ACTIVE = `select hash, document from persisted_query where client = 'SITE' and state in ('ACTIVE', 'DEPRECATED')`

/**
 * Keeps all of them, and asks again once a second at most: made-up hashes cost no statement, and a
 * retired document stops within that second.
 */
export function createDocumentRegistry({ query, maxAge = 1_000, now = () => performance.now() }: RegistryOptions): DocumentRegistry {
  let loaded: Promise<ReadonlyMap<string, string>> | undefined
  let at = -Infinity
  const load = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await query(ACTIVE)).map((row) => [String(row['hash']), String(row['document'])]))
  return {
    find: async (hash) => {
      if (!loaded || now() - at >= maxAge) {
        at = now()
        loaded = load()
        // A failure is not kept: the next request tries again.
        loaded.catch(() => { loaded = undefined })
      }
      return (await loaded).get(hash)
    },
  }
}

const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/

/** Text of a registered document. @throws AppError NOT_FOUND, alike for a malformed id and an unknown one. */
export async function registeredDocument(registry: DocumentRegistry, documentId: unknown): Promise<string> {
  const hash = typeof documentId === 'string' ? DOCUMENT_ID.exec(documentId)?.[1] : undefined
  const text = hash === undefined ? undefined : await registry.find(hash)
  if (text === undefined) throw notFound('documentId')
  return text
}
