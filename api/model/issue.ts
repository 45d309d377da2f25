import { fill, type Labels, type Locale } from './labels.ts'

/** The nine error codes of the house; nothing else is answered to a caller (design, "Laws"). */
export type ErrorCode =
  | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT'
  | 'APPROVAL_REQUIRED' | 'MODULE_DISABLED' | 'RATE_LIMITED' | 'UNAVAILABLE'

/** One thing that is wrong with one value: a sentence in both languages, and what fills its places. */
export interface Issue {
  /** Stable name of the fault, for programs: `required`, `tooLong`, `duplicate`… */
  readonly reason: string
  readonly message: Labels
  readonly values?: Readonly<Record<string, unknown>>
  /** Dotted path of the faulty element in the caller's input: `organisation.name`, `members.2.share`. */
  readonly path?: string
}

export function say(issue: Issue, locale: Locale): string {
  return fill(issue.message[locale], issue.values)
}

/** Puts an issue below a path: `at('client')` before `name` gives `client.name`. */
export function below(prefix: string, issue: Issue): Issue {
  const path = [prefix, issue.path].filter(Boolean).join('.')
  return path === '' ? issue : { ...issue, path }
}
