import type { Input, Request } from './types.ts'

/** The mutations that every entity has. */
export const creation = (type: string) => (input: Input, selection: string): Request => ({
  document: `mutation Create($input: ${type}CreateInput!) { record: create${type}(input: $input) { ${selection} } }`, variables: { input },
})

export const change = (type: string) => (id: string, input: Input, version: number, selection: string): Request => ({
  document: `mutation Update($id: ID!, $input: ${type}UpdateInput!, $version: Int) { record: update${type}(id: $id, input: $input, expectedVersion: $version) { ${selection} } }`, variables: { id, input, version },
})

type Types = Readonly<Record<string, string>>

/** Mutations of their own: each value is an argument. */
export const creationByArguments = (name: string, types: Types, required: readonly string[]) => (input: Input, selection: string): Request => ({
  document: `mutation Create(${declared(input, types, required)}) { record: ${name}(${passed(input)}) { ${selection} } }`, variables: input,
})

export const changeByArguments = (name: string, types: Types) => (id: string, input: Input, _version: number, selection: string): Request => ({
  document: `mutation Update($id: ID!, ${declared(input, types, [])}) { record: ${name}(id: $id, ${passed(input)}) { ${selection} } }`, variables: { ...input, id },
})

const declared = (input: Input, types: Types, required: readonly string[]): string =>
  Object.keys(input).map((name) => `$${name}: ${types[name] ?? 'String'}${required.includes(name) ? '!' : ''}`).join(', ')

const passed = (input: Input): string => Object.keys(input).map((name) => `${name}: $${name}`).join(', ')
