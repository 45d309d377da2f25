import type { ErrorCode, Issue } from './issue.ts'

/**
 * What a caller is told. `issues` name the faulty elements by their path; `details` travels in
 * `extensions` as it is (the three sides of a conflict, the count of uses…).
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly issues: readonly Issue[]
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, issues: readonly Issue[], details: Readonly<Record<string, unknown>> = {}) {
    super(issues.map((issue) => `${issue.path ?? ''} ${issue.reason}`.trim()).join('; ') || code)
    this.name = 'AppError'
    this.code = code
    this.issues = issues
    this.details = details
  }
}

export const badInput = (...issues: Issue[]): AppError => new AppError('BAD_USER_INPUT', issues)

export const notFound = (path?: string): AppError =>
  new AppError('NOT_FOUND', [{ reason: 'notFound', message: messages.notFound, ...(path === undefined ? {} : { path }) }])

export const forbidden = (path?: string): AppError =>
  new AppError('FORBIDDEN', [{ reason: 'forbidden', message: messages.forbidden, ...(path === undefined ? {} : { path }) }])

export const unauthenticated = (): AppError =>
  new AppError('UNAUTHENTICATED', [{ reason: 'unauthenticated', message: messages.unauthenticated }])

/** Sentences that several rooms of the house say. A sentence that only one kind of field says stays in its file. */
export const messages = {
  required: { fr: 'Ce champ est obligatoire.', en: 'This field is required.' },
  unknownField: { fr: 'Champ inconnu.', en: 'Unknown field.' },
  notFound: { fr: 'Cet enregistrement n’existe pas, ou vous n’y avez pas accès.', en: 'This record does not exist, or you have no access to it.' },
  forbidden: { fr: 'Vous n’avez pas le droit de faire cela.', en: 'You are not allowed to do this.' },
  unauthenticated: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to continue.' },
} as const
