import { AppError } from '../model/errors.ts'
import { say, type ErrorCode } from '../model/issue.ts'
import { fill, type Labels, type Locale } from '../model/labels.ts'
import { asUnavailable } from './database/unavailable.ts'

/** To whom an error is told. */
export interface Asker {
  readonly locale: Locale
  readonly requestId: string
}

/** What a caller is told of an error. */
export interface ErrorAnswer {
  /** For a door that speaks HTTP only; GraphQL has its own table. */
  readonly status: number
  readonly message: string
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode | 'INTERNAL_SERVER_ERROR' }
  /** False: nobody foresaw it, so it must be reported. */
  readonly foreseen: boolean
}

const MAX_MESSAGE = 300
const RETRY_SECONDS = 2

const statuses: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, CONFLICT: 409,
  APPROVAL_REQUIRED: 409, MODULE_DISABLED: 403, RATE_LIMITED: 429, UNAVAILABLE: 503,
}

const masked: Labels = {
  fr: 'Une erreur inattendue s’est produite. Elle a été signalée sous le numéro {id}.',
  en: 'An unexpected error occurred. It was reported under the number {id}.',
}

/** Says what may be said: our own errors in the caller's language, everything else masked under the id of the request. */
export function answerTo(error: unknown, { locale, requestId }: Asker): ErrorAnswer {
  const known = error instanceof AppError ? error : asUnavailable(error)
  if (!known) return { status: 500, message: fill(masked[locale], { id: requestId }), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId }, foreseen: false }
  const { code, issues, details } = known
  const fields = issues.filter((issue) => issue.path !== undefined).map((issue) => ({ path: issue.path, reason: issue.reason, message: say(issue, locale) }))
  const message = [...new Set(issues.map((issue) => say(issue, locale)))].join(' ')
  return {
    status: statuses[code], message: shorten(message || code), foreseen: true,
    extensions: {
      ...(code === 'UNAVAILABLE' ? { retryAfter: RETRY_SECONDS } : {}), ...details,
      code, reason: issues[0]?.reason, ...(fields.length > 0 ? { fields } : {}), requestId,
    },
  }
}

export const shorten = (message: string): string => (message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE - 1)}…` : message)

/** Seconds after which the caller should ask again, where he should. */
export function retryAfter({ extensions }: Pick<ErrorAnswer, 'extensions'>): number | undefined {
  return typeof extensions['retryAfter'] === 'number' ? extensions['retryAfter'] : undefined
}
