import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Whether a process of this number lives. One that died and waits to be buried by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return statFields(pid)?.[0] !== 'Z'
}

/**
 * Something that two processes of one number never share: when the process began. Empty where the
 * system does not tell, so that the number alone decides.
 */
export function birthMark(pid: number): string {
  const fields = statFields(pid)
  // The fields follow the name of the program: the state is the third field, the start the 22nd.
  if (fields !== undefined) return fields[19] ?? ''
  return process.platform === 'win32' ? '' : ps(pid, 'lstart=')
}

/** Whether this process is a PostgreSQL server that works in the given folder (its real path). */
export function isServerOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  }
  return process.platform === 'win32' || ps(pid, 'command=').includes(folder)
}

function statFields(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string {
  try {
    // The same words in every session: a date that is written in another language is another mark.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    return execFileSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
