import { HttpError } from 'ra-core'
import { describe, expect, it, vi } from 'vitest'
import { fakeMeta } from '../test/fake/meta.ts'
import { createFake } from '../test/fake/server.ts'
import { canAccess, createAuthProvider } from './authProvider.ts'
import { createSession } from './session.ts'
import { expiryOf } from './token.ts'

const tokenUntil = (seconds: number): string => ['', JSON.stringify({ exp: seconds }), ''].map((part) => btoa(part)).join('.')
const answering = (answers: readonly unknown[]): typeof fetch => { let turn = 0; return async () => new Response(JSON.stringify(answers[turn++] ?? answers.at(-1))) }
const signed = (token: string) => ({ data: { data: { token, user: { id: 'u', email: 'a@b.fr', fullName: 'A' } } } })
const refusal = { errors: [{ message: 'non', extensions: { code: 'UNAUTHENTICATED' } }] }

describe('a session', () => {
  it('is found again by its cookie when the page is loaded anew', async () => {
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: createFake({ signedIn: true }).fetch })
    await session.start()
    expect(session.state()).toMatchObject({ is: 'in', user: { fullName: 'Élise Dupuis' } })
  })

  it('is opened by the right password only, and the form returns when it is closed', async () => {
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: createFake().fetch })
    await session.start()
    expect(session.state()).toEqual({ is: 'out', expired: false })
    await expect(session.signIn('a@b.fr', 'wrong')).rejects.toMatchObject({ status: 401, message: 'Adresse ou mot de passe incorrect.' })
    await session.signIn('a@b.fr', 'coulisses-demo')
    expect(session.state().is).toBe('in')
    await session.signOut()
    expect(session.state()).toEqual({ is: 'out', expired: false })
    expect(await session.token()).toBeUndefined()
  })

  it('renews its token before it ends, once for all who ask', async () => {
    const fetcher = vi.fn(answering([signed(tokenUntil(1_010)), signed(tokenUntil(9_000))]))
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: fetcher, now: () => 1_000_000 })
    await session.start()
    expect(await Promise.all([session.token(), session.token()])).toEqual([tokenUntil(9_000), tokenUntil(9_000)])
    expect(fetcher).toHaveBeenCalledTimes(2)
  })

  it('says that it expired when work was interrupted', async () => {
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: answering([signed('t'), refusal]) })
    await session.start()
    await expect(session.renew()).resolves.toBe(false)
    expect(session.state()).toEqual({ is: 'out', expired: true })
  })

  it('is not lost to a network that is away', async () => {
    let away = false
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: async (...args) => { if (away) throw new TypeError('away'); return answering([signed('t')])(...args) } })
    await session.start()
    away = true
    await expect(session.renew()).rejects.toThrow()
    expect(session.state().is).toBe('in')
    await session.start()
    expect(session.state()).toEqual({ is: 'unreachable' })
  })

  it('reads when a token ends, and lives with one that does not say', () => {
    expect(expiryOf(tokenUntil(12))).toBe(12_000)
    expect(expiryOf('opaque')).toBeUndefined()
  })
})

describe('what the caller may do', () => {
  it('is answered from adminMeta alone (pitfall 18)', () => {
    const meta = fakeMeta('fr', new Set(['Offer.delete', 'Client']))
    expect(canAccess(meta, 'edit', 'offers')).toBe(true)
    expect(canAccess(meta, 'delete', 'offers')).toBe(false)
    expect(canAccess(meta, 'list', 'clients')).toBe(false)
    expect(canAccess(meta, 'create', 'parties')).toBe(false)
    expect(canAccess(meta, 'something', 'offers')).toBe(false)
  })

  it('ends the session with a 401, not with a 403 (pitfall 5)', async () => {
    const session = createSession({ url: '/graphql', locale: 'fr', fetch: createFake({ signedIn: true }).fetch })
    await session.start()
    const provider = createAuthProvider(session, () => fakeMeta('fr'))
    await expect(provider.checkError(new HttpError('non', 403))).resolves.toBeUndefined()
    await expect(provider.checkError(new HttpError('non', 401))).rejects.toThrow('non')
    await expect(provider.logout({})).resolves.toBe(false)
    await expect(provider.checkAuth({})).rejects.toThrow()
  })
})
