import type { DomainCode } from '../professionDomains.ts'

/** A trade of the performing arts, in its feminine and masculine forms. */
export interface ProfessionSeed {
  /** Code of the ROME trade it belongs to, where there is one. */
  readonly code?: string
  readonly domain: DomainCode
  readonly name: string
  readonly feminine: string
  readonly masculine: string
}

/** `[masculine, feminine, tail?]`, or one form alone when it serves for both. */
type Forms = string | readonly [masculine: string, feminine: string, tail?: string]

/** The trades of one domain that share a ROME code; `''` marks trades that ROME does not know. */
export const trades = (domain: DomainCode, code: string, forms: readonly Forms[]): ProfessionSeed[] =>
  forms.map((form) => ({ ...(code && { code }), domain, ...named(form) }))

function named(form: Forms): Pick<ProfessionSeed, 'name' | 'feminine' | 'masculine'> {
  if (typeof form === 'string') return { name: form, feminine: form, masculine: form }
  const [masculine, feminine, tail] = form
  const end = tail ? ` ${tail}` : ''
  return { name: `${masculine} / ${feminine}${end}`, feminine: feminine + end, masculine: masculine + end }
}
