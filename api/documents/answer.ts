import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ExecutionResult, GraphQLError } from 'graphql'
import type { VerbatimAnswer } from './verbatim.ts'
import type { Pieces } from './verbatimRoot.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: promisify(gzip),
} as const

/** Below, headers outweigh what is saved. */
const WORTH_IT = 1_024

/** The answer to an approved document, as it goes over the wire: written once, compressed when it is first asked for so. */
export class Answer {
  /** Bytes alone: as a text beside them it would be twice as large, and walked by every collection of what is kept. */
  readonly body: Buffer
  /** Records that it holds. */
  readonly rows: number
  readonly errors: readonly GraphQLError[]
  readonly hasData: boolean
  /** Names under which a proxy may drop it. */
  readonly surrogates: string
  #compressed: Map<Encoding, Promise<Buffer>> | undefined
  #etag: string | undefined

  constructor(pieces: Pieces, { rows, errors = [], hasData = true, surrogates }: { readonly rows: number; readonly errors?: readonly GraphQLError[]; readonly hasData?: boolean; readonly surrogates: string }) {
    this.body = together(pieces)
    this.rows = rows
    this.errors = errors
    this.hasData = hasData
    this.surrogates = surrogates
  }

  get etag(): string {
    return (this.#etag ??= hash('sha1', this.body, 'base64url'))
  }

  /** Nothing in it failed, so that it is everybody's. */
  get sound(): boolean {
    return this.errors.length === 0
  }

  /** What it takes, with the compressed forms, which together are smaller than the plain one. */
  get bytes(): number {
    return this.body.length * 2
  }

  encodingFor(accepted: string | undefined): Encoding {
    if (accepted === undefined || this.body.length < WORTH_IT) return 'identity'
    return accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : 'identity'
  }

  encoded(encoding: Encoding): Buffer | Promise<Buffer> {
    if (encoding === 'identity') return this.body
    const compressed = (this.#compressed ??= new Map<Encoding, Promise<Buffer>>())
    const found = compressed.get(encoding) ?? compress[encoding](this.body)
    compressed.set(encoding, found)
    return found
  }
}

const accepts = (header: string, encoding: string): boolean =>
  header.split(',').some((part) => {
    const [name, ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/)
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/** What GraphQL answered, or PostgreSQL for it, as text. */
export function answerOf(result: ExecutionResult | VerbatimAnswer, extensions: string, surrogates: string): Answer {
  const { errors = [] } = result
  const { data, rows } = 'rows' in result ? result : { data: result.data === undefined ? undefined : [JSON.stringify(result.data)], rows: rowsIn(result.data) }
  return new Answer(['{', ...(data ? ['"data":', ...data, ','] : []), `"extensions":${extensions}}`], { rows, errors, hasData: data !== undefined && data[0] !== 'null', surrogates })
}

/** Neighbouring texts are written as one. */
function together(pieces: Pieces): Buffer {
  const parts: Buffer[] = []
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      parts.push(Buffer.from(text), piece)
      text = ''
    }
  }
  return parts.length === 0 ? Buffer.from(text) : Buffer.concat([...parts, Buffer.from(text)])
}

/** Records in the lists of the root fields: what is counted against a partner's rows per day. */
export function rowsIn(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0
  return Object.values(data).reduce<number>((sum, root) => sum + rowsOf(root), 0)
}

function rowsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object' || value === null) return 0
  const lists = Object.values(value).filter((inner) => Array.isArray(inner))
  return lists.length === 0 ? 1 : lists.reduce((sum, list) => sum + list.length, 0)
}
