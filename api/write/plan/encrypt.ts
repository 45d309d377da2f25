import { AppError } from '../../model/errors.ts'
import { below } from '../../model/issue.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import type { Cipher } from '../../crypto/cipher.ts'

/** Replaces the texts that the database must not see. Last of all, so that the rules have seen them in clear. */
export async function encrypt(cipher: Cipher, change: Change): Promise<void> {
  for (const [name, { value, columns }] of change.assigned) {
    const member = change.entity.members.get(name)
    if (member?.is !== 'field' || !member.kind.reveal || typeof value !== 'string') continue
    const stored = await encryptAt(cipher, value, join(change.path, name))
    change.assigned.set(name, { value: stored, columns: Object.fromEntries(Object.keys(columns).map((column) => [column, stored])) })
  }
}

/** Without a key only this field is refused, by its name. */
async function encryptAt(cipher: Cipher, value: string, path: string): Promise<string> {
  try {
    return await cipher.encrypt(value)
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, error.issues.map((issue) => below(path, issue)))
    throw error
  }
}
