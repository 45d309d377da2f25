import { GraphQLError, Kind, visit, type ASTVisitor, type DocumentNode, type OperationDefinitionNode, type ValidationContext, type ValidationRule } from 'graphql'
import { AppError } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'
import { factsOf } from './facts.ts'

/** How large a document may be. Its tokens and its selections after fragments are counted by the parser and by Apollo. */
export interface DocumentLimits {
  readonly tokens: number
  readonly selections: number
  readonly depth: number
  readonly introspectionDepth: number
  readonly aliases: number
  readonly directives: number
  readonly rootMutations: number
  /** Mutations that stand alone in their document, so that one request is one attempt. */
  readonly alone: ReadonlySet<string>
  /** See `costOf`. */
  readonly cost: number
}

export const standardLimits: DocumentLimits = {
  tokens: 1_000, selections: 1_000, depth: 12, introspectionDepth: 20, aliases: 15, directives: 10, rootMutations: 5,
  alone: new Set(['signIn', 'completeSignIn', 'confirmSecondFactor', 'renewRecoveryCodes', 'removeSecondFactor', 'refreshSession', 'requestPasswordReset', 'setPassword', 'changePassword']), cost: 1_000,
}

export function tooMuch(reason: string, message: Labels, values: Readonly<Record<string, unknown>>): AppError {
  return new AppError('BAD_USER_INPUT', [{ reason, message, values }])
}

/** Refuses documents over the limits. Runs after the rules of GraphQL, so fragments exist and do not lead back to themselves. */
export const limitsRule = (limits: DocumentLimits): ValidationRule => (context: ValidationContext): ASTVisitor => {
  const document = context.getDocument()
  for (const error of faults(document, limits)) context.reportError(new GraphQLError(error.message, { originalError: error }))
  return {}
}

function faults(document: DocumentNode, limits: DocumentLimits): AppError[] {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return [...countFaults(document, limits), ...operations.flatMap((operation) => operationFaults(document, operation, limits))]
}

function countFaults(document: DocumentNode, limits: DocumentLimits): AppError[] {
  let [aliases, directives, reserved] = [0, 0, 0]
  visit(document, {
    // `__typename` under another name counts as well: it is how such limits are tried out.
    Field: ({ alias }) => {
      if (alias) aliases++
      if (alias?.value.startsWith('__')) reserved++
    },
    Directive: () => { directives++ },
  })
  return [
    ...(aliases > limits.aliases ? [tooMuch('tooManyAliases', { fr: 'Trop d’alias : {max} au plus.', en: 'Too many aliases: {max} at most.' }, { max: limits.aliases })] : []),
    ...(reserved > 0 ? [tooMuch('reservedName', { fr: 'Un alias ne commence pas par deux soulignés.', en: 'An alias does not begin with two underscores.' }, {})] : []),
    ...(directives > limits.directives ? [tooMuch('tooManyDirectives', { fr: 'Trop de directives : {max} au plus.', en: 'Too many directives: {max} at most.' }, { max: limits.directives })] : []),
  ]
}

function operationFaults(document: DocumentNode, operation: OperationDefinitionNode, limits: DocumentLimits): AppError[] {
  const { rootFields, depth, introspective } = factsOf(document, operation)
  const maxDepth = introspective ? limits.introspectionDepth : limits.depth
  const mutations = operation.operation === 'mutation' ? rootFields.length : 0
  const alone = rootFields.find((name) => limits.alone.has(name))
  return [
    ...(depth > maxDepth ? [tooMuch('tooDeep', { fr: 'Requête trop profonde : {max} niveaux au plus.', en: 'Query too deep: {max} levels at most.' }, { max: maxDepth })] : []),
    ...(mutations > limits.rootMutations ? [tooMuch('tooManyMutations', { fr: 'Trop de mutations en une requête : {max} au plus.', en: 'Too many mutations in one request: {max} at most.' }, { max: limits.rootMutations })] : []),
    ...(alone !== undefined && rootFields.length > 1 ? [tooMuch('notAlone', { fr: '{name} se demande seul.', en: '{name} is asked alone.' }, { name: alone })] : []),
    ...(introspective && rootFields.some((name) => !name.startsWith('__')) ? [tooMuch('notAlone', { fr: '{name} se demande seul.', en: '{name} is asked alone.' }, { name: '__schema' })] : []),
  ]
}
