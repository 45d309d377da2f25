import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { identityToRecipient } from 'age-encryption'
import sql from 'sql-template-tag'
import type { Pool } from 'pg'
import { createAgeCipher } from '../../crypto/ageCipher.ts'
import { addKey, readKeyFile, type Keys } from '../../crypto/keyFile.ts'
import { rekey } from '../../crypto/rekey.ts'
import type { Model } from '../../model/model.ts'
import type { Writer } from '../../write/index.ts'
import type { Config } from '../config.ts'
import { say } from '../console.ts'
import { createPool } from '../database/connect.ts'
import { houseCaller, type House } from '../house.ts'
import type { Lifecycle } from '../lifecycle.ts'
import { StartError } from '../startError.ts'

/** Milliseconds after which every process that serves has seen a new key in the file. */
const SEEN = 2_500
const MOST_PASSES = 5

/** Names the keys of the file in the database, by their public halves, the oldest first. */
export async function registerKeys(writer: Pick<Writer, 'mutate'>, file: string, keys: Keys = readKeyFile(file)): Promise<void> {
  const publicKeys = await Promise.all(keys.identities.map((identity) => identityToRecipient(identity)))
  await writer.mutate(houseCaller('keys'), async (work) => {
    for (const publicKey of publicKeys.toReversed()) {
      await work.query(sql`insert into encryption_key (name, number, algorithm, public_key, private_key_ref, active_from)
        select 'fields', coalesce(max(number), 0) + 1, 'age X25519', ${publicKey}, ${`file:${file}`}, now() from encryption_key having not coalesce(bool_or(public_key = ${publicKey}), false)`)
    }
  })
}

export interface RotateOptions {
  readonly model: Model
  readonly pool: Pool
  readonly writer: Pick<Writer, 'mutate'>
  readonly file: string
  /** Goes on with a rotation that was stopped, instead of making another key. */
  readonly resume: boolean
  readonly say: (line: string) => void
  readonly wait?: number
}

/**
 * A new key becomes the one that is written for; what older ones hold is encrypted anew while everything goes
 * on; then the older ones are retired. Their private halves stay in the file until somebody takes them out:
 * backups from before still need them.
 * @returns whether nothing is left for the older keys
 */
export async function rotateKeys({ model, pool, writer, file, resume, say, wait = SEEN }: RotateOptions): Promise<boolean> {
  if (!resume) await addKey(file)
  const keys = readKeyFile(file)
  await registerKeys(writer, file, keys)
  const current = await identityToRecipient(keys.identities[0] ?? '')
  say(`Writing for ${current} from now on.`)
  await pause(wait)
  const cipher = createAgeCipher(keys)
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const { values, renewed, unreadable } = await rekey({ model, pool, cipher })
    say(`Pass ${pass}: ${values} texts, ${renewed} encrypted anew${unreadable > 0 ? `, ${unreadable} that no key opens` : ''}.`)
    if (renewed > 0) continue
    if (unreadable > 0) {
      say('The older keys stay active: texts are left that none of the keys in the file opens.')
      return false
    }
    await writer.mutate(houseCaller('keys:rotate'), (work) => work.query(sql`update encryption_key set state = 'RETIRED', retired_at = now() where public_key <> ${current} and state = 'ACTIVE'`))
    say(`Done. The older keys in ${file} are only needed for backups from before.`)
    return true
  }
  say('Texts are still being written for older keys: does every process that serves read the same key file?')
  return false
}

/** `npm run keys:rotate`, beside a server that runs or without one. @returns the exit code */
export async function runRotation(life: Lifecycle, config: Config, url: string, { model, writer }: House, args: readonly string[]): Promise<number> {
  const resume = readResume(args)
  const pool = await life.step('Keys', () => createPool({ url, max: 2, applicationName: 'coulisses-keys' }), (open) => open.end())
  return await rotateKeys({ model, pool, writer, file: config.ageKeyFile, resume, say }) ? 0 : 1
}

function readResume(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { continue: { type: 'boolean' } } }).values.continue === true
  } catch {
    throw new StartError(['npm run keys:rotate makes a new key and encrypts anew; npm run keys:rotate -- --continue goes on with a rotation that was stopped'], { exitCode: 2 })
  }
}
