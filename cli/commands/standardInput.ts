/** The first lines of what is piped in: for secrets, which as arguments every user of the machine could read. */
export async function firstLines(count: number): Promise<readonly string[]> {
  let typed = ''
  for await (const part of process.stdin.setEncoding('utf8')) {
    typed += String(part)
    if (typed.split('\n').length > count || typed.length > 1_000) break
  }
  return typed.split(/\r?\n/).slice(0, count)
}

export const firstLine = async (): Promise<string> => (await firstLines(1))[0] ?? ''
