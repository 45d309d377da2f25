import { Failure, spoken, type ExitCode } from '../failure.ts'
import type { Json } from './graphql.ts'

export interface RemoteFault {
  readonly code: string
  readonly reason: string
  /** In the caller's language. */
  readonly message: string
  /** Where in the answer. */
  readonly path: readonly string[]
  /** Where in the input. */
  readonly fields: readonly { readonly path: string; readonly reason: string; readonly message: string }[]
  readonly details: Readonly<Record<string, Json>>
}

/** What the server refused, in its own words. */
export class RemoteError extends Failure {
  readonly faults: readonly RemoteFault[]
  /** What was answered beside. */
  readonly data: Readonly<Record<string, Json>>

  constructor(faults: readonly RemoteFault[], data: Readonly<Record<string, Json>> = {}) {
    super(exitOf(faults), spoken(sentenceOf(faults)), {}, faults.flatMap(explain))
    this.faults = faults
    this.data = data
  }

  get code(): string {
    return this.faults[0]?.code ?? ''
  }
}

function exitOf(faults: readonly RemoteFault[]): ExitCode {
  if (faults.some(({ code }) => code === 'UNAUTHENTICATED')) return 3
  return faults.some(({ code }) => code === 'UNAVAILABLE') ? 4 : 1
}

/** One line: the sentence, and of what each part speaks. */
function sentenceOf(faults: readonly RemoteFault[]): string {
  const parts = faults.flatMap(({ message, fields }) => {
    const named = fields.filter(({ path }) => path !== '')
    return named.length === 0 ? [message] : named.map((field) => `${field.path}: ${field.message}`)
  })
  return [...new Set(parts)].join(' · ')
}

const explain = ({ code, reason, path, details }: RemoteFault): string[] => [
  [code, reason, path.join('.')].filter((part) => part !== '').join(' '),
  ...(typeof details['requestId'] === 'string' ? [`request ${details['requestId']}`] : []),
]
