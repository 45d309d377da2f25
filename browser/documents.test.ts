import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, employee, openDesk, type Desk } from './desk.ts'
import { field, save } from './hands.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const DOCUMENT = 'query Contacts { castingOffers(page: { size: 5 }) { items { title contact { email } } } }'

test('a document is submitted by one person, and approved by another who sees what it discloses', async () => {
  const page = await desk.person(employee, 'persistedQueries/create')
  await field(page, 'Nom').fill('offer-contacts')
  await field(page, 'Document').fill(DOCUMENT)
  await page.getByRole('combobox', { name: /^Porte/ }).click()
  await page.getByRole('option', { name: /Site public/ }).click()
  await save(page)
  await page.getByRole('heading', { level: 1, name: 'offer-contacts.v1' }).waitFor()
  await page.getByRole('button', { name: 'Soumettre' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Soumettre' }).click()
  await page.getByRole('alert').filter({ hasText: 'Soumettre : c’est fait.' }).waitFor()
  const address = new URL(page.url()).pathname.replace('/admin/', '')
  expect(await page.getByRole('button', { name: 'Approuver' }).count()).toBe(0)

  const approver = await desk.person(admin, address)
  await approver.getByRole('tab', { name: 'À vérifier' }).click()
  const disclosed = approver.getByRole('region', { name: 'Ce qu’elle divulgue' })
  await disclosed.getByText(/Person\.email/).waitFor()
  await disclosed.getByText(/^Personnel : \d/).waitFor()
  await approver.getByRole('region', { name: 'SQL et plan' }).getByText(/casting_offer/).first().waitFor()
  const sample = await approver.getByRole('region', { name: 'Exemple de réponse, masqué' }).textContent()
  expect(sample).toContain('•••')
  expect(sample).not.toContain('@')
  await approver.getByRole('button', { name: 'Approuver' }).click()
  const dialog = approver.getByRole('dialog', { name: 'Approuver' })
  await field(dialog, 'Motif').fill('Les contacts publics seulement.')
  await dialog.getByRole('button', { name: 'Approuver' }).click()
  await approver.getByRole('alert').filter({ hasText: 'Approuver : c’est fait.' }).waitFor()
  await approver.getByRole('button', { name: 'Mettre en service' }).click()
  await approver.getByRole('dialog').getByRole('button', { name: 'Mettre en service' }).click()
  await approver.getByRole('alert').filter({ hasText: 'Mettre en service : c’est fait.' }).waitFor()

  const answer = await (await fetch(`${desk.server.url}/site/offer-contacts.v1`)).json() as { data?: { castingOffers: { items: unknown[] } } }
  expect(answer.data?.castingOffers.items).toHaveLength(5)
  await desk.server.sql(`insert into document_usage (day, document_id, calls, kept, errors, refused, row_count, bytes, times, last_used_at)
    select current_date, id, 4, 3, 0, 1, 20, 999, '[0,0,4]', now() from persisted_query where alias = 'articles.v1'`)
  await approver.goto('/admin/documents/usage')
  await approver.getByRole('region', { name: 'Par requête et partenaire' }).getByRole('row', { name: /articles\.v1 Public 4 3 0 1 20/ }).waitFor()
  await approver.getByRole('region', { name: 'En service, mais inutilisées' }).getByText(/casting-offer\.v1/).waitFor()
  await approver.getByRole('region', { name: 'Par champ' }).getByRole('row', { name: /Article\.title/ }).waitFor()
})
