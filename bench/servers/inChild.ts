import type { Setting } from './child.ts'

/** The other end of `start`: serves what it is given to serve, answers for its memory, ends with its parent. */
export function serve(listen: (setting: Setting) => Promise<string>): void {
  let serving = false
  process.on('message', (message: Setting | { readonly memory: true }) => {
    if (serving) process.send?.({ memory: process.memoryUsage.rss() })
    else {
      serving = true
      void listen(message as Setting).then((url) => process.send?.({ url }))
    }
  })
  process.on('disconnect', () => process.exit(0))
}
