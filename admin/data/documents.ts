import { parse, type DocumentNode } from 'graphql'

const documents = new Map<string, DocumentNode>()

/**
 * A document by its text, parsed once. Texts hold names of the schema only, never a value: their
 * number is finite, and each is one named operation that could be registered.
 */
export function document(text: string): DocumentNode {
  const known = documents.get(text)
  if (known) return known
  const parsed = parse(text, { noLocation: true })
  documents.set(text, parsed)
  return parsed
}

/**
 * One operation with its root field under the alias `data`:
 * `query Admin_Client_GetOne($id: ID!) { data: client(id: $id) { … } }`. Variables that only the
 * selection uses are `further` ones.
 */
export function operation(kind: 'query' | 'mutation', name: string, field: string, args: readonly Argument[], selection = '', further: readonly Argument[] = []): DocumentNode {
  const declared = [...args, ...further].map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  return document(`${kind} ${name}${declared && `(${declared})`} { data: ${field}${given && `(${given})`} ${selection} }`)
}

export interface Argument { readonly name: string; readonly type: string }
export const argument = (name: string, type: string): Argument => ({ name, type })
