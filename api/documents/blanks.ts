import { getNamedType, isScalarType, Kind, typeFromAST, visit, type ASTNode, type GraphQLSchema, type NamedTypeNode, type TypeNode } from 'graphql'
import { Blank } from '../read/blank.ts'
import type { Parsed } from './check.ts'

type Variables = Readonly<Record<string, unknown>>

/** Operators that compare with one value, whatever it is. */
const comparing: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith'])

/** The variables of a document, by what of its statements depends on them. */
export class Blanks {
  readonly #names: readonly string[]
  readonly #left: ReadonlySet<string>

  /** Left blank are those that filters of the root fields compare fields with, and that are asked nothing else. */
  constructor(schema: GraphQLSchema, { document, operation }: Parsed) {
    const definitions = operation.variableDefinitions ?? []
    const left = new Set(definitions.filter(({ type }) => isPlain(schema, type)).map(({ variable }) => variable.name.value))
    visit(document, {
      Variable: ({ name }, _key, parent, _path, ancestors) => {
        // One of several values has a list for a parent.
        const holder = isNode(parent) ? parent : undefined
        if (holder?.kind === Kind.VARIABLE_DEFINITION) return
        if (holder?.kind !== Kind.OBJECT_FIELD || !comparing.has(holder.name.value) || !isInRootFilter(ancestors)) left.delete(name.value)
      },
    })
    this.#names = definitions.map(({ variable }) => variable.name.value)
    this.#left = left
  }

  /** The same for all variables for which the statements are the same. */
  shape(variables: Variables): string {
    // What is left out is not null.
    return JSON.stringify(this.#names.map((name) => (this.#isBlank(name, variables) ? true : variables[name] === undefined ? false : [variables[name]])))
  }

  /** The variables with blanks in their places. */
  blank(variables: Variables): Variables {
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, this.#isBlank(name, variables) ? Blank.for(name) : value]))
  }

  /** Without a value there is no comparison, or a refusal. */
  #isBlank(name: string, variables: Variables): boolean {
    return this.#left.has(name) && variables[name] !== undefined && variables[name] !== null
  }
}

/** Choices stand in the statement itself, since its plan depends on them (`api/read/operators/operator.ts`). */
function isPlain(schema: GraphQLSchema, type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
  const found = named.kind === Kind.NAMED_TYPE ? typeFromAST(schema, named satisfies NamedTypeNode) : undefined
  return isScalarType(found) && getNamedType(found).name !== 'Boolean'
}

const isNode = (value: ASTNode | readonly ASTNode[] | undefined): value is ASTNode => value !== undefined && 'kind' in value

function isInRootFilter(ancestors: readonly (ASTNode | readonly ASTNode[])[]): boolean {
  const nodes = ancestors.filter(isNode)
  const fields = nodes.filter(({ kind }) => kind === Kind.FIELD)
  const argument = nodes.find((node) => node.kind === Kind.ARGUMENT)
  return fields.length === 1 && argument?.name.value === 'filter' && !nodes.some(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
}
