/** Names under which something secret, or personal, is given: nothing of it is told, not even its form. */
const secret = /pass|secret|token|code|key|auth|cookie|credential|session|pin|otp|iban|card|birth|phone|mail|name|address|note/i
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What somebody sent, as it may be kept in a report: the form of it, ids, numbers and choices, and no word that
 * a person wrote.
 */
export function shapeOf(value: unknown, depth = 4): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'undefined') return value ?? null
  if (typeof value === 'number') return Math.abs(value) < 1_000_000 ? value : '[number]'
  if (typeof value === 'string') return uuid.test(value) || /^[A-Z][A-Z_]{0,30}$/.test(value) ? value : `[text of ${value.length}]`
  if (typeof value !== 'object') return `[${typeof value}]`
  if (depth === 0) return '[…]'
  if (Array.isArray(value)) return [...value.slice(0, 10).map((one) => shapeOf(one, depth - 1)), ...(value.length > 10 ? [`[${value.length - 10} more]`] : [])]
  return Object.fromEntries(Object.entries(value).slice(0, 30).map(([name, one]) =>
    (/^\w{1,40}$/.test(name) ? [name, secret.test(name) && one !== null ? '[masked]' : shapeOf(one, depth - 1)] : ['[name]', '[masked]'])))
}
