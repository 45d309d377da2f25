const browsers = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const

/** How people call what a browser says of itself: "Firefox, Windows". */
export function deviceOf(userAgent: string | null): string {
  const found = (names: readonly (readonly [string, string])[]): string | undefined => names.find(([mark]) => userAgent?.includes(mark))?.[1]
  return [found(browsers), found(systems)].filter(Boolean).join(', ') || userAgent?.slice(0, 40) || '?'
}
