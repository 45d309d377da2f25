import { notFound } from '../../model/errors.ts'

type Variables = Readonly<Record<string, unknown>>

export interface RegisteredDocument {
  readonly text: string
  /** The variables with those that are pinned. @throws AppError for those outside of what was approved */
  permitted(variables: Variables): Variables
}

/** The documents that visitors may run, by the SHA-256 of their text. */
export interface DocumentRegistry {
  find(hash: string): Promise<RegisteredDocument | undefined>
}

const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/

/** A registered document. @throws AppError NOT_FOUND, alike for a malformed id and an unknown one. */
export async function registeredDocument(registry: DocumentRegistry, documentId: unknown): Promise<RegisteredDocument> {
  const hash = typeof documentId === 'string' ? DOCUMENT_ID.exec(documentId)?.[1] : undefined
  const found = hash === undefined ? undefined : await registry.find(hash)
  if (found === undefined) throw notFound('documentId')
  return found
}
