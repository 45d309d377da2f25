import type { GraphQLSchema } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { badInput } from '../model/errors.ts'
import type { DocumentDescription, GrantTerms, JsonSchema } from '../ports/documents.ts'
import { parseDocument, type Parsed } from './check.ts'
import { answerSchema, invented, typeOf, variablesSchema } from './describe.ts'
import { applyPolicies, readPolicy, withPageLimit, type Policy } from './policy.ts'

/** Rows of an invented list: enough to see that there are several. */
const ROWS = 2

const policiesOf = ({ approved, granted, pageLimit }: GrantTerms, { sizes }: Parsed): readonly Policy[] => [withPageLimit(readPolicy(approved), sizes, pageLimit), readPolicy(granted)]

/** What the programmer of a partner needs to know of a document: what it takes and answers. @throws AppError where the schema has lost what it names */
export function describeDocument(schema: GraphQLSchema, text: string, terms: GrantTerms): DocumentDescription {
  const parsed = parseDocument(schema, text)
  const [variables, answer] = [variablesSchema(schema, parsed, policiesOf(terms, parsed)), answerSchema(schema, parsed)]
  return {
    writes: parsed.operation.operation === 'mutation', variables, answer, needed: neededOf(variables), example: invented(answer, ROWS),
    types: `export interface Variables ${typeOf(variables)}\n\nexport interface Data ${typeOf(answer)}\n`,
  }
}

const neededOf = ({ properties = {}, required = [] }: JsonSchema): Readonly<Record<string, unknown>> =>
  Object.fromEntries(required.map((name) => [name, invented(properties[name] ?? {}, 1, name)]))

/** Asks for nothing: the variables are judged as at the door, and the answer is invented. @throws AppError BAD_USER_INPUT */
export function tryDocument(schema: GraphQLSchema, text: string, terms: GrantTerms, given: Readonly<Record<string, unknown>>): unknown {
  const parsed = parseDocument(schema, text)
  const variables = applyPolicies(policiesOf(terms, parsed), parsed, given)
  const { errors = [] } = getVariableValues(schema, parsed.operation.variableDefinitions ?? [], variables, { maxErrors: 5 })
  if (errors.length > 0) throw badInput(...errors.map(({ message }) => ({ path: 'variables', reason: 'invalidVariable', message: { fr: '{what}', en: '{what}' }, values: { what: message } })))
  return { data: invented(answerSchema(schema, parsed), ROWS) }
}
