/**
 * A start that cannot go on, told to the person at the console: what is wrong and what to do, one
 * line per fault. It is printed without a stack, because the person can mend it without our code.
 */
export class StartError extends Error {
  readonly lines: readonly string[]
  readonly exitCode: number

  constructor(lines: string | readonly string[], options: { exitCode?: number; cause?: unknown } = {}) {
    const all = typeof lines === 'string' ? [lines] : lines
    super(all.join('\n'), options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StartError'
    this.lines = all
    this.exitCode = options.exitCode ?? 1
  }
}

/** The system's short name of what went wrong: `ENOSPC`, `EADDRINUSE`, or an SQLSTATE. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const fileFaults: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user; give the user the right, or set DATA_DIR to another folder',
  EPERM: 'may not be written by this user; give the user the right, or set DATA_DIR to another folder',
  ENOENT: 'cannot be made there; set DATA_DIR to a folder that can be written',
  EROFS: 'lies on a read-only disk; set DATA_DIR to a folder that can be written',
  ENOSPC: 'lies on a full disk; free some space and start again',
  EDQUOT: 'is over its disk quota; free some space and start again',
  ENOTDIR: 'is not a folder; move that file away, or set DATA_DIR to a folder',
  EEXIST: 'is not a folder; move that file away, or set DATA_DIR to a folder',
  ENAMETOOLONG: 'has too long a name; set DATA_DIR to a shorter path',
  ELOOP: 'is a circle of links; set DATA_DIR to a real folder',
}

/** Turns a refusal of the file system into one line; anything unforeseen stays as it is. */
export function fileFault(error: unknown, path: string): unknown {
  const fault = fileFaults[codeOf(error) ?? '']
  return fault === undefined ? error : new StartError(`${path} ${fault}.`, { cause: error })
}

/** Turns a refusal to listen into one line. */
export function listenFault(error: unknown, host: string, port: number): unknown {
  const next = port < 65535 ? port + 1 : port - 1
  const faults: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is already in use: stop the program that holds it, or choose another one with PORT=${next}.`,
    EACCES: `This user may not listen on port ${port}: choose one above 1023, such as PORT=4000.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: set HOST to one of its addresses, such as 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `The name ${host} is unknown on this machine: set HOST to an address, such as 127.0.0.1 or 0.0.0.0.`,
  }
  const line = faults[codeOf(error) ?? '']
  return line === undefined ? error : new StartError(line, { cause: error })
}
