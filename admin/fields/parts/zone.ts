/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((local - instant) / 60_000)
}

/** `2026-11-20T15:00` on a clock of the zone → `2026-11-20T14:00:00.000Z`; null where it is no time. */
export function toInstant(local: string, zone: string): string | null {
  const asUtc = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`)
  if (Number.isNaN(asUtc)) return null
  // Once for the offset, once more where the first guess lay on the other side of a change of the clocks.
  const guess = asUtc - offsetAt(asUtc, zone) * 60_000
  const instant = asUtc - offsetAt(guess, zone) * 60_000
  return new Date(instant).toISOString()
}

/** `2026-11-20T14:00:00.000Z` → `2026-11-20T15:00`, what a clock of the zone shows then. */
export function toLocal(instant: unknown, zone: string): string {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(time)) return ''
  return new Date(time + offsetAt(time, zone) * 60_000).toISOString().slice(0, 16)
}
