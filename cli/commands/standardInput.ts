/** The first line of what is piped in: for secrets, which as arguments every user of the machine could read. */
export async function firstLine(): Promise<string> {
  let typed = ''
  for await (const part of process.stdin.setEncoding('utf8')) {
    typed += String(part)
    if (typed.includes('\n') || typed.length > 1_000) break
  }
  return typed.split(/\r?\n/)[0] ?? ''
}
