import { isObject } from '../data/meta.ts'

/** Milliseconds since 1970 at which a signed token ends, as it says itself; undefined for a token that does not say. */
export function expiryOf(token: string): number | undefined {
  try {
    const [, payload = ''] = token.split('.')
    const read: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return isObject(read) && typeof read['exp'] === 'number' ? read['exp'] * 1000 : undefined
  } catch {
    return undefined
  }
}
