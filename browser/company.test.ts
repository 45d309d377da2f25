import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type Desk } from './desk.ts'
import { phone } from './launch.ts'

/** The three departments of the event company in the back office: nobody sees a button that fails. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const people = { management: 'management@coulisses.test', sales: 'sales@coulisses.test', support: 'support@coulisses.test' } as const
type Person = keyof typeof people

interface Step { readonly name: string; readonly label: string; readonly scope?: string }
interface Resource { readonly name: string; readonly plural: string; readonly moves: readonly Step[]; readonly actions: readonly Step[] }
interface Row { readonly id: string; readonly _allowed: readonly string[]; readonly _editable: readonly string[] }

async function ask<T>(person: Person, document: string): Promise<T> {
  const { data, errors } = await desk.server.graphql<T>(document, {}, await desk.server.signIn(people[person]))
  if (!data || errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Of each list one record with which much may be done, and one with which little may. */
async function records(person: Person, plural: string): Promise<readonly Row[]> {
  const { list: { items } } = await ask<{ list: { items: readonly Row[] } }>(person, `{ list: ${plural}(page: { size: 60 }) { items { id _allowed _editable } } }`)
  const byMuch = items.toSorted((one, other) => other._allowed.length - one._allowed.length)
  return [...new Set([byMuch[0], byMuch.at(-1)])].flatMap((row) => row ?? [])
}

/** Every mutation is tried and taken back; what was refused is noted. */
async function onTrial(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.context().route('**/graphql', (route) => route.continue({ headers: { ...route.request().headers(), 'x-coulisses-trial': 'true' } }))
  page.on('response', (response) => {
    if (!isMutation(response.request().postData())) return
    void response.text().then((text) => { if (/"code":"(FORBIDDEN|UNAUTHENTICATED)"/.test(text)) refused.push(`${response.request().postData() ?? ''}\n${text}`) }, () => undefined)
  })
  return refused
}

const isMutation = (data: string | null): boolean => data?.includes('"query":"mutation') ?? false

/** Presses a button, and its namesake in the question that it asks. */
async function press(page: Page, header: Locator, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => isMutation(response.request().postData()))
  const dialog = page.getByRole('dialog')
  await header.getByRole('button', { name, exact: true }).click()
  await Promise.race([answered, dialog.waitFor()])
  if (await dialog.isVisible()) {
    await answer(page, dialog)
    await dialog.getByRole('button', { name, exact: true }).click()
  }
  await answered
}

/** Something sensible for whatever a question asks. */
async function answer(page: Page, dialog: Locator): Promise<void> {
  for (const box of await dialog.getByRole('combobox').all()) {
    await box.click()
    await page.getByRole('option').first().click()
  }
  for (const box of await dialog.locator('input[type=text]:not([role=combobox]), textarea:not([aria-hidden])').all()) if (await box.isVisible() && await box.inputValue() === '') await box.fill('1')
}

describe.each(Object.keys(people) as Person[])('%s', (person) => {
  test.each(['clients', 'contracts', 'events', 'users'])('sees in %s what he may do, and it works', async (plural) => {
    const { adminMeta: { resources } } = await ask<{ adminMeta: { resources: readonly Resource[] } }>(person, '{ adminMeta(locale: fr) { resources { name plural moves { name label } actions { name label scope } } } }')
    const resource = resources.find((one) => one.plural === plural)
    const page = await desk.person(people[person], plural)
    const refused = await onTrial(page)
    await page.locator('tbody tr').first().waitFor()
    for (const row of await records(person, plural)) {
      const steps = [...resource?.moves ?? [], ...resource?.actions.filter(({ scope }) => scope === 'record') ?? []].filter(({ name }) => row._allowed.includes(name)).map(({ label }) => label)
      const remove = row._allowed.includes('DELETE') ? ['Supprimer'] : []
      const show = async (): Promise<void> => {
        await page.goto(`/admin/${plural}/${row.id}/show`)
        await page.getByRole('tab', { name: 'Fiche' }).waitFor()
      }
      await show()
      const header = page.getByRole('main').getByRole('heading', { level: 1 }).locator('xpath=ancestor::header')
      const offered = (await header.getByRole('button').allInnerTexts()).filter((text) => text !== '' && !['Cloner', 'Pourquoi ?', 'Dupliquer'].includes(text))
      expect({ plural, id: row.id, offered: offered.toSorted() }).toEqual({ plural, id: row.id, offered: [...steps, ...remove].toSorted() })
      expect(await header.getByRole('link', { name: 'Modifier' }).count()).toBe(row._allowed.includes('UPDATE') && row._editable.length > 0 ? 1 : 0)
      for (const label of [...steps, ...remove]) {
        await press(page, header, label)
        await show()
      }
      if (!row._allowed.includes('UPDATE') || row._editable.length === 0) continue
      await header.getByRole('link', { name: 'Modifier' }).click()
      await page.getByRole('button', { name: 'Enregistrer' }).waitFor()
      const boxes = page.locator('form input[type=text]:not([role=combobox]):not([readonly]), form textarea:not([aria-hidden])')
      for (const box of await boxes.all()) if (await box.isVisible()) await box.fill(`${await box.inputValue()}1`)
      if (await boxes.count() > 0) {
        const answered = page.waitForResponse((response) => isMutation(response.request().postData()))
        await page.getByRole('button', { name: 'Enregistrer' }).click()
        await answered
      }
    }
    expect(refused).toEqual([])
  })
})

