import type { Mask } from './mask.ts'

const personal: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|$)/gs, '[key]'],
  [/\bBearer\s+\S+/gi, 'Bearer [token]'],
  [/\b(pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|authorization|cookie|otp|code|iban|birth\w*)\b(["']?\s*[=:]\s*)(?!Bearer)(?:"[^"]*"|'[^']*'|[^\s&,;)]+)/gi, '$1$2[masked]'],
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/\b[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}\b/g, '[token]'],
  // Long, and with digits: the long names in our code and tables have none.
  [/\b(?=[\w-]*\d)[\w-]{32,}\b/g, '[token]'],
  [/\+?\d[\d .()-]{7,}\d/g, '[number]'],
  // PostgreSQL repeats the value that it refused: `invalid input syntax for type uuid: "…"`.
  [/: ".*"/gs, ': "…"'],
]

/** Takes out of a text what people typed and what opens doors: for logs and error reports. */
export const scrub = (text: string, mask: Mask = (same) => same): string =>
  personal.reduce((clean, [pattern, word]) => clean.replace(pattern, word), mask(text)).slice(0, 1_000)

/** An error as it may be kept: what kind, in scrubbed words, and where in the code. */
export interface Trace {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly at: readonly string[]
  readonly cause?: Trace
}

export function traceOf(error: unknown, mask?: Mask, depth = 3): Trace {
  if (!(error instanceof Error)) return { name: typeof error, message: scrub(String(error), mask), at: [] }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause = error.cause !== undefined && depth > 0 ? { cause: traceOf(error.cause, mask, depth - 1) } : {}
  return { name: error.name, message: scrub(error.message, mask), ...code, at: framesOf(error), ...cause }
}

/** The frames alone: the head of a stack repeats the message. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').filter((line) => line.startsWith('    at ')).map((line) => line.slice(7)).slice(0, 12)
