/** Times are counted in classes, each a quarter longer than the one before: from a tenth of a millisecond to more than a minute. */
export const BUCKETS = 60
const FIRST = 0.1
const STEP = 1.25

export const bucketOf = (milliseconds: number): number =>
  (milliseconds <= FIRST ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(milliseconds / FIRST) / Math.log(STEP))))

/** The longest time of the class in which this part of the calls ended; null without calls. */
export function percentile(times: readonly number[], part: number): number | null {
  const all = times.reduce((sum, count) => sum + count, 0)
  if (all === 0) return null
  let passed = 0
  const bucket = times.findIndex((count) => (passed += count) >= all * part)
  return Math.round(FIRST * STEP ** bucket * 100) / 100
}

/** The classes of several days, put together. */
export function added(days: unknown): readonly number[] {
  const sums: number[] = []
  for (const day of Array.isArray(days) ? days : []) {
    for (const [index, count] of (Array.isArray(day) ? day : []).entries()) sums[index] = (sums[index] ?? 0) + Number(count)
  }
  return sums
}
