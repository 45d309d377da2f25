import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, employee, openDesk, type Desk } from './desk.ts'
import { demoPassword } from '../seeds/loadDemo.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

test('a wrong password is told, the right one leads to where one wanted to go, and signing out back to the form', async () => {
  const page = await desk.stranger()
  await page.goto('/admin/professions')
  await page.getByLabel('E-mail').fill(employee)
  await page.getByLabel(/^Mot de passe/).fill('not the password')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('alert').filter({ hasText: /incorrect/i }).waitFor()

  await page.getByLabel(/^Mot de passe/).fill(demoPassword)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Métiers' }).waitFor()

  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Métiers' }).waitFor()

  await page.getByRole('button', { name: 'Compte' }).click()
  await page.getByText('Connecté : Adrien Pasquet').waitFor()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
})

test('signing out in one tab signs out the other', async () => {
  const page = await desk.person(employee)
  await page.getByRole('heading', { level: 1, name: /Bonjour Adrien/ }).waitFor()
  const other = await page.context().newPage()
  await other.goto('/admin/clients')
  await other.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
  await page.getByRole('button', { name: 'Compte' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await other.getByRole('button', { name: 'Se connecter' }).waitFor()
})

test('nobody is offered what he may not use', async () => {
  const page = await desk.person(employee)
  const menu = page.getByRole('navigation', { name: 'Menu principal' })
  await menu.getByRole('link', { name: 'Offres de casting' }).waitFor()
  expect(await menu.getByRole('link', { name: 'Messages sortants' }).count()).toBe(0)
  await page.goto('/admin/outboundMessages')
  await page.getByRole('alert').filter({ hasText: 'Introuvable' }).waitFor()

  const administrator = await desk.person(admin, 'outboundMessages')
  await administrator.getByRole('heading', { level: 1, name: 'Messages sortants' }).waitFor()
})
