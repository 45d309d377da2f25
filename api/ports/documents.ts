import type { Model } from '../model/model.ts'

/** The fields of a document (`CastingOffer.title`): how sensitive each is, and of which rows it is told. */
export type Disclosure = Readonly<Record<string, { readonly sensitivity: string; /** Whose rows: a text that is equal for equal rows. */ readonly rows: string }>>

/** A document that was found sound. */
export interface CheckedDocument {
  /** Names of its root fields. */
  readonly roots: readonly string[]
  readonly operationName: string | undefined
  /** Names of its variables, with their types as written. */
  readonly variables: Readonly<Record<string, string>>
  /** The most rows that its text asks of a list itself, whatever the variables say. */
  readonly fixedSize: number
}

export type DocumentDoor = 'SITE' | 'PARTNER'

/** What whoever approves a document is told about it. */
export interface DocumentFacts {
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, string>>
  /** Mutations that it runs; none where it only reads. Such a document is not tried out: it has neither statements nor a sample. */
  readonly writes: readonly string[]
  /** By sensitivity: the fields (`CastingOffer.title`) that its door discloses. */
  readonly disclosed: Readonly<Record<string, readonly string[]>>
  /** Against the version before. */
  readonly since: { readonly alias: string; readonly added: readonly string[]; readonly removed: readonly string[]; readonly text: string } | undefined
  /** Points, at the widest variables that are permitted; and how many there may be. */
  readonly cost: { readonly worst: number; readonly most: number }
  readonly statements: readonly { readonly sql: string; readonly plan: string }[]
  /** An answer on our own data, with every value of more than public interest masked. */
  readonly sample: unknown
}

export interface FactsAsked {
  readonly document: string
  readonly client: DocumentDoor
  readonly variables: unknown
  readonly before: { readonly alias: string; readonly document: string } | undefined
}

/** A JSON Schema (2020-12), as far as documents need it. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly format?: string
  readonly contentMediaType?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

/** Within what a partner may run a document. */
export interface GrantTerms {
  /** The policy of the document, and that of the grant. */
  readonly approved: unknown
  readonly granted: unknown
  readonly pageLimit: number | undefined
}

/** What a document takes and answers, for whoever writes a program. */
export interface DocumentDescription {
  /** It changes something: by POST only. */
  readonly writes: boolean
  readonly variables: JsonSchema
  readonly answer: JsonSchema
  /** Both as types of TypeScript. */
  readonly types: string
  /** The variables without which it is not run, invented. */
  readonly needed: Readonly<Record<string, unknown>>
  /** An invented answer. */
  readonly example: unknown
}

/** What modules ask about documents: the answers need the whole schema, which is made of all of them. */
export interface DocumentDesk {
  /** @throws AppError BAD_USER_INPUT, with what is wrong and where */
  check(document: string, policy: unknown): CheckedDocument
  facts(asked: FactsAsked): Promise<DocumentFacts>
  disclosure(document: string, client: DocumentDoor): Disclosure
  /** @throws AppError where the schema has lost what it names */
  describe(document: string, terms: GrantTerms): DocumentDescription
  /** Variables are judged as at the door, the answer is invented. @throws AppError BAD_USER_INPUT */
  tryOut(document: string, terms: GrantTerms, variables: Readonly<Record<string, unknown>>): unknown
}

const desks = new WeakMap<Model, DocumentDesk>()

/** Said once by the house, when its schema is made. */
export const openDocumentDesk = (model: Model, desk: DocumentDesk): unknown => desks.set(model, desk)

export function documentDeskOf(model: Model): DocumentDesk {
  const desk = desks.get(model)
  if (!desk) throw new Error('no schema was made of this model yet')
  return desk
}
