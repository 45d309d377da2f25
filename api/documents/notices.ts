import type { Registered } from './registry.ts'

type Door = 'SITE' | 'PARTNER'
export const paths: Readonly<Record<Door, string>> = { SITE: '/site', PARTNER: '/partner' }

/** RFC 9745, RFC 8594, and where to go instead. */
export function noticesOf(door: Door, { deprecatedAt, sunsetAt, successor }: Registered): Readonly<Record<string, string>> {
  return {
    ...(deprecatedAt ? { deprecation: `@${Math.floor(deprecatedAt.getTime() / 1_000)}` } : {}),
    ...(sunsetAt ? { sunset: sunsetAt.toUTCString() } : {}),
    ...(successor === undefined ? {} : { link: `<${paths[door]}/${successor}>; rel="successor-version"` }),
  }
}
