import { isAbstractType, isObjectType, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'

const known = new WeakMap<OperationDefinitionNode, { readonly schema: GraphQLSchema; readonly coordinates: ReadonlySet<string> }>()

/**
 * The coordinates (`CastingOffer.title`) that an operation may come to. Behind an interface that is each of its types;
 * fragments of the document that it does not spread only make it more.
 */
export function coordinatesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const found = known.get(operation)
  if (found?.schema === schema) return found.coordinates
  const coordinates = new Set(document.definitions.flatMap((definition) =>
    definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION ? within(schema, definition) : []))
  known.set(operation, { schema, coordinates })
  return coordinates
}

function within(schema: GraphQLSchema, definition: DocumentNode['definitions'][number]): string[] {
  const types = new TypeInfo(schema)
  const coordinates: string[] = []
  visit(definition, visitWithTypeInfo(types, {
    Field: ({ name: { value: field } }) => {
      const parent = types.getParentType()
      if (field === '__typename' || !parent) return
      const owners = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? [parent] : []
      for (const { name } of owners) coordinates.push(`${name}.${field}`)
    },
  }))
  return coordinates
}
