import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import type { GraphqlType } from '../../model/fields/kind.ts'

/**
 * The scalars only name what a text or a number means. Values are checked by the field kinds, where a
 * fault has a path and a sentence in the caller's language; a scalar would refuse the whole document.
 */
const lenient = (name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ name, description, serialize: (value) => value, parseValue: (value) => value, parseLiteral: (node, variables) => literal(node, variables ?? {}) })

function literal(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.INT: case Kind.FLOAT: return Number(node.value)
    case Kind.STRING: case Kind.BOOLEAN: case Kind.ENUM: return node.value
    case Kind.NULL: return null
    case Kind.LIST: return node.values.map((value) => literal(value, variables))
    // Null prototype: `__proto__` stays an ordinary key, which the closed shapes refuse.
    case Kind.OBJECT: return Object.assign(Object.create(null) as object, Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value, variables)])))
    case Kind.VARIABLE: return variables[node.name.value]
  }
}

export const scalars = {
  Date: lenient('Date', 'A day: `2026-11-20`.'),
  DateTime: lenient('DateTime', 'An instant in UTC, to the millisecond: `2026-11-20T13:00:00.000Z`. Inputs may carry an offset.'),
  SafeInt: lenient('SafeInt', 'A whole number of at most 2^53 − 1.'),
  Decimal: lenient('Decimal', 'An exact number, as a text: `"12.50"`.'),
  JSON: lenient('JSON', 'Structured data of the shape that the field declares.'),
  Html: lenient('Html', 'HTML, sanitised when it is saved.'),
} as const satisfies Partial<Record<GraphqlType, GraphQLScalarType>>
