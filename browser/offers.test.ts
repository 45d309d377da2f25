import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { employee, openDesk, type Desk } from './desk.ts'
import { chooseLanguage, countRows, field, offerId, option, save } from './hands.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const search = (page: Page) => page.getByRole('searchbox', { name: 'Chercher : Offres de casting' })

test('an offer is found by words without accents, and opened', async () => {
  const page = await desk.person(employee, 'castingOffers')
  await search(page).fill('eclairagiste terres brulees')
  await countRows(page, 1)
  await page.getByRole('row', { name: /Éclairagiste pour « Terres brûlées »/ }).getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: 'Éclairagiste pour « Terres brûlées »' }).waitFor()
  await page.goBack()
  // The list is as it was left.
  await countRows(page, 1)
  expect(await search(page).inputValue()).toBe('eclairagiste terres brulees')
})

test('words, filters and order stand in the address, and are there again after a reload', async () => {
  const page = await desk.person(employee, 'castingOffers')
  await search(page).fill('comedien')
  await option(page, 'État', 'Brouillon')
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => url.search.includes('comedien') && url.search.includes('DRAFT'))
  // Four of the demonstration are both: only then is what was asked for on the screen.
  await countRows(page, 4)
  await page.getByRole('button', { name: /^Trier par titre/ }).click()
  await page.waitForURL((url) => url.search.includes('sort=title') && url.search.includes('comedien') && url.search.includes('DRAFT'))
  const titles = page.locator('tbody tr td:nth-child(3)')
  await expect.poll(async () => {
    const shown = await titles.allTextContents()
    return shown.length === 4 && shown.toSorted(new Intl.Collator('fr').compare).join() === shown.join()
  }, { timeout: 30_000 }).toBe(true)
  const before = await titles.allTextContents()

  const address = page.url()
  await page.reload()
  await titles.first().waitFor()
  expect(await titles.allTextContents()).toEqual(before)
  expect(page.url()).toBe(address)
  expect(await search(page).inputValue()).toBe('comedien')

  await page.getByRole('button', { name: 'Supprimer tous les filtres' }).click()
  await page.getByText(/sur 300/).waitFor()
})

test('a list is narrowed by a condition on a related record', async () => {
  const page = await desk.person(employee, 'castingOffers')
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.getByRole('dialog', { name: 'Filtrer' }).getByRole('combobox').fill('Type de contrat')
  await page.getByRole('option', { name: 'Type de contrat', exact: true }).click()
  await option(page, 'Type de contrat', /Contrat à durée indéterminée|CDI/)
  await page.waitForURL((url) => url.search.includes('contractType'))
  await page.keyboard.press('Escape')
  await page.locator('tbody tr').filter({ hasText: 'CDDU' }).first().waitFor({ state: 'detached' })
})

test('an offer is edited, and its history says who changed what', async () => {
  const id = await offerId(desk.server, 0)
  const page = await desk.person(employee, `castingOffers/${id}`)
  await field(page, 'Titre').fill('Trapéziste pour la saison d’été')
  await page.getByRole('tab', { name: 'Interne' }).click()
  await field(page, 'Note interne').fill('Rappeler lundi.')
  await save(page)
  await page.getByRole('heading', { level: 1, name: 'Trapéziste pour la saison d’été' }).waitFor()
  await page.getByRole('tab', { name: 'Historique' }).click()
  const entry = page.getByRole('tabpanel', { name: 'Historique' }).getByRole('listitem').first()
  await entry.getByRole('heading', { name: 'Modification' }).waitFor()
  const said = await entry.innerText()
  expect(said).toContain('Adrien Pasquet')
  expect(said).toContain('back-office')
  expect(said).toContain('Trapéziste pour la saison d’été')
  expect(said).toContain('Rappeler lundi.')
})

test('a bad date is told beside its field, in the language that was chosen', async () => {
  const id = await offerId(desk.server, 1)
  const page = await desk.person(employee, `castingOffers/${id}`)
  await page.getByRole('tab', { name: 'Publication' }).click()
  await field(page, 'Publiée à partir du').fill('2027-03-02T09:00')
  await field(page, 'Publiée jusqu’au').fill('2027-03-01T09:00')
  await save(page)
  const french = 'La publication doit finir après son début.'
  expect(await faultOf(page, 'Publiée jusqu’au')).toBe(french)
  await page.getByRole('alert').getByText(french).waitFor()

  const [row] = await desk.server.sql('select publish_until from casting_offer where id = $1', [id])
  expect(String(row?.['publish_until'])).not.toContain('2027-03-01')

  await chooseLanguage(page, 'English')
  await page.getByRole('button', { name: 'Save' }).waitFor()
  await page.getByRole('tab', { name: 'Publication' }).click()
  await field(page, 'Published from').fill('2027-03-02T09:00')
  await field(page, 'Published until').fill('2027-03-01T09:00')
  await save(page)
  expect(await faultOf(page, 'Published until')).toBe('Publication must end after it starts.')
})

test('what is missing is told before anything is sent', async () => {
  const page = await desk.person(employee, 'castingOffers/create')
  await page.getByRole('button', { name: 'Créer' }).click()
  await page.getByRole('alert').getByText('4 points sont à corriger').waitFor()
  expect(await faultOf(page, 'Titre')).toBe('Ce champ est obligatoire.')
  // Each fault leads to its field.
  await page.getByRole('alert').getByRole('button', { name: 'Métier' }).click()
  await page.getByRole('combobox', { name: 'Métier' }).and(page.locator(':focus')).waitFor()
})

/** What is said beside a field, as a screen reader is told it. */
async function faultOf(page: Page, label: string): Promise<string | null> {
  const input = field(page, label)
  await page.locator('[aria-invalid=true]').first().waitFor()
  const told = await input.getAttribute('aria-describedby')
  return told === null ? null : await page.locator(`[id="${told}"]`).textContent()
}
