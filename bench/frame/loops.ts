export interface LoopOptions {
  readonly workers: number
  readonly seconds: number
}

/** So many workers, each doing one piece after the other until the time is over. @returns pieces per second */
export async function piecesPerSecond(work: () => Promise<unknown>, { workers, seconds }: LoopOptions): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1_000
  let done = 0
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return done / ((performance.now() - begun) / 1_000)
}

/** Each of them once, by so many workers. @returns pieces per second */
export async function eachPerSecond<Piece>(pieces: readonly Piece[], work: (piece: Piece) => Promise<unknown>, workers: number): Promise<number> {
  const begun = performance.now()
  const waiting = pieces.values()
  await Promise.all(Array.from({ length: workers }, async () => {
    for (const piece of waiting) await work(piece)
  }))
  return pieces.length / ((performance.now() - begun) / 1_000)
}
