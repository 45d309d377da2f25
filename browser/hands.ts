import type { Locator, Page } from 'playwright-core'
import type { TestServer } from '../api/contract/harness.ts'

/** What a person does with a form or a list, by what stands on the screen. */
export const field = (page: Page | Locator, label: string): Locator => page.getByLabel(new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\*)?$`))

/** Presses the button that saves the form. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Enregistrer|Save|Créer|Create)$/ }).click()
}

/** Types into a box with proposals, and takes the one that is meant. */
export async function pick(page: Page, label: string, text: string, wanted: string | RegExp = text): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text)
  await page.getByRole('option', { name: wanted }).first().click()
}

/** Takes one of the entries that a box with proposals shows when it is opened. */
export async function option(page: Page, label: string, wanted: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: wanted }).first().click()
}

/** Waits until the list has so many rows. */
export async function countRows(page: Page, count: number): Promise<void> {
  const rows = page.locator('tbody tr')
  await rows.nth(count).waitFor({ state: 'detached' })
  await rows.nth(count - 1).waitFor()
}

export async function chooseLanguage(page: Page, name: 'English' | 'Français'): Promise<void> {
  await page.getByRole('button', { name: /^(Langue|Language)/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** A draft of the demonstration, another one for each place in their order. */
export async function offerId(server: TestServer, place: number): Promise<string> {
  const [row] = await server.sql(`select id from casting_offer where state = 'DRAFT' order by reference offset ${place} limit 1`)
  return String(row?.['id'])
}
