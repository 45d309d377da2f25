import { afterAll, beforeAll, expect, test } from 'vitest'
import { client, startProvider, type TestProvider } from '../api/server/http/fixtures/provider.ts'
import { employee, openDesk, type Desk } from './desk.ts'

let desk: Desk
let provider: TestProvider
beforeAll(async () => {
  provider = await startProvider()
  desk = await openDesk({ issuer: provider.issuer, label: 'Maison Test', ...client })
})
afterAll(async () => {
  provider.stop()
  await desk.close()
})

test('where another house is configured, its button signs in the account with the verified address, and nobody else', async () => {
  Object.assign(provider.claims, { email: 'nobody@elsewhere.test', email_verified: true })
  const page = await desk.stranger()
  await page.goto('/admin/')
  await page.getByRole('link', { name: 'Se connecter avec Maison Test' }).click()
  await page.getByRole('alert').filter({ hasText: 'n’a pas abouti' }).waitFor()

  provider.claims.email = employee
  await page.getByRole('link', { name: 'Se connecter avec Maison Test' }).click()
  await page.getByRole('heading', { level: 1, name: /Bonjour Adrien/ }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: /Bonjour Adrien/ }).waitFor()
  expect(provider.exchanged.length).toBe(2)
})
