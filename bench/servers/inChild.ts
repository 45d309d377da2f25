import type { Setting, Usage } from './child.ts'

/** The other end of `start`: serves what it is given to serve, answers for what it uses, ends with its parent. */
export function serve(listen: (setting: Setting) => Promise<string>): void {
  let serving = false
  process.on('message', (message: Setting | { readonly usage: true }) => {
    if (serving) process.send?.({ usage: usageNow() })
    else {
      serving = true
      void listen(message as Setting).then((url) => process.send?.({ url }))
    }
  })
  process.on('disconnect', () => process.exit(0))
}

function usageNow(): Usage {
  const { user, system } = process.cpuUsage()
  return { memory: process.memoryUsage.rss(), cpu: (user + system) / 1_000 }
}
