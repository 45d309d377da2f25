import { buildSchema, execute, GraphQLObjectType, parse, type DocumentNode } from 'graphql'
import { expect, it } from 'vitest'
import { compileOperation } from './executor.ts'

const schema = buildSchema('scalar JSON input Range { a: Int, b: Int, c: Int, d: Int, e: Int } type Query { told(range: Range, and: [Range!]): String }')
const query = schema.getQueryType()
if (query instanceof GraphQLObjectType) Object.assign(query.getFields()['told'] ?? {}, { resolve: (_source: unknown, args: unknown) => JSON.stringify(args) })

const names = ['a', 'b', 'c', 'd', 'e']
const fields = names.map((name) => `${name}: $${name}`).join(', ')
const document: DocumentNode = parse(`query Asked(${names.map((name) => `$${name}: Int`).join(', ')}) { told(range: { ${fields} }, and: [{ ${fields} }]) } query Other { told }`)

it('a compiled document knows what is left out from what is null, whichever of its variables that are', async () => {
  const run = compileOperation(schema, document, 'Asked')
  for (let given = 0; given < 3 ** names.length; given++) {
    const chosen = names.map((name, index) => [name, [undefined, null, index][Math.floor(given / 3 ** index) % 3]] as const)
    const variableValues = Object.fromEntries(chosen.filter(([, value]) => value !== undefined))
    expect(await run?.(undefined, {}, variableValues)).toEqual(await execute({ schema, document, operationName: 'Asked', variableValues }))
  }
})
