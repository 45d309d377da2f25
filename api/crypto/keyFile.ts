import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'

/** What a key file holds, in the form of the `age` command: secret keys, and public keys of further readers. */
export interface Keys {
  /** `AGE-SECRET-KEY-1…`: the newest first; older ones still open what was written for them. */
  readonly identities: readonly string[]
  /** `age1…`: whoever holds their secret key can read as well, for example a key kept in a safe. */
  readonly recipients: readonly string[]
}

export const noKeys: Keys = { identities: [], recipients: [] }

/**
 * Reads the key file, which lies outside the database and outside its backups. A missing file gives
 * no keys: everything else works on, only encrypted fields answer an error.
 * @throws Error naming the line that is none of the two forms.
 */
export function readKeyFile(path: string): Keys {
  if (!existsSync(path)) return noKeys
  const lines = readFileSync(path, 'utf8').split('\n').map((line) => line.trim())
  const wrong = lines.findIndex((line) => line !== '' && !line.startsWith('#') && !isIdentity(line) && !isRecipient(line))
  if (wrong >= 0) throw new Error(`${path}: line ${wrong + 1} is neither a secret key (AGE-SECRET-KEY-1…) nor a public key (age1…).`)
  return { identities: lines.filter(isIdentity), recipients: lines.filter(isRecipient) }
}

/** Writes a new key, readable for this account only. Does nothing where a file is there: a lost key is lost data. */
export async function ensureKeyFile(path: string): Promise<void> {
  if (existsSync(path)) return
  const identity = await generateX25519Identity()
  const text = `# Opens the encrypted fields. Keep a copy outside of this machine: without it they are lost.\n# public key: ${await identityToRecipient(identity)}\n${identity}\n`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
}

/** Puts a new key before those that are there. The file is replaced as a whole, so that whoever reads it finds one or the other. */
export async function addKey(path: string): Promise<void> {
  if (!existsSync(path)) return await ensureKeyFile(path)
  const identity = await generateX25519Identity()
  const text = `# public key: ${await identityToRecipient(identity)}, the one that is written for since ${new Date().toISOString()}\n${identity}\n${readFileSync(path, 'utf8')}`
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Milliseconds for which the file is believed to be as it was. */
const BELIEVED = 1_000

/** The keys as the file has them now: a key that is added, or taken away, counts within a second. */
export function watchKeyFile(path: string, now: () => number = () => performance.now()): () => Keys {
  let keys = readKeyFile(path)
  let state = stateOf(path)
  let looked = now()
  return () => {
    if (now() - looked < BELIEVED) return keys
    looked = now()
    const found = stateOf(path)
    if (found !== state) [keys, state] = [readOr(keys, path), found]
    return keys
  }
}

/** A file that is being edited and makes no sense yet changes nothing: the keys that we have still open everything. */
function readOr(keys: Keys, path: string): Keys {
  try {
    return readKeyFile(path)
  } catch {
    return keys
  }
}

function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : ''
}

const isIdentity = (line: string): boolean => /^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(line)
const isRecipient = (line: string): boolean => /^age1[0-9a-z]+$/.test(line)
