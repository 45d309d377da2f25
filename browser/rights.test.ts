import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, director, employee, openDesk, type Desk } from './desk.ts'
import { field, option, pick, save } from './hands.ts'
import { phone } from './launch.ts'

/** Rights are made, agreed on, given and understood in the browser. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Menu principal' })

test('a role of one’s own is made and agreed on by a second administrator; whoever gets it sees the change without signing in again', async () => {
  const person = await desk.person(employee)
  await menuOf(person).getByRole('link', { name: 'Clients' }).waitFor()
  expect(await menuOf(person).getByRole('link', { name: 'Contrats', exact: true }).count()).toBe(0)

  const page = await desk.person(admin, 'roles/create')
  await field(page, 'Clé').fill('relecteur')
  await field(page, 'Nom').fill('Relecteur des contrats')
  await save(page)
  await page.getByRole('tab', { name: 'Droits' }).click()
  await option(page, 'Ajouter un type d’enregistrement', 'Contrats')
  const contracts = page.getByRole('region', { name: 'Contrats' })
  await contracts.getByRole('combobox', { name: 'Lire' }).first().click()
  await page.getByRole('option', { name: 'tout', exact: true }).click()
  await contracts.getByText('Peut lire les contrats.').waitFor()
  await contracts.getByRole('combobox', { name: 'Un champ' }).click()
  await page.getByRole('option', { name: 'Reste à payer' }).click()
  await contracts.getByRole('combobox', { name: 'Lire' }).last().click()
  await page.getByRole('option', { name: 'refuser : tout' }).click()
  await contracts.getByText('Peut lire les contrats, sauf « Reste à payer ».').waitFor()
  await page.getByRole('button', { name: 'Voir qui gagne ou perd quoi, puis enregistrer' }).click()
  await page.getByRole('status').filter({ hasText: 'Personne ne gagne ni ne perd rien.' }).waitFor()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  const notice = page.getByRole('status').filter({ hasText: 'Une seconde personne doit donner son accord' })
  await notice.waitFor()
  expect(await desk.server.sql('select 1 from permission p join role r on r.id = p.role_id where r.key = $1', ['relecteur'])).toEqual([])

  const second = await desk.person(director, 'approvalRequests')
  await second.getByRole('row', { name: /Enregistrer ses permissions/ }).getByRole('link').first().click()
  const effect = second.getByRole('region', { name: 'Ce qui se passerait' })
  await effect.getByText('Création : 2 Permission').waitFor()
  await effect.getByText('Contrat', { exact: true }).first().waitFor()
  await second.getByRole('button', { name: 'Accepter' }).click()
  await second.getByRole('dialog', { name: 'Accepter' }).getByRole('button', { name: 'Accepter' }).click()
  await second.getByRole('region', { name: 'Ce qui a été fait' }).waitFor()

  const [account] = await desk.server.sql('select id from "user" where email = $1', [employee])
  await page.goto(`/admin/users/${String(account?.['id'])}`)
  await page.getByRole('tab', { name: 'Accès' }).click()
  await pick(page, 'Rôles', 'Relecteur', 'Relecteur des contrats')
  await page.keyboard.press('Escape')
  await save(page)
  await page.getByRole('tab', { name: 'Historique' }).waitFor()

  await person.reload()
  await menuOf(person).getByRole('link', { name: 'Contrats', exact: true }).click()
  await person.locator('tbody tr').first().waitFor()
  await person.getByRole('columnheader', { name: 'Montant total' }).waitFor()
  expect(await person.getByRole('columnheader', { name: 'Reste à payer' }).count()).toBe(0)
  expect(await person.getByRole('link', { name: 'Créer' }).count()).toBe(0)
})

test('the chart compares a role, a department and a person, says why, and is read with the keyboard and on a phone', async () => {
  const page = await desk.person(admin, 'access')
  const table = page.getByRole('table', { name: 'Qui peut quoi' })
  await pick(page, 'Personnes', 'Bill', /Bill Boquet/)
  await page.keyboard.press('Escape')
  await table.getByRole('columnheader', { name: /Bill Boquet/ }).waitFor()
  await table.getByRole('columnheader', { name: /Administrateur/ }).waitFor({ state: 'detached' })
  await pick(page, 'Départements', 'Support', /Support/)
  await page.keyboard.press('Escape')
  await table.getByRole('columnheader', { name: /Support/ }).waitFor()
  await option(page, 'Types d’enregistrement', 'Contrats')
  await page.keyboard.press('Escape')
  await table.getByRole('button', { name: 'Contrats', exact: true }).focus()
  await page.keyboard.press('Enter')
  const update = table.getByRole('row', { name: /^Modifier/ })
  await update.getByText('contrats de ses propres clients').waitFor()
  await update.getByText('le rôle « Commercial »').waitFor()
  expect(await table.getByRole('row').count()).toBeGreaterThan(5)

  const small = await desk.person(admin, 'access', { viewport: phone })
  await small.getByRole('table', { name: 'Qui peut quoi' }).getByRole('rowheader', { name: /Contrats/ }).waitFor()
  expect(await small.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
})

test('a conflict rule is said above the record to whom it is about, and to whoever sees to such rules; a block says whom to ask', async () => {
  const [party] = await desk.server.sql(`select id from party where kind = 'ORGANISATION' and state = 'ACTIVE' order by id limit 1`)
  const [rule] = await desk.server.sql(`insert into conflict_rule (kind, effect, party_a_id, user_id, reason, state)
    select 'OWN_INTEREST', 'ALERT', $1, id, 'Son frère la dirige.', 'ACTIVE' from "user" where email = $2 returning id`, [party?.['id'], employee])
  const page = await desk.person(employee, `organisations/${String(party?.['id'])}/show`)
  await page.getByRole('status').filter({ hasText: 'Une règle de conflit d’intérêts vous concerne' }).getByText('Son frère la dirige.').waitFor()

  const watcher = await desk.person(admin)
  await watcher.getByRole('button', { name: /^Notifications : [1-9]/ }).click()
  const news = watcher.getByRole('dialog', { name: 'Notifications' })
  await news.getByRole('link', { name: /^Conflit d’intérêts : Adrien Pasquet/ }).first().waitFor()
  await news.getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await news.getByRole('button', { name: 'Tout marquer comme lu' }).waitFor({ state: 'detached' })
  await watcher.keyboard.press('Escape')
  await watcher.getByRole('button', { name: 'Notifications : 0 non lues' }).waitFor()

  await desk.server.sql(`update conflict_rule set effect = 'BLOCK' where id = $1`, [rule?.['id']])
  await page.reload()
  await page.getByRole('alert').filter({ hasText: 'un administrateur peut demander que la règle soit levée' }).waitFor()
})
