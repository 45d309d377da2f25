/**
 * Lets so many in at once; the others wait in turn, no longer than they would for a connection of the pool, whose words it uses.
 * Whoever is in gets what he calls when he leaves. @throws Error after so many milliseconds
 */
export function createGate(most: number, milliseconds: number): () => Promise<() => void> {
  let inside = 0
  const waiting = new Set<() => void>()
  const leave = (): void => {
    inside -= 1
    const [next] = waiting
    next?.()
  }
  const enter = (): (() => void) => {
    inside += 1
    return leave
  }
  return () => (inside < most ? Promise.resolve(enter()) : new Promise((resolve, reject) => {
    const come = (): void => {
      clearTimeout(timer)
      waiting.delete(come)
      resolve(enter())
    }
    const timer = setTimeout(() => {
      waiting.delete(come)
      reject(new Error('timeout exceeded when trying to connect'))
    }, milliseconds)
    waiting.add(come)
  }))
}
