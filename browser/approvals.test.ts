import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, director, openDesk, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const isThere = async (id: string): Promise<boolean> => (await desk.server.sql('select 1 from party where id = $1', [id])).length === 1

test('a critical deletion asks a second person, who sees what would happen and agrees', async () => {
  const [row] = await desk.server.sql(`insert into party (kind, display_name, first_name, last_name, state) values ('PERSON', 'Lise Ravel', 'Lise', 'Ravel', 'ACTIVE') returning id`)
  const id = String(row?.['id'])
  const page = await desk.person(admin, `people/${id}/show`)
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'Une seconde personne doit donner son accord' })
  await notice.getByRole('link', { name: 'Voir la demande' }).click()
  const effect = page.getByRole('region', { name: 'Ce qui se passerait' })
  await effect.getByText('Suppression : 1 Personne').waitFor()
  expect(await isThere(id)).toBe(true)

  const second = await desk.person(director, 'approvalRequests')
  await second.getByRole('row', { name: /Supprimer · Personne/ }).getByRole('link').first().click()
  const seen = second.getByRole('region', { name: 'Ce qui se passerait' })
  await seen.getByRole('link', { name: 'Lise Ravel' }).waitFor()
  await seen.getByText('Ravel').first().waitFor()
  await second.getByRole('button', { name: 'Accepter' }).click()
  await second.getByRole('dialog', { name: 'Accepter' }).getByRole('button', { name: 'Accepter' }).click()
  await second.getByRole('region', { name: 'Ce qui a été fait' }).waitFor()
  expect(await isThere(id)).toBe(false)
  await second.getByRole('button', { name: 'Accepter' }).waitFor({ state: 'detached' })
})

test('a module is switched off and on again, and its settings are given', async () => {
  const page = await desk.person(director, 'settings/modules')
  const menu = page.getByRole('navigation', { name: 'Menu principal' })
  await menu.getByRole('link', { name: 'Offres de casting' }).waitFor()
  const casting = page.getByRole('region', { name: 'Casting' })
  await casting.getByRole('switch').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click()
  await menu.getByRole('link', { name: 'Offres de casting' }).waitFor({ state: 'detached' })
  await casting.getByRole('switch', { name: 'Désactivé' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click()
  await menu.getByRole('link', { name: 'Offres de casting' }).waitFor()

  const core = page.getByRole('region', { name: 'Socle' })
  const days = core.getByLabel('Délai d’une demande d’accord (jours)')
  await days.fill('0')
  await core.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await page.getByText('Au moins 1.').waitFor()
  await days.fill('3')
  await core.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await page.getByText('Réglages enregistrés.').waitFor()
  expect(await desk.server.sql(`select value from module_setting where key = 'approvalDays'`)).toEqual([{ value: 3 }])
})
