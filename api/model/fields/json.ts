import type { Issue } from '../issue.ts'
import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

/** A closed shape: what is not named is refused. */
export type Shape =
  | { readonly type: 'string'; readonly max?: number; readonly enum?: readonly string[] }
  | { readonly type: 'number' | 'integer' | 'boolean' }
  | { readonly type: 'array'; readonly items: Shape; readonly max?: number }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  /** Free keys, one shape of value: `{ "fr": "…", "en": "…" }`. */
  | { readonly type: 'map'; readonly values: Shape; readonly max?: number }
  /** Any JSON within the limits of size and depth; for what other programs wrote. */
  | { readonly type: 'any' }

export interface JsonOptions extends FieldOptions {
  readonly shape: Shape
  /**
   * It holds values of another record under the names of its fields: the members that say which entity and which
   * record. Each is told to those who may read it there.
   */
  readonly ofRecord?: readonly [entity: string, id: string]
}

const MAX_BYTES = 16_384
const MAX_DEPTH = 8
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Structured data of a closed shape, at most 16 KB and eight levels deep. */
export const json: FieldKind<JsonOptions> = {
  name: 'json',
  graphql: 'JSON',
  filter: 'presence',
  sort: 'none',
  columns: single('jsonb'),
  parse: (value, field) => {
    const issue = check(value, field.options.shape, '', MAX_DEPTH)
    if (issue) return { ok: false, issue }
    const written = JSON.stringify(value)
    if (Buffer.byteLength(written) > MAX_BYTES) return no('tooLarge', { fr: 'Au plus {max} octets.', en: 'At most {max} bytes.' }, { max: MAX_BYTES })
    return ok(written)
  },
  compose: (parts) => JSON.parse(String(parts[''])) as unknown,
  select: plain,
}

const wrong = (path: string, expected: string): Issue => ({
  reason: 'shape', message: { fr: 'Forme inattendue : {expected} est attendu.', en: 'Unexpected shape: {expected} is expected.' },
  values: { expected }, ...(path ? { path } : {}),
})
const join = (path: string, key: string | number): string => (path ? `${path}.${key}` : String(key))

function check(value: unknown, shape: Shape, path: string, depth: number): Issue | undefined {
  if (depth === 0) return wrong(path, `at most ${MAX_DEPTH} levels`)
  switch (shape.type) {
    case 'string': return checkString(value, shape, path)
    case 'number': return Number.isFinite(value) ? undefined : wrong(path, 'number')
    case 'integer': return Number.isSafeInteger(value) ? undefined : wrong(path, 'integer')
    case 'boolean': return typeof value === 'boolean' ? undefined : wrong(path, 'boolean')
    case 'array': return checkArray(value, shape, path, depth)
    case 'map': return checkEntries(value, path, depth, () => shape.values)
    case 'object': return checkObject(value, shape, path, depth)
    case 'any': return checkAny(value, path, depth)
  }
}

function checkString(value: unknown, shape: Extract<Shape, { type: 'string' }>, path: string): Issue | undefined {
  if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) return wrong(path, 'string')
  if (shape.enum && !shape.enum.includes(value)) return wrong(path, shape.enum.join(' | '))
  return value.length > (shape.max ?? 2_000) ? wrong(path, `at most ${shape.max ?? 2_000} characters`) : undefined
}

function checkArray(value: unknown, shape: Extract<Shape, { type: 'array' }>, path: string, depth: number): Issue | undefined {
  if (!Array.isArray(value) || value.length > (shape.max ?? 200)) return wrong(path, `list of at most ${shape.max ?? 200}`)
  for (const [index, item] of value.entries()) {
    const issue = check(item, shape.items, join(path, index), depth - 1)
    if (issue) return issue
  }
  return undefined
}

function checkObject(value: unknown, shape: Extract<Shape, { type: 'object' }>, path: string, depth: number): Issue | undefined {
  const issue = checkEntries(value, path, depth, (key) => shape.properties[key])
  if (issue) return issue
  const missing = shape.required?.find((key) => !Object.hasOwn(value as object, key))
  return missing === undefined ? undefined : wrong(join(path, missing), 'value')
}

function checkEntries(value: unknown, path: string, depth: number, shapeOf: (key: string) => Shape | undefined): Issue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, 'object')
  for (const [key, item] of Object.entries(value)) {
    const shape = FORBIDDEN_KEYS.has(key) ? undefined : shapeOf(key)
    const issue = shape ? check(item, shape, join(path, key), depth - 1) : wrong(join(path, key), 'no such key')
    if (issue) return issue
  }
  return undefined
}

function checkAny(value: unknown, path: string, depth: number): Issue | undefined {
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return undefined
  if (typeof value === 'string') return checkString(value, { type: 'string', max: MAX_BYTES }, path)
  if (Array.isArray(value)) return checkArray(value, { type: 'array', items: { type: 'any' } }, path, depth)
  return checkEntries(value, path, depth, () => ({ type: 'any' }))
}
