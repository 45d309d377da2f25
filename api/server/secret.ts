import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { codeOf, fileFault, StartError } from './startError.ts'

/**
 * A random secret that is made once and kept in a file that only we may read. `made` tells that it
 * is new, so that whatever was locked with an older one can be told.
 */
export function keepSecret(path: string): { secret: string; made: boolean } {
  const found = readSecret(path)
  if (found !== undefined) return { secret: found, made: false }
  const secret = randomBytes(32).toString('base64url')
  try {
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return { secret, made: true }
  } catch (error) {
    // Another process of ours was faster: its secret is the one.
    if (codeOf(error) === 'EEXIST') return { secret: readSecret(path) ?? secret, made: false }
    throw fileFault(error, path)
  }
}

function readSecret(path: string): string | undefined {
  try {
    const secret = readFileSync(path, 'utf8').trim()
    if (!/^[\w-]{32,}$/.test(secret)) throw new StartError(`${path} is damaged: delete it, and a new key is made at the next start.`)
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
    return secret
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw fileFault(error, path)
  }
}
