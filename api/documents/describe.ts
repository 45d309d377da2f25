import {
  getNullableType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, Kind, typeFromAST,
  type FragmentDefinitionNode, type GraphQLInputType, type GraphQLNullableType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode,
} from 'graphql'
import type { JsonSchema } from '../ports/documents.ts'
import type { Parsed } from './check.ts'
import { mustBeNamed, type Policy, type VariableRule } from './policy.ts'

const scalars: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' }, String: { type: 'string' }, Html: { type: 'string', contentMediaType: 'text/html' }, Decimal: { type: 'string' },
  Int: { type: 'integer' }, SafeInt: { type: 'integer' }, Float: { type: 'number' }, Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' }, DateTime: { type: 'string', format: 'date-time' }, JSON: {},
}

/** What a document answers under `data`. */
export function answerSchema(schema: GraphQLSchema, { document, operation }: Parsed): JsonSchema {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])))
  return selected({ schema, fragments }, operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
}

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

function selected(walk: Walk, { selections }: SelectionSetNode, type: unknown): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  const required: string[] = []
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value)
      const of = fragment?.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : type
      const inner = fragment ? selected(walk, fragment.selectionSet, of) : {}
      Object.assign(properties, inner.properties)
      // What only one of several kinds has may be missing.
      if (of === type) required.push(...inner.required ?? [])
      continue
    }
    const name = selection.alias?.value ?? selection.name.value
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
    properties[name] = field ? outputSchema(walk, field.type, selection.selectionSet) : { type: 'string' }
    if (!selection.directives?.length) required.push(name)
  }
  return { type: 'object', properties, required: [...new Set(required)] }
}

function outputSchema(walk: Walk, type: GraphQLOutputType, set: SelectionSetNode | undefined): JsonSchema {
  const plain = plainSchema(getNullableType(type), (inner) => outputSchema(walk, inner as GraphQLOutputType, set), (named) => (set ? selected(walk, set, named) : {}))
  return isNonNullType(type) ? plain : orNull(plain)
}

/** What a document takes: its variables, within all the policies. What the house pins is nobody's to give. */
export function variablesSchema(schema: GraphQLSchema, { operation, sizes }: Parsed, policies: readonly Policy[]): JsonSchema {
  const given = (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const of = typeFromAST(schema, type) as GraphQLInputType | undefined
    if (!of || policies.some((policy) => 'pinned' in (policy.get(variable.name.value) ?? {}))) return []
    const name = variable.name.value
    const asked = isNonNullType(of) || (!sizes.variable.has(name) && policies.some((policy) => mustBeNamed(policy.get(name))))
    return [{ name, schema: inputSchema(of, name, policies, 2), needed: asked && !defaultValue }]
  })
  return { type: 'object', properties: Object.fromEntries(given.map(({ name, schema: one }) => [name, one])), required: given.flatMap(({ name, needed }) => (needed ? [name] : [])), additionalProperties: false }
}

/** Inputs lead back to themselves: they are told a few levels deep, then by their names. */
function inputSchema(type: GraphQLInputType, path: string, policies: readonly Policy[], levels: number): JsonSchema {
  const rules = policies.flatMap((policy) => policy.get(path) ?? [])
  const plain = plainSchema(getNullableType(type), (inner) => inputSchema(inner as GraphQLInputType, `${path}.*`, policies, levels), (named) => {
    // What a value is compared with leads nowhere further.
    if (!isInputObjectType(named) || (levels === 0 && !named.name.endsWith('Operators'))) return { type: 'object', ...('name' in named ? { title: named.name } : {}) }
    const only = rules.find((rule) => rule.only)?.only
    const fields = Object.values(named.getFields()).filter(({ name }) => !policies.some((policy) => 'pinned' in (policy.get(`${path}.${name}`) ?? {})) && (!only || only.includes(name)))
    return { type: 'object', title: named.name, properties: Object.fromEntries(fields.map((field) => [field.name, inputSchema(field.type, `${path}.${field.name}`, policies, levels - 1)])), additionalProperties: false }
  })
  return rules.reduce(limited, plain)
}

const limited = (schema: JsonSchema, { oneOf, min, max, maxLength }: VariableRule): JsonSchema => ({
  ...schema,
  ...(oneOf ? { enum: oneOf } : {}), ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: Math.min(max, schema.maximum ?? max) }),
  ...(maxLength === undefined ? {} : schema.type === 'array' ? { maxItems: maxLength } : { maxLength }),
})

function plainSchema(type: GraphQLNullableType, inner: (type: unknown) => JsonSchema, object: (type: GraphQLNullableType) => JsonSchema): JsonSchema {
  if (isListType(type)) return { type: 'array', items: inner(type.ofType) }
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) }
  return 'name' in type && type.name in scalars ? scalars[type.name] ?? {} : object(type)
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.type === undefined) return schema
  return { ...schema, type: [schema.type, 'null'].flat(), ...(schema.enum ? { enum: [...schema.enum, null] } : {}) }
}

/** The same as a type of TypeScript. */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value).replaceAll('"', `'`)).join(' | ')
  const kinds = [schema.type ?? 'unknown'].flat().map((kind) => {
    switch (kind) {
      case 'array': { const item = typeOf(schema.items ?? {}, indent); return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]` }
      case 'object': return schema.properties ? objectType(schema, indent) : `Record<string, unknown>${schema.title ? ` /* ${schema.title} */` : ''}`
      case 'integer': return 'number'
      default: return kind
    }
  })
  return `${kinds.join(' | ')}${bounds(schema)}`
}

const bounds = ({ minimum, maximum }: JsonSchema): string => (minimum === undefined && maximum === undefined ? '' : ` /* ${minimum ?? '…'} to ${maximum ?? '…'} */`)

function objectType({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const lines = Object.entries(properties).map(([name, property]) => `${indent}  ${name}${required.includes(name) ? '' : '?'}: ${typeOf(property, `${indent}  `)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

/** Words that an invented answer has where a field is called so. */
const words: Readonly<Record<string, string>> = {
  id: '01890000-0000-7000-8000-00000000e001', title: 'Danseuse contemporaine (exemple)', reference: 'EXEMPLE-1', companyName: 'Compagnie de l’Exemple', city: 'Nantes', postcode: '44000', countryCode: 'FR',
  email: 'casting@exemple.test', displayName: 'Camille Exemple', endCursor: 'exemple', e164: '+33299999999', raw: '02 99 99 99 99',
}

/** Data that nobody has, in the form of an answer; of each list so many. */
export function invented(schema: JsonSchema, rows: number, name = ''): unknown {
  if (schema.enum) return schema.enum[0]
  switch ([schema.type ?? 'unknown'].flat()[0]) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, property]) => [key, invented(property, rows, key)]))
    case 'array': return Array.from({ length: rows }, () => invented(schema.items ?? {}, Math.min(rows, 2), name))
    case 'integer': return name === 'total' ? rows : 1
    case 'number': return 1.5
    case 'boolean': return false
    case 'string': return words[name] ?? (schema.format === 'date' ? '2027-02-01' : schema.format === 'date-time' ? '2027-01-15T09:30:00.000Z' : schema.contentMediaType ? '<p>Exemple</p>' : 'Exemple')
    default: return null
  }
}
