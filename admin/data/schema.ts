import type { IntrospectionField, IntrospectionInputValue, IntrospectionSchema, IntrospectionType, IntrospectionTypeRef } from 'graphql'

/** The introspected schema of the signed-in caller, by name: only what he may use stands in it. */
export interface SchemaIndex {
  type(name: string): IntrospectionType | undefined
  /** A field of an object or interface type. */
  field(type: string, name: string): IntrospectionField | undefined
  /** Fields of an input type, by name; empty where there is no such type. */
  inputs(type: string): ReadonlyMap<string, IntrospectionInputValue>
  root(operation: 'query' | 'mutation', name: string): IntrospectionField | undefined
}

const indexes = new WeakMap<IntrospectionSchema, SchemaIndex>()

/** Built once per introspection, however often it is asked for (the provider asks on every call). */
export function indexSchema(schema: IntrospectionSchema): SchemaIndex {
  const known = indexes.get(schema)
  if (known) return known
  const built = build(schema)
  indexes.set(schema, built)
  return built
}

function build(schema: IntrospectionSchema): SchemaIndex {
  const types = new Map(schema.types.map((type) => [type.name, type]))
  const fields = new Map<string, ReadonlyMap<string, IntrospectionField>>()
  const inputs = new Map<string, ReadonlyMap<string, IntrospectionInputValue>>()
  const fieldsOf = memo(fields, (name) => {
    const type = types.get(name)
    return new Map(type && (type.kind === 'OBJECT' || type.kind === 'INTERFACE') ? type.fields.map((field) => [field.name, field]) : [])
  })
  const inputsOf = memo(inputs, (name) => {
    const type = types.get(name)
    return new Map(type?.kind === 'INPUT_OBJECT' ? type.inputFields.map((input) => [input.name, input]) : [])
  })
  const roots = { query: schema.queryType.name, mutation: schema.mutationType?.name ?? '' }
  return {
    type: (name) => types.get(name),
    field: (type, name) => fieldsOf(type).get(name),
    inputs: inputsOf,
    root: (operation, name) => fieldsOf(roots[operation]).get(name),
  }
}

const memo = <T>(cache: Map<string, T>, make: (name: string) => T) => (name: string): T => {
  const known = cache.get(name)
  if (known !== undefined) return known
  const made = make(name)
  cache.set(name, made)
  return made
}

/** `[Thing!]!` → `Thing` */
export function namedType(ref: IntrospectionTypeRef): string {
  return ref.kind === 'NON_NULL' || ref.kind === 'LIST' ? namedType(ref.ofType) : ref.name
}

/** `[Thing!]!` as it is written in a document. */
export function writtenType(ref: IntrospectionTypeRef): string {
  if (ref.kind === 'NON_NULL') return `${writtenType(ref.ofType)}!`
  if (ref.kind === 'LIST') return `[${writtenType(ref.ofType)}]`
  return ref.name
}

/** Whether an argument must be given: then the field cannot be asked for without knowing what it wants. */
export const needsArguments = (field: IntrospectionField): boolean =>
  field.args.some((arg) => arg.type.kind === 'NON_NULL' && arg.defaultValue == null)
