import sanitizeHtml from 'sanitize-html'
import { ok, plain, single, type FieldKind } from './kind.ts'
import { cleanText, type TextOptions } from './text.ts'

/** What may stay of a pasted page; everything else is dropped, scripts with their content. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'h2', 'h3', 'h4', 'strong', 'em', 'b', 'i', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'hr', 'code', 'pre'],
  allowedAttributes: { a: ['href', 'title', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }) },
}

/** HTML, sanitised on every write by an allow-list; 100,000 characters unless `max` says otherwise. */
export const richText: FieldKind<TextOptions> = {
  name: 'richText',
  graphql: 'Html',
  filter: 'text',
  sort: 'none',
  columns: single('text'),
  parse: (value, field) => {
    const parsed = cleanText(value, field.options.max ?? 100_000, true)
    if (!parsed.ok) return parsed
    const html = sanitizeHtml(String(parsed.values['']), allowed).trim()
    // What came out of the sanitiser is well formed: whatever stands in angle brackets is a tag.
    const empty = html.replace(/<(?!hr\b)[^>]*>/g, '').trim() === ''
    return ok(empty ? null : html)
  },
  parseOperand: (value) => cleanText(value, 1_000, true),
  select: plain,
  words: (column) => `regexp_replace(${column('')}, '<[^>]*>', ' ', 'g')`,
}
