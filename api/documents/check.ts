import { GraphQLError, Kind, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, print } from 'graphql'
import { AppError, badInput } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'
import type { Labels } from '../model/labels.ts'
import { costOf } from '../server/graphql/cost.ts'
import { aboutAccounts } from '../server/graphql/doorkeeper.ts'
import { factsOf } from '../server/graphql/facts.ts'
import { limitsRule, standardLimits, tooMuch } from '../server/graphql/limits.ts'
import { policyFaults, readPolicy, widest } from './policy.ts'
import { defaultsOf, sizesOf, type Sizes } from './sizes.ts'

/** A text that was parsed and found sound, with its one operation. */
export interface Parsed {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, string>>
  readonly defaults: Readonly<Record<string, unknown>>
  readonly sizes: Sizes
}

const PATH = 'document'
const MOST_FAULTS = 5

const fault = (reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): AppError => badInput({ path: PATH, reason, message, values })

/** One operation that reads or writes, valid on the schema and within the limits of every document. @throws AppError BAD_USER_INPUT */
export function parseDocument(schema: GraphQLSchema, text: string): Parsed {
  const document = parsed(text)
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation || operations.length !== 1) throw fault('oneOperation', { fr: 'Un document contient une seule opération ; celui-ci en a {count}.', en: 'A document holds one operation; this one has {count}.' }, { count: operations.length })
  if (operation.operation === 'subscription') throw fault('subscription', { fr: 'Les abonnements (subscription) ne sont pas enregistrés.', en: 'Subscriptions are not registered.' })
  const errors = validate(schema, document, [...specifiedRules, limitsRule(standardLimits)], { maxErrors: MOST_FAULTS })
  if (errors.length > 0) throw badInput(...errors.slice(0, MOST_FAULTS).map(issueOf))
  if (factsOf(document, operation).introspective) throw fault('introspection', { fr: 'Un document enregistré n’interroge pas le schéma.', en: 'A registered document does not ask about the schema.' })
  const account = operation.operation === 'mutation' ? factsOf(document, operation).rootFields.find((name) => aboutAccounts.has(name)) : undefined
  if (account !== undefined) throw fault('aboutAccounts', { fr: '{name} concerne un compte : il a sa propre porte.', en: '{name} is about an account: it has a door of its own.' }, { name: account })
  return {
    document, operation, defaults: defaultsOf(operation), sizes: sizesOf(schema, document, operation),
    variables: Object.fromEntries((operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, print(type)])),
  }
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: standardLimits.tokens })
  } catch (error) {
    throw error instanceof GraphQLError ? badInput(issueOf(error)) : error
  }
}

/** Faults that our limits find have their own sentences; those of GraphQL are told with their place in the text. */
function issueOf(error: GraphQLError): Issue {
  if (error.originalError instanceof AppError) return { ...(error.originalError.issues[0] ?? { reason: 'invalidDocument', message: { fr: '', en: '' } }), path: PATH }
  const [place] = error.locations ?? []
  return { path: PATH, reason: 'invalidDocument', message: { fr: 'Ligne {line}, colonne {column} : {what}', en: 'Line {line}, column {column}: {what}' }, values: { line: place?.line ?? 0, column: place?.column ?? 0, what: error.message } }
}

/** The same with its policy, and its cost at the widest variables that the policy permits. @throws AppError BAD_USER_INPUT */
export function checkDocument(schema: GraphQLSchema, text: string, policy: unknown): Parsed & { readonly cost: number } {
  const found = parseDocument(schema, text)
  const rules = readPolicy(policy)
  const faults = policyFaults(rules, found.variables, found.defaults)
  if (faults.length > 0) throw badInput(...faults)
  const cost = costOf(schema, found.document, found.operation, widest(rules, found.variables))
  if (cost > standardLimits.cost) throw new AppError('BAD_USER_INPUT', tooMuch('tooCostly', { fr: 'Au pire {cost} points, {max} au plus : demandez des pages plus petites, ou limitez les variables.', en: 'At worst {cost} points, {max} at most: ask for smaller pages, or limit the variables.' }, { cost, max: standardLimits.cost }).issues.map((issue) => ({ ...issue, path: PATH })))
  return { ...found, cost }
}
