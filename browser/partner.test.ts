import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, employee, openDesk, type Desk } from './desk.ts'
import { chooseLanguage, field } from './hands.ts'
import { phone } from './launch.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const partner = 'partner@coulisses.test'

test('a partner finds his documents with their limits and types, tries them, and sees how they were used', async () => {
  await desk.server.sql(`insert into document_usage (day, document_id, grant_id, calls, errors, refused, row_count, bytes, times, last_used_at)
    select (now() at time zone 'Europe/Paris')::date, document_id, id, 7, 1, 2, 140, 999, '[0,0,7]', now() from document_grant where state = 'ACTIVE'`)
  const page = await desk.person(partner, 'partner')
  const documents = page.getByRole('region', { name: 'Vos requêtes' })
  const one = documents.getByRole('article', { name: 'offers-for-partners.v1' })
  await one.getByText('En service').waitFor()
  await one.getByText(/60 appels par minute · 20\s000 lignes par jour · 50 lignes par page/).waitFor()
  expect(await one.getByRole('region', { name: /^curl/ }).textContent()).toContain(`${desk.server.url}/partner/offers-for-partners.v1`)
  await one.getByText('Types TypeScript').click()
  await one.getByRole('region', { name: 'TypeScript' }).getByText(/size\?: number/).waitFor()

  await one.getByText('Essayer sur des données inventées').click()
  await field(one, 'variables').fill('{ "page": { "size": 51 } }')
  await one.getByRole('button', { name: 'Essayer' }).click()
  await one.getByRole('alert').getByText(/variables\.page\.size/).waitFor()
  await field(one, 'variables').fill('{')
  await one.getByRole('button', { name: 'Essayer' }).click()
  await one.getByRole('alert').getByText('Ces variables ne sont pas du JSON.').waitFor()
  await field(one, 'variables').fill('{ "page": { "size": 2 } }')
  await one.getByRole('button', { name: 'Essayer' }).click()
  await one.getByRole('region', { name: 'Réponse inventée' }).getByText(/Danseuse contemporaine \(exemple\)/).waitFor()

  await page.getByRole('region', { name: 'Votre usage' }).getByRole('row', { name: /offers-for-partners\.v1 7 1 2 140 140 \/ 20\s000/ }).waitFor()
  await page.getByRole('region', { name: 'Vos flux' }).getByRole('heading', { name: 'Toutes les offres' }).waitFor()
  await chooseLanguage(page, 'English')
  await page.getByRole('region', { name: 'Your documents' }).getByText(/60 calls per minute/).waitFor()
})

