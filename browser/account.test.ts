import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { employee, openDesk, type Desk } from './desk.ts'
import { phone } from './launch.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const SENTENCE = 'une toute autre phrase'

/** Address in the back office to which the last mail leads. */
async function linkOf(recipient: string): Promise<string> {
  await desk.server.work()
  const [mail] = await desk.server.sql('select body from outbound_message where recipient = $1 order by created_at desc limit 1', [recipient])
  return /\/admin\/#password=[\w-]+/.exec(String(mail?.['body']))?.[0] ?? ''
}
async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(employee)
  await page.getByLabel(/^Mot de passe/).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compte' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
}

test('a forgotten password is replaced by the link of a mail; then a second factor is set up, and asked for', async () => {
  const page = await desk.stranger()
  await page.goto('/admin/')
  await page.getByRole('button', { name: 'Mot de passe oublié' }).click()
  await page.getByLabel('E-mail').fill(employee)
  // By the keyboard alone.
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'un lien vient de partir' }).waitFor()

  await page.goto(await linkOf(employee))
  await page.reload()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  await page.getByRole('button', { name: 'Mot de passe oublié' }).click()
  await page.getByLabel('E-mail').fill(employee)
  await page.keyboard.press('Enter')
  await page.getByRole('status').waitFor()
  await page.goto('/')
  await page.goto(await linkOf(employee))
  await page.getByLabel(/^Nouveau mot de passe/).fill(SENTENCE)
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel(/^Encore une fois/).fill('autre chose encore')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('alert').filter({ hasText: 'différentes' }).waitFor()
  await page.getByLabel(/^Encore une fois/).fill(SENTENCE)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('alert').filter({ hasText: 'enregistré' }).waitFor()
  await signIn(page, SENTENCE)
  await page.getByRole('heading', { level: 1, name: /Bonjour Adrien/ }).waitFor()

  await page.getByRole('button', { name: 'Compte' }).click()
  await page.getByRole('menuitem', { name: 'Mon compte' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor()
  await page.getByRole('button', { name: 'Mettre en place' }).click()
  const secret = (await page.locator('[data-secret]').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code du téléphone').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await page.getByRole('button', { name: 'Confirmer' }).click()
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem')
  await codes.first().waitFor()
  expect(await codes.count()).toBe(10)
  const code = await codes.first().innerText()
  await page.getByRole('button', { name: 'Je les ai notés' }).click()
  await page.getByText('Codes de secours restants : 10').waitFor()

  await signOut(page)
  await signIn(page, SENTENCE)
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('alert').filter({ hasText: 'pas le bon' }).waitFor()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor()
  await page.getByText('Codes de secours restants : 9').waitFor()
})

test('on a telephone, one sees where one is signed in, ends the others, and makes a key that is shown once', async () => {
  const page = await desk.person('admin@coulisses.test', 'account', { viewport: phone })
  const other = await desk.person('admin@coulisses.test', 'clients')
  await other.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
  await page.reload()
  const sessions = page.getByRole('region', { name: 'Sessions ouvertes' })
  await sessions.getByText('Celle-ci').waitFor()
  await sessions.getByRole('button', { name: 'Fermer toutes les autres' }).click()
  await sessions.getByRole('listitem').nth(1).waitFor({ state: 'detached' })
  await other.reload()
  await other.getByRole('button', { name: 'Se connecter' }).waitFor()

  const keys = page.getByRole('region', { name: 'Clés d’API' })
  await keys.getByLabel('Nom de la clé').fill('Export du lundi')
  await keys.getByRole('button', { name: 'Créer la clé' }).click()
  const secret = await keys.getByText(/^cou_/).innerText()
  const { data } = await desk.server.graphql<{ me: { email: string } }>('{ me { email } }', {}, secret)
  expect(data).toEqual({ me: { email: 'admin@coulisses.test' } })
  await keys.getByRole('button', { name: 'Je l’ai gardée' }).click()
  await keys.getByText(/^cou_/).waitFor({ state: 'detached' })
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
})
