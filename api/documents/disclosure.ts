import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Rights, Rows } from '../access/rights.ts'
import type { MemberModel, Model } from '../model/model.ts'
import { declaredSensitivity, type Sensitivity } from '../model/sensitivity.ts'
import type { Disclosure } from '../ports/documents.ts'
import { coordinatesOf } from '../server/graphql/coordinates.ts'

export interface DisclosureOptions {
  readonly model: Model
  readonly schema: GraphQLSchema
  /** Of a visitor: what he may read is public. */
  readonly visitor: Rights
}

/** What a document discloses to whoever has these rights: its fields, how sensitive they are, and of which rows. */
export function disclosureOf({ model, schema, visitor }: DisclosureOptions, { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode }, rights: Rights): Disclosure {
  const found = [...coordinatesOf(schema, document, operation)].sort().flatMap((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.')
    const entity = model.entities.get(type)
    const member = entity?.members.get(field.endsWith('Count') && !entity.members.has(field) ? field.slice(0, -'Count'.length) : field)
    if (!entity || !member) return []
    const read = rights.of(type, 'read')
    const rows = toldRows(read.rows, read.field(member.name))
    return [[coordinate, { sensitivity: sensitivityOf(type, member, visitor), rows }] as const]
  })
  return Object.fromEntries(found)
}

const sensitivityOf = (entity: string, member: MemberModel, visitor: Rights): Sensitivity =>
  declaredSensitivity(entity, member) ?? (visitor.of(entity, 'read').field(member.name) === 'none' ? 'INTERNAL' : 'PUBLIC')

/** Equal for equal rows. */
const toldRows = (entity: Rows, field: Rows): string => JSON.stringify(field === 'all' ? entity : field)
