import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, employee, openDesk, type Desk } from './desk.ts'
import { field, offerId, save } from './hands.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

/** Two people with the form of the same offer open. */
async function two(place: number): Promise<{ id: string; adrien: Page; mathilde: Page }> {
  const id = await offerId(desk.server, place)
  const [adrien, mathilde] = await Promise.all([desk.person(employee, `castingOffers/${id}`), desk.person(admin, `castingOffers/${id}`)])
  await Promise.all([adrien, mathilde].map((page) => field(page, 'Titre').waitFor()))
  return { id, adrien, mathilde }
}

const offer = async (id: string): Promise<unknown> => (await desk.server.sql('select title, posts from casting_offer where id = $1', [id]))[0]
const saved = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Historique' }).waitFor()

test('changes of different fields merge, without a question', async () => {
  const { id, adrien, mathilde } = await two(5)
  await field(adrien, 'Titre').fill('Titre d’Adrien')
  await save(adrien)
  await saved(adrien)
  await field(mathilde, 'Nombre de postes').fill('7')
  await save(mathilde)
  await saved(mathilde)
  await mathilde.getByRole('heading', { level: 1, name: 'Titre d’Adrien' }).waitFor()
  expect(await offer(id)).toEqual({ title: 'Titre d’Adrien', posts: 7 })
})

test('changes of the same field are shown side by side, and a person says which stays', async () => {
  const { id, adrien, mathilde } = await two(6)
  await field(adrien, 'Titre').fill('Titre d’Adrien')
  await save(adrien)
  await saved(adrien)
  await field(mathilde, 'Titre').fill('Titre de Mathilde')
  await field(mathilde, 'Nombre de postes').fill('9')
  await save(mathilde)

  const dialog = mathilde.getByRole('dialog', { name: 'Cet enregistrement a été modifié entre-temps' })
  await dialog.getByText(/Dernière modification\s: Adrien Pasquet/).waitFor()
  const choose = dialog.getByRole('button', { name: 'Enregistrer ces choix' })
  expect(await choose.isDisabled()).toBe(true)
  // Back to the form first: nothing that was typed is lost.
  await dialog.getByRole('button', { name: 'Revenir au formulaire' }).click()
  expect(await field(mathilde, 'Titre').inputValue()).toBe('Titre de Mathilde')
  expect(await offer(id)).toMatchObject({ title: 'Titre d’Adrien' })
  await save(mathilde)
  await dialog.getByRole('radio', { name: /La valeur enregistrée Titre d’Adrien/ }).waitFor()
  await dialog.getByRole('radio', { name: /Votre valeur Titre de Mathilde/ }).check()
  await choose.click()
  await saved(mathilde)
  expect(await offer(id)).toEqual({ title: 'Titre de Mathilde', posts: 9 })
})

test('what is not saved is asked about before it is left', async () => {
  const id = await offerId(desk.server, 7)
  const page = await desk.person(employee, `castingOffers/${id}`)
  const menu = page.getByRole('navigation', { name: 'Menu principal' })
  await field(page, 'Titre').fill('Pas encore enregistré')
  page.once('dialog', (dialog) => { void dialog.dismiss() })
  const [asked] = await Promise.all([page.waitForEvent('dialog'), menu.getByRole('link', { name: 'Clients' }).click()])
  expect(asked.type()).toBe('confirm')
  expect(await field(page, 'Titre').inputValue()).toBe('Pas encore enregistré')

  page.once('dialog', (dialog) => { void dialog.accept() })
  await menu.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
  // Nothing typed, nothing asked: a dialog that nobody answers would hold the page.
  await page.goBack()
  await field(page, 'Titre').waitFor()
  await menu.getByRole('link', { name: 'Prospects' }).click()
  await page.getByRole('heading', { level: 1, name: 'Prospects' }).waitFor()
})
