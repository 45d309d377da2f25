/** The word that somebody probably meant: at most two slips away, or begun rightly. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const [best] = known.map((word) => ({ word, slips: distance(typed.slice(0, 60), word) })).sort((one, other) => one.slips - other.slips)
  if (best && best.slips <= 2) return best.word
  return typed.replace(/^-+/, '').length < 2 ? undefined : known.find((word) => word.startsWith(typed))
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return row[other.length] ?? one.length
}
