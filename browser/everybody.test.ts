import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admin, employee, openDesk, type Desk } from './desk.ts'
import { field, offerId, save } from './hands.ts'
import { phone } from './launch.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

const touch = { viewport: phone, hasTouch: true, isMobile: true }
/** How far the page can be pushed sideways. */
const overflow = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const countCards = async (page: Page, count: number): Promise<void> => {
  const cards = page.getByRole('main').locator('ul > li').filter({ has: page.locator('dl') })
  await cards.nth(count).waitFor({ state: 'detached' })
  await cards.nth(count - 1).waitFor()
}

test('on a phone an offer is found, opened and edited', async () => {
  const page = await desk.person(employee, 'castingOffers', touch)
  await page.getByRole('searchbox').fill('eclairagiste terres brulees')
  const card = page.getByRole('listitem').filter({ hasText: 'Terres brûlées' })
  await countCards(page, 1)
  expect(await overflow(page)).toBe(0)
  await card.getByRole('link', { name: 'Éclairagiste pour « Terres brûlées »' }).tap()
  await page.getByRole('heading', { level: 1, name: /Terres brûlées/ }).waitFor()
  expect(await overflow(page)).toBe(0)
  await page.getByRole('link', { name: 'Modifier' }).tap()
  await field(page, 'Nombre de postes').fill('3')
  expect(await overflow(page)).toBe(0)
  await save(page)
  await page.getByRole('tab', { name: 'Historique' }).tap()
  await page.getByText('Nombre de postes').waitFor()
  expect(await overflow(page)).toBe(0)
})

test('with the keyboard alone, a row is reached, opened, edited and saved', async () => {
  const page = await desk.person(employee, 'castingOffers')
  await page.locator('tbody tr').first().waitFor()
  const focused = (): Promise<string | null> => page.evaluate('document.activeElement?.getAttribute("href") ?? null')
  await page.keyboard.press('/')
  await page.getByRole('searchbox').and(page.locator(':focus')).waitFor()
  // From the search box through filters, columns and the head of the table: no more keys than there are stops.
  let goal: string | null = null
  for (let presses = 0; presses < 40 && goal === null; presses += 1) {
    await page.keyboard.press('Tab')
    const href = await focused()
    if (href?.match(/castingOffers\/[0-9a-f-]+\/show$/)) goal = href
  }
  expect(goal).not.toBeNull()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === goal)
  await page.getByRole('tab', { name: 'Historique' }).waitFor()
  await page.keyboard.press('e')
  await field(page, 'Titre').fill('Écrit au clavier')
  await page.keyboard.press('Control+s')
  await page.getByRole('heading', { level: 1, name: 'Écrit au clavier' }).waitFor()
})

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

interface Violation { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }

/** What axe-core finds that keeps people out. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>('axe.run(document, { resultTypes: ["violations"] })')
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('the form of sign-in keeps nobody out', async () => {
    const page = await desk.stranger({ colorScheme })
    await page.goto('/admin/')
    await page.getByRole('button', { name: 'Se connecter' }).waitFor()
    expect(await barriers(page)).toEqual([])
  })

  test('list, page, history and form keep nobody out', async () => {
    const page = await desk.person(employee, 'castingOffers', { colorScheme })
    await page.locator('tbody tr').first().waitFor()
    expect(await barriers(page), 'list').toEqual([])
    const id = await offerId(desk.server, 8)
    await page.goto(`/admin/castingOffers/${id}`)
    await field(page, 'Titre').fill(`Vu en ${colorScheme}`)
    await page.getByRole('textbox', { name: 'Description' }).waitFor()
    expect(await barriers(page), 'form').toEqual([])
    await save(page)
    await page.getByRole('heading', { level: 1, name: `Vu en ${colorScheme}` }).waitFor()
    await page.getByRole('alert').waitFor()
    expect(await barriers(page), 'page').toEqual([])
    await page.getByRole('tab', { name: 'Historique' }).click()
    await page.getByText('back-office').first().waitFor()
    expect(await barriers(page), 'history').toEqual([])
  })

  test('the screens of rights, accounts and the event company keep nobody out', async () => {
    const id = async (from: string): Promise<string> => String((await desk.server.sql(`select id from ${from} limit 1`))[0]?.['id'])
    const shown = colorScheme === 'dark' ? { colorScheme, ...touch } : { colorScheme }
    const pages = { [admin]: ['account', 'access', 'settings/modules', 'approvalRequests', 'auditEntries', `roles/${await id(`role where key = 'sales'`)}/show?tab=core%2FroleEditor`, 'users/create', 'accessGrants/create'], 'sales@coulisses.test': ['crm/waiting', `contracts/${await id('contract')}/show?tab=core%2Fcomments`], 'partner@coulisses.test': ['partner'] }
    for (const [email, paths] of Object.entries(pages)) {
      const page = await desk.person(email, 'files', shown)
      for (const path of paths) {
        await page.goto(`/admin/${path}`)
        await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect(await barriers(page), path).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), path).toBeLessThanOrEqual(0)
      }
    }
  })
})
