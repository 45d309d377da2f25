import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpApp } from './app.ts'
import { backOfficeRoutes } from './backOffice.ts'
import { healthRoutes } from './health.ts'
import { startPage, startPageRoutes } from './startPage.ts'

let folder: string
let app: FastifyInstance
let base: string
let state: { started: boolean; database: boolean }
let reports: unknown[]

async function open(build: string): Promise<void> {
  reports = []
  state = { started: true, database: true }
  const report = (error: unknown): void => { reports.push(error) }
  app = createHttpApp({ report, trustProxy: false, secure: false })
  await app.register(startPageRoutes({}))
  await app.register(healthRoutes({ started: () => state.started, ping: () => (state.database ? Promise.resolve() : Promise.reject(new Error('away'))) }))
  await app.register(backOfficeRoutes({ folder: build, report }))
  base = await app.listen({ host: '127.0.0.1', port: 0 })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coulisses-pages-'))
  await mkdir(join(folder, 'build/assets'), { recursive: true })
  const script = 'console.log("the back office")\n'.repeat(100)
  await writeFile(join(folder, 'build/index.html'), '<!doctype html><title>Coulisses</title>')
  await writeFile(join(folder, 'build/assets/index-B1a2c3.js'), script)
  await writeFile(join(folder, 'build/assets/index-B1a2c3.js.br'), brotliCompressSync(script))
  await writeFile(join(folder, 'secret.txt'), 'beside the build')
  await open(join(folder, 'build'))
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(base + path, { headers, redirect: 'manual' })

describe('the back office', () => {
  test.each(['/admin/', '/admin/index.html', '/admin/castingOffers/01900000', '/admin/x?y=a.b'])('answers %s with its page, asked for anew each time', async (path) => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    expect(await response.text()).toContain('<title>Coulisses</title>')
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'self'`)
  })

  test('gives files with a name of their content to be kept for ever, compressed where they lie so', async () => {
    const plain = await get('/admin/assets/index-B1a2c3.js', { 'accept-encoding': 'identity' })
    expect([plain.status, plain.headers.get('cache-control'), plain.headers.get('content-encoding')]).toEqual([200, 'public, max-age=31536000, immutable', null])
    const small = await get('/admin/assets/index-B1a2c3.js', { 'accept-encoding': 'gzip, br' })
    expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual(['br', 'accept-encoding'])
    expect(small.headers.get('content-type')).toMatch(/javascript; charset=utf-8$/)
    expect(await small.text()).toBe(await plain.text())
  })

  test('leads to its folder', async () => {
    const response = await get('/admin')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/admin/'])
  })

  test.each(['/admin/assets/missing.js', '/admin/../secret.txt', '/admin/..%2fsecret.txt', '/admin/%2e%2e/secret.txt', '/admin/assets/..%5c..%5csecret.txt'])('has no %s', async (path) => {
    const response = await get(path)
    expect([400, 403, 404]).toContain(response.status)
    expect(await response.text()).not.toContain('beside the build')
    expect(reports).toEqual([])
  })

  test('that is not built says how to build it', async () => {
    await app.close()
    await open(join(folder, 'nothing'))
    const response = await get('/admin/')
    expect([response.status, await response.text()]).toEqual([503, 'The back office is not built yet: npm run build\n'])
  })
})

describe('the state', () => {
  test('is ready when everything was started and the database answers', async () => {
    const ready = async (): Promise<unknown[]> => { const response = await get('/health/ready'); return [response.status, await response.json()] }
    expect(await ready()).toEqual([200, { status: 'ready' }])
    state.database = false
    expect(await ready()).toEqual([503, { status: 'unavailable' }])
    expect((await get('/health/live')).status).toBe(200)
    state = { started: false, database: true }
    expect(await ready()).toEqual([503, { status: 'starting' }])
    expect(reports).toEqual([])
  })
})

describe('the start page', () => {
  test('says in French and in English what this is and where things are', async () => {
    const page = await (await get('/')).text()
    expect(page).toContain('<html lang="fr">')
    expect(page.indexOf('lang="fr"')).toBeLessThan(page.indexOf('<section lang="en">'))
    for (const part of ['href="/admin/"', '<code>/graphql</code>', 'href="/health/ready"', 'spectacle vivant', 'live entertainment']) expect(page).toContain(part)
    expect(page).not.toContain('Comptes de démonstration')
  })

  test('names the accounts of a demonstration, and nothing in them becomes markup', () => {
    const page = startPage({ demonstration: { password: 'coulisses-demo', accounts: [{ email: 'admin@coulisses.test', role: { fr: 'Administrateur', en: 'Administrator' } }, { email: '<script>', role: { fr: '&', en: '"' } }] } })
    for (const part of ['admin@coulisses.test', 'coulisses-demo', 'Administrateur', 'Administrator', '&lt;script&gt;', '&amp;', '&quot;']) expect(page).toContain(part)
    expect(page).not.toContain('<script>')
  })
})
