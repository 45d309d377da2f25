import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { employee, openDesk, type Desk } from './desk.ts'
import { countRows, field, pick, save } from './hands.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

/** Runs an action of the page after its question, and answers the link to what was made. */
async function act(page: Page, name: string) {
  await page.getByRole('button', { name }).click()
  await page.getByRole('dialog', { name }).getByRole('button', { name }).click()
  const told = page.getByRole('alert').filter({ hasText: `${name} : c’est fait.` })
  await told.waitFor()
  return told.getByRole('link')
}

test('a prospect is recorded once, becomes client and partner, and an offer for it is published and found', async () => {
  const page = await desk.person(employee, 'prospects/create')
  await page.getByRole('button', { name: 'Nouveau : Organisation' }).click()
  const organisation = page.getByRole('group', { name: 'Organisation', exact: true })
  await field(organisation, 'Nom').fill('Opéra national de Paris')
  await field(organisation, 'Numéro d’immatriculation').fill('784396079')
  await field(organisation, 'Site web').fill('https://www.operadeparis.fr')
  await organisation.getByRole('button', { name: 'Nouveau : Adresse' }).click()
  await field(organisation, 'Adresse, ligne 1').fill('8 rue Scribe')
  await field(organisation, 'Code postal').fill('75009')
  await field(organisation, 'Ville').fill('Paris')
  await page.getByRole('button', { name: 'Nouveau : Personne' }).click()
  const contact = page.getByRole('group', { name: 'Contact', exact: true })
  await field(contact, 'Prénom').fill('Inès')
  await field(contact, 'Nom').fill('Maréchal')
  await save(page)
  await page.getByRole('heading', { level: 1, name: /Opéra national de Paris/ }).waitFor()

  await act(page, 'Faire devenir partenaire')
  const client = await act(page, 'Faire devenir client')
  // What it became already is not offered again.
  await page.getByRole('button', { name: /Faire devenir/ }).first().waitFor({ state: 'detached' })
  await client.click()
  await page.getByRole('heading', { level: 1, name: /Opéra national de Paris/ }).waitFor()
  expect(page.url()).toContain('/clients/')
  // Nothing was copied: one organisation, one person, linked from all three.
  const [row] = await desk.server.sql(`
    select (select count(*)::int from party where display_name = 'Opéra national de Paris') as organisations, (select count(*)::int from party where display_name = 'Inès Maréchal') as people,
      (select count(*)::int from prospect p join client c on c.id = p.client_id and c.organisation_id = p.organisation_id join diffusion_partner d on d.id = p.diffusion_partner_id and d.organisation_id = p.organisation_id) as linked`)
  expect(row).toMatchObject({ organisations: 1, people: 1 })
  expect(row?.['linked']).toBeGreaterThanOrEqual(1)

  await page.goto('/admin/castingOffers/create')
  await field(page, 'Titre').fill('Danseuse étoile pour « Giselle »')
  await pick(page, 'Client', 'opera national', /Opéra national de Paris/)
  await pick(page, 'Métier', 'danseur classique', /Danseur/)
  await pick(page, 'Type de contrat', 'cddu', /CDDU/)
  await page.getByRole('button', { name: 'Nouveau : Adresse' }).click()
  const place = page.getByRole('group', { name: 'Lieu', exact: true })
  await field(place, 'Ville').fill('Paris')
  await field(place, 'Code postal').fill('75009')
  await save(page)
  await page.getByRole('heading', { level: 1, name: 'Danseuse étoile pour « Giselle »' }).waitFor()
  // An offer without a text is not ready for the public: the refusal names what is missing.
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByRole('alert').filter({ hasText: /Description.*obligatoire/ }).waitFor()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('textbox', { name: 'Description' }).fill('Nous cherchons une danseuse étoile pour la reprise de « Giselle ».')
  await save(page)
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByRole('alert').filter({ hasText: 'Publier : c’est fait.' }).waitFor()
  await page.getByRole('button', { name: 'Retirer' }).waitFor()

  await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Offres de casting' }).click()
  await page.getByRole('searchbox').fill('danseuse etoile giselle')
  await countRows(page, 1)
  await page.getByRole('row', { name: /Danseuse étoile pour « Giselle ».*Opéra national de Paris.*Publiée/ }).waitFor()
})

test('a refused conversion says which field is missing, by its name', async () => {
  const page = await desk.person(employee, 'prospects/create')
  await page.getByRole('button', { name: 'Nouveau : Organisation' }).click()
  await field(page.getByRole('group', { name: 'Organisation', exact: true }), 'Nom').fill('Compagnie sans site')
  await save(page)
  await page.getByRole('button', { name: 'Faire devenir partenaire' }).click()
  const dialog = page.getByRole('dialog', { name: 'Faire devenir partenaire' })
  await dialog.getByRole('button', { name: 'Faire devenir partenaire' }).click()
  await dialog.getByRole('alert').getByText('Partenaire de diffusion › Adresse du site : Ce champ est obligatoire.').waitFor()
})

test('a prospect of nobody is refused at the field that is missing', async () => {
  const page = await desk.person(employee, 'prospects/create')
  await field(page, 'Note').fill('Rencontré au festival.')
  await save(page)
  await page.getByRole('alert').filter({ hasText: /organisation|contact/ }).waitFor()
  expect(page.url()).toContain('/prospects/create')
})
