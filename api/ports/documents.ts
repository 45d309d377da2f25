import type { Model } from '../model/model.ts'

/** The fields of a document (`CastingOffer.title`): how sensitive each is, and of which rows it is told. */
export type Disclosure = Readonly<Record<string, { readonly sensitivity: string; /** Whose rows: a text that is equal for equal rows. */ readonly rows: string }>>

/** A document that was found sound. */
export interface CheckedDocument {
  readonly operationName: string | undefined
  /** Names of its variables, with their types as written. */
  readonly variables: Readonly<Record<string, string>>
}

export type DocumentDoor = 'SITE' | 'PARTNER'

/** What modules ask about documents: the answers need the whole schema, which is made of all of them. */
export interface DocumentDesk {
  /** @throws AppError BAD_USER_INPUT, with what is wrong and where */
  check(document: string, policy: unknown): CheckedDocument
  disclosure(document: string, client: DocumentDoor): Disclosure
}

const desks = new WeakMap<Model, DocumentDesk>()

/** Said once by the house, when its schema is made. */
export const openDocumentDesk = (model: Model, desk: DocumentDesk): unknown => desks.set(model, desk)

export function documentDeskOf(model: Model): DocumentDesk {
  const desk = desks.get(model)
  if (!desk) throw new Error('no schema was made of this model yet')
  return desk
}
