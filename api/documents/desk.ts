import type { GraphQLSchema } from 'graphql'
import type { Rights } from '../access/rights.ts'
import type { Model } from '../model/model.ts'
import type { DocumentDesk, DocumentDoor } from '../ports/documents.ts'
import { factsOf } from '../server/graphql/facts.ts'
import { checkDocument, parseDocument } from './check.ts'
import { describeDocument, tryDocument } from './described.ts'
import { disclosureOf } from './disclosure.ts'

export interface DeskOptions {
  readonly model: Model
  /** With resolvers, without rules. */
  readonly schema: GraphQLSchema
  readonly rightsOf: (roles: ReadonlySet<string>) => Rights
}

/** Roles of whoever comes through a door: what a document discloses is told for them. */
export const rolesAt: Readonly<Record<DocumentDoor, ReadonlySet<string>>> = {
  SITE: new Set(['visitor']), PARTNER: new Set(['visitor', 'partner']),
}

/** Says about documents what needs the whole schema. */
export function createDocumentDesk({ model, schema, rightsOf }: DeskOptions): Omit<DocumentDesk, 'facts'> {
  return {
    check: (text, policy) => {
      const { document, operation, variables, sizes } = checkDocument(schema, text, policy)
      return { roots: factsOf(document, operation).rootFields, operationName: operation.name?.value, variables, fixedSize: sizes.fixed }
    },
    describe: (text, terms) => describeDocument(schema, text, terms),
    tryOut: (text, terms, variables) => tryDocument(schema, text, terms, variables),
    disclosure: (text, client) => disclosureOf({ model, schema, visitor: rightsOf(rolesAt.SITE) }, parseDocument(schema, text), rightsOf(rolesAt[client])),
  }
}
