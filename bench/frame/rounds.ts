/** One of the things that are compared: does its work for a while and answers a figure. */
export interface Contender {
  readonly name: string
  readonly measure: () => Promise<number>
}

export interface Series {
  readonly name: string
  /** In the order of the rounds. */
  readonly figures: readonly number[]
  readonly median: number
  /** Half the distance between the quartiles, as a part of the median: how much the machine wavered. */
  readonly spread: number
}

/**
 * Measures the contenders in turns, so that whatever else the machine does meets all of them alike; each
 * round begins with another one, so that none always works in the wake of the same neighbour.
 */
export async function rounds(contenders: readonly Contender[], count = 5): Promise<ReadonlyMap<string, Series>> {
  const figures = new Map(contenders.map(({ name }): [string, number[]] => [name, []]))
  for (let round = 0; round < count; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(round + turn) % contenders.length]
      if (contender) figures.get(contender.name)?.push(await contender.measure())
    }
  }
  return new Map([...figures].map(([name, measured]) => [name, seriesOf(name, measured)]))
}

export function seriesOf(name: string, figures: readonly number[]): Series {
  const middle = median(figures)
  return { name, figures, median: middle, spread: middle === 0 ? 0 : (quantile(figures, 0.75) - quantile(figures, 0.25)) / 2 / middle }
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5)

function quantile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** The median of the ratios within each round: what troubled a whole round troubles it less than a ratio of medians. */
export function ratio(series: ReadonlyMap<string, Series>, of: string, to: string): number {
  const [one, other] = [series.get(of), series.get(to)]
  if (!one || !other) throw new Error(`nothing was measured for ${one ? to : of}`)
  return median(one.figures.map((figure, round) => figure / (other.figures[round] ?? Number.NaN)))
}
