import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, sign } from 'node:crypto'
import { base64url, SignJWT, UnsecuredJWT, type JWTHeaderParameters } from 'jose'
import { describe, expect, test } from 'vitest'
import { createTokens } from './tokens.ts'

const secret = 'a secret of this installation, long enough'
const claims = { userId: '01900000-0000-7000-8000-000000000001', sessionId: '01900000-0000-7000-8000-000000000002' }
const start = new Date('2027-03-28T00:30:00Z')
const good = createTokens({ secret, now: () => start })

const refused = { code: 'UNAUTHENTICATED', issues: [{ reason: 'tokenRefused' }] }
const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string]
const encode = (value: unknown): string => base64url.encode(JSON.stringify(value))

describe('an access token', () => {
  test('names account and session, and nothing else', async () => {
    const { token, expiresAt } = await good.issue(claims)
    expect(expiresAt).toEqual(new Date('2027-03-28T00:45:00Z'))
    expect(await good.verify(token)).toMatchObject(claims)
    const [header, payload] = parts(token).slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object)
    expect(header).toEqual({ alg: 'EdDSA', typ: 'at+jwt' })
    expect(payload).toEqual({ iss: 'coulisses', aud: 'coulisses', sub: claims.userId, sid: claims.sessionId, iat: 1806193800, exp: 1806194700 })
  })

  test('is of this installation: the same secret, the same key', async () => {
    const { token } = await good.issue(claims)
    expect(await createTokens({ secret, now: () => start }).verify(token)).toMatchObject(claims)
    await expect(createTokens({ secret: `${secret}.`, now: () => start }).verify(token)).rejects.toMatchObject(refused)
  })

  test('ends after fifteen minutes, also when it was seen before', async () => {
    let now = start
    const tokens = createTokens({ secret, now: () => now })
    const { token } = await tokens.issue(claims)
    now = new Date('2027-03-28T00:44:59Z')
    expect(await tokens.verify(token)).toMatchObject(claims)
    now = new Date('2027-03-28T00:45:00Z')
    await expect(tokens.verify(token)).rejects.toMatchObject(refused)
    await expect(createTokens({ secret, now: () => now }).verify(token)).rejects.toMatchObject(refused)
  })
})

// The real key, so that a test can make one thing wrong and nothing else.
const seed = Buffer.from(hkdfSync('sha256', secret, '', 'coulisses access token', 32))
const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' })
const publicKey = createPublicKey(key)
const draft = (header: JWTHeaderParameters = { alg: 'EdDSA', typ: 'at+jwt' }): SignJWT => new SignJWT({ sid: claims.sessionId }).setProtectedHeader(header)
  .setIssuer('coulisses').setAudience('coulisses').setSubject(claims.userId).setIssuedAt(start).setExpirationTime(new Date(start.getTime() + 900_000))
const signed = (header: object, payload: string): string => `${encode(header)}.${payload}.${base64url.encode(sign(null, Buffer.from(`${encode(header)}.${payload}`), key))}`

describe('a token for another door', () => {
  test('says so, and is nothing else', async () => {
    const { token } = await good.issue({ ...claims, audience: 'partner' })
    expect(await good.verify(token)).toMatchObject({ ...claims, audience: 'partner' })
    expect(await good.verify((await good.issue(claims)).token)).toMatchObject({ audience: 'coulisses' })
    await expect(good.verify(await draft().setAudience(['coulisses', 'partner']).sign(key))).rejects.toMatchObject(refused)
  })
})

describe('what is no access token', () => {
  test('the key of this test is the right one', async () => {
    expect(await good.verify(await draft().sign(key))).toMatchObject(claims)
    expect(await good.verify(signed({ alg: 'EdDSA', typ: 'at+jwt' }, parts(await draft().sign(key))[1]))).toMatchObject(claims)
  })

  test.each([
    ['of another audience', draft().setAudience('another')],
    ['of another issuer', draft().setIssuer('another')],
    ['of another type: a refresh token as an access token', draft({ alg: 'EdDSA', typ: 'rt+jwt' })],
    ['without a type', draft({ alg: 'EdDSA' })],
    ['from the future', draft().setIssuedAt(new Date(start.getTime() + 60_000))],
    ['that lives for a year', draft().setIssuedAt(new Date(start.getTime() - 3_600_000)).setExpirationTime(new Date('2028-01-01'))],
  ])('a token %s', async (_name, jwt) => {
    await expect(good.verify(await jwt.sign(key))).rejects.toMatchObject(refused)
  })

  test('a token with a critical header that we do not know', async () => {
    const [, payload] = parts(await draft().sign(key))
    await expect(good.verify(signed({ alg: 'EdDSA', typ: 'at+jwt', crit: ['x'], x: 1 }, payload))).rejects.toMatchObject(refused)
  })

  test('a token without a signature', async () => {
    const none = new UnsecuredJWT({ sid: claims.sessionId }).setSubject(claims.userId).setAudience('coulisses').setIssuer('coulisses').setIssuedAt(start).setExpirationTime('1h').encode()
    const [, payload] = parts((await good.issue(claims)).token)
    for (const token of [none, `${encode({ alg: 'none', typ: 'at+jwt' })}.${payload}.`, `${encode({ alg: 'None', typ: 'at+jwt' })}.${payload}.AA`]) {
      await expect(good.verify(token)).rejects.toMatchObject(refused)
    }
  })

  test('a token signed with the public key as if it were a shared secret', async () => {
    for (const shared of [publicKey.export({ type: 'spki', format: 'pem' }), publicKey.export({ type: 'spki', format: 'der' })]) {
      const token = await draft({ alg: 'HS256', typ: 'at+jwt' }).sign(Buffer.from(shared))
      await expect(good.verify(token)).rejects.toMatchObject(refused)
    }
  })

  test('a token that brings its own key', async () => {
    const own = generateKeyPairSync('ed25519')
    for (const header of [{ jwk: own.publicKey.export({ format: 'jwk' }) }, { jku: 'http://127.0.0.1/keys' }, { kid: '../../dev/null' }]) {
      const token = await draft({ alg: 'EdDSA', typ: 'at+jwt', ...header }).sign(own.privateKey)
      await expect(good.verify(token)).rejects.toMatchObject(refused)
    }
  })

  test('a token of which one claim was changed', async () => {
    const [header, payload, signature] = parts((await good.issue(claims)).token)
    const changed = encode({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()) as object, sub: claims.sessionId })
    await expect(good.verify(`${header}.${changed}.${signature}`)).rejects.toMatchObject(refused)
  })

  test.each(['', 'garbage', 'a.b.c', '..', `${'x'.repeat(5_000)}.y.z`])('%j', async (token) => {
    await expect(good.verify(token)).rejects.toMatchObject(refused)
  })
})