test('on a phone nothing of it stands beyond the edge', async () => {
  const page = await desk.person(partner, 'partner', { viewport: phone, isMobile: true, hasTouch: true })
  await page.getByRole('article', { name: 'offers-for-partners.v1' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0)
})

test('the kill switch: an administrator suspends a document with a reason, its door closes, and opens again', async () => {
  // Nobody has asked for it yet; without its variable it is refused, but there.
  const door = () => fetch(`${desk.server.url}/site/article.v1`)
  const page = await desk.person(admin, 'documents/usage')
  await page.getByRole('region', { name: 'En service, mais inutilisées' }).getByRole('link', { name: 'article.v1' }).click()
  await page.getByRole('heading', { level: 1, name: 'article.v1' }).waitFor()
  await page.getByRole('button', { name: 'Suspendre' }).click()
  const dialog = page.getByRole('dialog', { name: 'Suspendre' })
  await dialog.getByRole('button', { name: 'Suspendre' }).click()
  await dialog.getByText('Ce champ est obligatoire.').first().waitFor()
  await field(dialog, 'Motif').fill('Quelqu’un lit trop.')
  await dialog.getByRole('button', { name: 'Suspendre' }).click()
  await page.getByRole('alert').filter({ hasText: 'Suspendre : c’est fait.' }).waitFor()
  await expect.poll(async () => (await door()).status).toBe(403)
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reprendre' }).click()
  await page.getByRole('alert').filter({ hasText: 'Reprendre : c’est fait.' }).waitFor()
  await expect.poll(async () => (await door()).status).toBe(422)
  await page.getByRole('tab', { name: 'Historique' }).click()
  await page.getByText('Quelqu’un lit trop.').first().waitFor()
})

test('whoever decides sees what has changed since the version before and what it costs, and rejects with a reason that is read', async () => {
  const [row] = await desk.server.sql(`insert into persisted_query (name, revision, alias, hash, document, client, state, submitted_by_id)
    select 'articles', 2, 'articles.v2', repeat('0', 64), 'query ($page: PageInput) { articles(page: $page) { items { id title body } } }', 'SITE', 'SUBMITTED', id from "user" where email = $1 returning id`, [employee])
  const page = await desk.person(admin, `persistedQueries/${String(row?.['id'])}/show`)
  await page.getByRole('tab', { name: 'À vérifier' }).click()
  const since = page.getByRole('region', { name: 'Depuis la version précédente' })
  await since.getByText(/^Champs ajoutés : Article\.body$/).waitFor()
  await since.getByText(/^Champs retirés : .*Article\.summary/).waitFor()
  await page.getByRole('region', { name: 'Coût et variables' }).getByText(/^Au pire \d+ points, sur 1000 permis\.$/).waitFor()
  await page.getByRole('button', { name: 'Refuser' }).click()
  const dialog = page.getByRole('dialog', { name: 'Refuser' })
  await field(dialog, 'Motif').fill('Les titres suffisent.')
  await dialog.getByRole('button', { name: 'Refuser' }).click()
  await page.getByRole('alert').filter({ hasText: 'Refuser : c’est fait.' }).waitFor()
  const own = await desk.person(employee, `persistedQueries/${String(row?.['id'])}/show`)
  await own.getByText('Les titres suffisent.').first().waitFor()
})

test('a feed that the desk makes says that it waits for its grant, until somebody else has approved that', async () => {
  const [row] = await desk.server.sql(`select p.id from diffusion_partner p where p.state = 'ACTIVE' and not exists (select from partner_feed f where f.partner_id = p.id) limit 1`)
  const token = await desk.server.signIn(employee)
  const made = await desk.server.graphql('mutation ($partner: ID!) { createPartnerFeed(input: { name: "Danse seulement", partner: { connect: $partner } }) { id } }', { partner: row?.['id'] }, token)
  const id = String(made.data?.['createPartnerFeed']?.['id'])
  const page = await desk.person(employee, `partnerFeeds/${id}/show`)
  await page.getByRole('status').getByText('Ce flux ne répond pas encore : l’autorisation de partner-feed.v1 attend l’approbation d’une autre personne.').waitFor()
  const [grant] = await desk.server.sql('select id from document_grant where partner_id = $1', [row?.['id']])
  const approver = await desk.person(admin, `documentGrants/${String(grant?.['id'])}/show`)
  await approver.getByRole('button', { name: 'Approuver' }).click()
  await approver.getByRole('dialog').getByRole('button', { name: 'Approuver' }).click()
  await approver.getByRole('alert').filter({ hasText: 'Approuver : c’est fait.' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Danse seulement' }).waitFor()
  await expect.poll(() => page.getByText('Ce flux ne répond pas encore').count()).toBe(0)
})

test('the desk finds who reads a field, and which grants nobody uses', async () => {
  await desk.server.sql(`update document_grant set created_at = now() - interval '40 days' where state = 'ACTIVE'`)
  await desk.server.sql(`insert into document_usage (day, document_id, grant_id, calls, errors, refused, row_count, bytes, times, last_used_at)
    select (now() at time zone 'Europe/Paris')::date, document_id, g.id, 3, 0, 1, 90, 999, '[0,0,3]', now() from document_grant g join persisted_query d on d.id = g.document_id where d.name = 'partner-feed' limit 1 on conflict do nothing`)
  const page = await desk.person(employee, 'documents/usage')
  const fields = page.getByRole('region', { name: 'Par champ' })
  await field(fields, 'Qui lit ce champ ?').fill('address.position')
  await fields.getByRole('row', { name: /^Address\.position .+ partner-feed\.v1 / }).waitFor()
  expect(await fields.getByRole('row').count()).toBe(2)
  await page.getByRole('region', { name: 'Autorisations inutilisées' }).waitFor()
})

test('a partner makes his key himself, and has no page that would be refused', async () => {
  const page = await desk.person(partner, 'account')
  await field(page, 'Nom de la clé').fill('Notre programme')
  await page.getByRole('checkbox', { name: 'Documents approuvés' }).check()
  await page.getByRole('checkbox', { name: 'Lire' }).uncheck()
  await field(page, 'Depuis ces adresses seulement (facultatif)').fill('203.0.113.7, 127.0.0.0/8')
  await page.getByRole('button', { name: 'Créer la clé' }).click()
  const secret = await page.locator('code').filter({ hasText: /^cou_/ }).textContent()
  expect((await fetch(`${desk.server.url}/partner/openapi.json`, { headers: { authorization: `Bearer ${secret ?? ''}` } })).status).toBe(200)
  await page.goto('/admin/partner')
  await page.getByRole('region', { name: 'Vos clés' }).getByText('Notre programme').waitFor()
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(expect.arrayContaining(['Lire nos offres']))
  for (const closed of ['Offres de casting', 'Flux de partenaires']) expect(await page.getByRole('link', { name: closed }).count()).toBe(0)
})