const board = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Tableau par état' }).click()
  await page.getByRole('region', { name: /^Brouillon/ }).getByRole('listitem').first().waitFor()
}

const stateOf = async (id: string): Promise<unknown> => (await desk.server.sql('select state from contract where id = $1', [id]))[0]?.['state']

test('on the board of contracts one moves one’s own, with the mouse and with the keyboard, and cannot take another’s', async () => {
  const page = await desk.person(people.sales, 'contracts')
  await board(page)
  const { list: { items } } = await ask<{ list: { items: readonly (Row & { readonly _label: string })[] } }>('sales', '{ list: contracts(filter: { state: { eq: DRAFT } }, page: { size: 20 }) { items { id _label _allowed _editable } } }')
  const [own, second] = items.filter(({ _allowed }) => _allowed.includes('send'))
  const foreign = items.find(({ _allowed }) => !_allowed.includes('send'))
  if (!own || !second || !foreign) throw new Error('the demonstration has no such drafts')
  const card = (label: string, column: RegExp) => page.getByRole('region', { name: column }).getByRole('listitem').filter({ hasText: label })
  await card(foreign._label, /^Brouillon/).waitFor()
  expect(await page.getByRole('button', { name: `Faire passer : ${foreign._label}`, exact: true }).count()).toBe(0)
  expect(await card(foreign._label, /^Brouillon/).locator('[draggable=true]').count()).toBe(0)

  await card(own._label, /^Brouillon/).locator('[draggable=true]').dragTo(page.getByRole('region', { name: /^Envoyé/ }), { targetPosition: { x: 60, y: 20 } })
  await card(own._label, /^Envoyé/).waitFor()
  expect(await stateOf(own.id)).toBe('SENT')

  await page.getByRole('button', { name: `Faire passer : ${second._label}`, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Envoyer', exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await card(second._label, /^Envoyé/).waitFor()
  expect(await stateOf(second.id)).toBe('SENT')
})

test('events stand in a calendar, turned by the keyboard; on a phone it is a list of days', async () => {
  const [event] = await desk.server.sql(`select id, title, to_char(start_at at time zone coalesce(start_at_zone, 'Europe/Paris'), 'YYYY-MM-DD') as day from event where line = 'EPIC_EVENTS' and start_at > now() order by start_at limit 1`)
  const page = await desk.person(people.support, 'events')
  await page.getByRole('button', { name: 'Calendrier' }).click()
  const title = new RegExp(String(event?.['title']).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const entry = page.getByRole('link', { name: title })
  const months = (Number(String(event?.['day']).slice(0, 4)) - new Date().getFullYear()) * 12 + Number(String(event?.['day']).slice(5, 7)) - 1 - new Date().getMonth()
  await page.getByRole('button', { name: 'Mois suivant' }).focus()
  for (let turned = 0; turned < months; turned += 1) await page.keyboard.press('PageDown')
  await entry.first().waitFor()
  await entry.first().click()
  await page.getByRole('tab', { name: 'Historique' }).waitFor()

  const small = await desk.person(people.support, 'events', { viewport: phone })
  await small.getByRole('button', { name: 'Calendrier' }).click()
  await small.getByRole('button', { name: 'Mois suivant' }).focus()
  for (let turned = 0; turned < months; turned += 1) await small.keyboard.press('PageDown')
  await small.getByRole('region').getByRole('link', { name: title }).first().waitFor()
  expect(await small.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
})

test('what is said of a contract stands on its page, is answered, mended and taken back; the bell tells whoever keeps it', async () => {
  const [contract] = await desk.server.sql(`select c.id from contract c join "user" u on u.id = c.sales_contact_id where u.email = $1 and c.state = 'SIGNED' and c.amount_due > 0 order by c.id limit 1`, [people.sales])
  const tab = `contracts/${String(contract?.['id'])}/show?tab=core%2Fcomments`
  const manager = await desk.person(people.management, tab)
  await manager.getByLabel('Votre commentaire').fill('Le client demande une tente.')
  await manager.getByRole('button', { name: 'Publier' }).click()
  const said = manager.getByRole('article', { name: 'Solène Marchadier' })
  await said.getByText('Le client demande une tente.').waitFor()

  const rep = await desk.person(people.sales)
  await rep.getByRole('button', { name: /^Notifications : [1-9]/ }).click()
  await rep.getByRole('dialog', { name: 'Notifications' }).getByRole('link', { name: 'Nouveau commentaire de Solène Marchadier · Contrat' }).first().click()
  await rep.getByRole('tab', { name: 'Commentaires' }).click()
  const heard = rep.getByRole('article', { name: 'Solène Marchadier' })
  await heard.getByText('une tente').waitFor()
  expect(await heard.getByRole('button', { name: /^(Modifier|Retirer)$/ }).count()).toBe(0)
  await heard.getByRole('button', { name: 'Répondre' }).click()
  await heard.getByLabel('Répondre à Solène Marchadier').fill('Chiffrée ce matin.')
  await heard.getByRole('button', { name: 'Publier' }).click()
  await heard.getByRole('article', { name: 'Bill Boquet' }).getByText('Chiffrée ce matin.').waitFor()

  await said.getByRole('button', { name: 'Modifier' }).click()
  await manager.getByLabel('Modifier le commentaire').fill('Le client demande deux tentes.')
  await said.getByRole('button', { name: 'Enregistrer' }).click()
  await said.getByText('deux tentes').waitFor()
  await said.getByRole('button', { name: 'Historique' }).first().click()
  await said.getByRole('deletion').getByText('Le client demande une tente.').waitFor()
  await said.getByRole('button', { name: 'Retirer' }).first().click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await manager.getByText('deux tentes').waitFor({ state: 'detached' })
  expect(await desk.server.sql(`select state, body from comment where subject_id = $1 order by created_at limit 1`, [contract?.['id']])).toEqual([{ state: 'REMOVED', body: 'Le client demande deux tentes.' }])
})

test('a payment is recorded on the page of its contract, which then shows what is left to pay', async () => {
  const [contract] = await desk.server.sql(`select c.id, c.amount_due from contract c join "user" u on u.id = c.sales_contact_id where u.email = $1 and c.state = 'SIGNED' and c.amount_due > 100000 order by c.id desc limit 1`, [people.sales])
  const page = await desk.person(people.sales, `contracts/${String(contract?.['id'])}/show`)
  await page.getByRole('button', { name: 'Enregistrer un paiement' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enregistrer un paiement' })
  await dialog.getByRole('textbox', { name: /^Montant/ }).fill('100,50')
  await dialog.getByRole('button', { name: 'Enregistrer un paiement' }).click()
  const left = new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' }).format((Number(contract?.['amount_due']) - 10_050) / 100)
  await page.getByRole('tabpanel').getByText(left.replaceAll(/\s/g, ' ')).or(page.getByRole('tabpanel').getByText(left)).first().waitFor()
  await page.getByRole('tab', { name: /^Paiements/ }).click()
  await page.getByRole('row').filter({ hasText: '100,50' }).waitFor()
})
