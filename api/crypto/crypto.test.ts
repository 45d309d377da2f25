import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, it } from 'vitest'
import { createAgeCipher } from './ageCipher.ts'
import { addKey, ensureKeyFile, noKeys, readKeyFile, watchKeyFile } from './keyFile.ts'

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
    const cipher = createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    const stored = await cipher.encrypt('FR76 3000 6000 — « IBAN »')
    expect(stored).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(stored).not.toContain('3000')
    expect(await cipher.encrypt('FR76 3000 6000 — « IBAN »')).not.toBe(stored)
    expect(await cipher.decrypt(stored)).toBe('FR76 3000 6000 — « IBAN »')
  })

  it('is written for several readers', async () => {
    const [house, safe] = [await generateX25519Identity(), await generateX25519Identity()]
    const stored = await createAgeCipher({ identities: [house], recipients: [await identityToRecipient(safe)] }).encrypt('secret')
    expect(await createAgeCipher({ identities: [safe], recipients: [] }).decrypt(stored)).toBe('secret')
  })

  it('stays readable after a key was added', async () => {
    const [old, fresh] = [await generateX25519Identity(), await generateX25519Identity()]
    const stored = await createAgeCipher({ identities: [old], recipients: [] }).encrypt('secret')
    expect(await createAgeCipher({ identities: [fresh, old], recipients: [] }).decrypt(stored)).toBe('secret')
  })

  it('is written for the newest key only, and a key that is added counts within a second', async () => {
    const path = join(folder, 'watched.txt')
    await ensureKeyFile(path)
    let clock = 0
    const cipher = createAgeCipher(watchKeyFile(path, () => clock))
    const before = await cipher.encrypt('secret')
    const [old = ''] = readKeyFile(path).identities
    await addKey(path)
    expect(await cipher.isCurrent(before)).toBe(true)
    clock = 1_001
    expect(await cipher.isCurrent(before)).toBe(false)
    const after = await cipher.encrypt('secret')
    expect(await Promise.all([before, after].map((stored) => cipher.decrypt(stored)))).toEqual(['secret', 'secret'])
    await expect(createAgeCipher({ identities: [old], recipients: [] }).decrypt(after)).rejects.toMatchObject({ issues: [{ reason: 'otherKey' }] })
    writeFileSync(path, 'half of a file that somebody edits')
    clock = 3_000
    expect(await cipher.decrypt(after)).toBe('secret')
  })

  it('is refused clearly without the key, with another one, or damaged', async () => {
    const cipher = createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    const stored = await cipher.encrypt('secret')
    const none = createAgeCipher(noKeys)
    const other = createAgeCipher({ identities: [await generateX25519Identity()], recipients: [] })
    await expect(none.encrypt('secret')).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'noKey' }] })
    await expect(none.decrypt(stored)).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'noKey' }] })
    await expect(other.decrypt(stored)).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'otherKey' }] })
    await expect(cipher.decrypt(stored.replace(/\n(.)/, '\nA'))).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'damaged' }] })
  })
})
