import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, it } from 'vitest'
import { createAgeCipher } from './ageCipher.ts'
import { ensureKeyFile, noKeys, readKeyFile } from './keyFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'coulisses-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the key file', () => {
  it('is made once, for this account only', async () => {
    const path = join(folder, 'made', 'key.txt')
    await ensureKeyFile(path)
    const first = readFileSync(path, 'utf8')
    await ensureKeyFile(path)
    expect(readFileSync(path, 'utf8')).toBe(first)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readKeyFile(path).identities).toHaveLength(1)
  })

  it('may be missing', () => {
    expect(readKeyFile(join(folder, 'nowhere.txt'))).toEqual(noKeys)
  })

  it('names a line that is no key', () => {
    const path = join(folder, 'wrong.txt')
    writeFileSync(path, '# mine\n\nssh-ed25519 AAAA\n')
    expect(() => readKeyFile(path)).toThrow('line 3 is neither')
  })
})

describe('a text', () => {
  it('comes back, and its stored form tells nothing of it', async () => {
    const cipher = await createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    const stored = await cipher.encrypt('FR76 3000 6000 — « IBAN »')
    expect(stored).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(stored).not.toContain('3000')
    expect(await cipher.encrypt('FR76 3000 6000 — « IBAN »')).not.toBe(stored)
    expect(await cipher.decrypt(stored)).toBe('FR76 3000 6000 — « IBAN »')
  })

  it('is written for several readers', async () => {
    const [house, safe] = [await generateX25519Identity(), await generateX25519Identity()]
    const stored = await (await createAgeCipher({ identities: [house], recipients: [await identityToRecipient(safe)] })).encrypt('secret')
    expect(await (await createAgeCipher({ identities: [safe], recipients: [] })).decrypt(stored)).toBe('secret')
  })

  it('stays readable after a key was added', async () => {
    const [old, fresh] = [await generateX25519Identity(), await generateX25519Identity()]
    const stored = await (await createAgeCipher({ identities: [old], recipients: [] })).encrypt('secret')
    expect(await (await createAgeCipher({ identities: [fresh, old], recipients: [] })).decrypt(stored)).toBe('secret')
  })

  it('is refused clearly without the key, with another one, or damaged', async () => {
    const cipher = await createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    const stored = await cipher.encrypt('secret')
    const none = await createAgeCipher(noKeys)
    const other = await createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    await expect(none.encrypt('secret')).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'noKey' }] })
    await expect(none.decrypt(stored)).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'noKey' }] })
    await expect(other.decrypt(stored)).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'otherKey' }] })
    await expect(cipher.decrypt(stored.replace(/\n(.)/, '\nA'))).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'damaged' }] })
  })
})
