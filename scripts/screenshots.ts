import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chooseLanguage, countRows, field, pick, save } from '../browser/hands.ts'
import { launchBrowser, openContext, phone } from '../browser/launch.ts'
import { demoPassword } from '../seeds/loadDemo.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'docs/screenshots')

/** The product as `npm start` runs it, on a database of its own. */
async function startProduct(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'coulisses-screenshots-'))
  const { DATABASE_URL: _ofTheUser, ...env } = process.env
  const product = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0' } })
  const ended = once(product, 'exit')
  const stop = async (): Promise<void> => {
    product.kill('SIGINT')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: product.stdout })) {
    const url = /Start page\s+(\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    // What it says later is of no interest, but has to go somewhere.
    product.stdout.resume()
    return { url: url.replace(/\/$/, ''), stop }
  }
  await stop()
  throw new Error('The product did not start.')
}

/** A browser of somebody's own, signed in where an account is named. */
async function open(browser: Browser, baseURL: string, account: string | undefined, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await openContext(browser, { baseURL, ...options })
  if (account) await context.request.post('/graphql', { data: { query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { email: account, password: demoPassword } } })
  return await context.newPage()
}

async function take(page: Page, name: string): Promise<void> {
  await page.locator('[role=progressbar]:visible, .MuiSkeleton-root').first().waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  // Neither a caret that blinks nor the hint of whatever lies under the pointer.
  await page.mouse.move(2, 2)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
  console.log(`docs/screenshots/${name}.png`)
}

const employee = 'employee@coulisses.test'

async function everyday(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, undefined)
  await page.goto('/')
  await take(page, 'start')
  await page.goto('/admin/')
  await page.getByLabel('E-mail').fill(employee)
  await take(page, 'sign-in')
  await page.getByLabel(/^Mot de passe/).fill(demoPassword)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('link', { name: /^300/ }).waitFor()
  await take(page, 'dashboard')

  await page.goto('/admin/castingOffers')
  await page.locator('tbody tr').nth(20).waitFor()
  await take(page, 'list')
  await page.getByRole('searchbox').fill('eclairagiste terres brulees')
  await countRows(page, 1)
  await page.locator('tbody tr').first().getByRole('link').first().click()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await field(page, 'Titre').waitFor()
  await take(page, 'form')
  await conflict(browser, url, page)
  await page.getByRole('tab', { name: 'Historique' }).click()
  await page.getByRole('heading', { name: 'Modification' }).first().waitFor()
  await take(page, 'history')
}

/** Somebody else is quicker: the dialog, then the page. */
async function conflict(browser: Browser, url: string, page: Page): Promise<void> {
  const other = await open(browser, url, 'admin@coulisses.test')
  await other.goto(page.url())
  await field(other, 'Titre').fill('Éclairagiste pour le défilé « Terres brûlées »')
  await field(other, 'Nombre de postes').fill('2')
  await save(other)
  await other.getByRole('tab', { name: 'Historique' }).waitFor()
  await other.context().close()
  await field(page, 'Titre').fill('Éclairagiste confirmé pour « Terres brûlées »')
  await save(page)
  await page.getByRole('dialog').getByText('Dernière modification').waitFor()
  await page.getByRole('radio', { name: /^La valeur enregistrée/ }).check()
  await take(page, 'conflict')
  await page.getByRole('button', { name: 'Enregistrer ces choix' }).click()
  await page.getByRole('tab', { name: 'Historique' }).waitFor()
}

async function prospect(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, employee)
  await page.goto('/admin/prospects/create')
  await page.getByRole('button', { name: 'Nouveau : Organisation' }).click()
  const organisation = page.getByRole('group', { name: 'Organisation', exact: true })
  await field(organisation, 'Nom').fill('Théâtre des Trois Platanes')
  await field(organisation, 'Site web').fill('https://trois-platanes.example')
  await pick(page, 'Statut juridique', 'association', /^Association/)
  await page.evaluate('window.scrollTo(0, 0)')
  await take(page, 'prospect')
}

async function others(browser: Browser, url: string): Promise<void> {
  const small = await open(browser, url, employee, { viewport: phone, isMobile: true, hasTouch: true, deviceScaleFactor: 1 })
  await small.goto('/admin/castingOffers')
  await small.getByRole('main').locator('dl').first().waitFor()
  await take(small, 'phone')

  const dark = await open(browser, url, employee, { colorScheme: 'dark' })
  await dark.goto('/admin/castingOffers')
  await dark.locator('tbody tr').first().waitFor()
  await chooseLanguage(dark, 'English')
  await dark.getByRole('heading', { level: 1, name: 'Casting offers' }).waitFor()
  await dark.locator('tbody tr').nth(1).getByRole('link').first().click()
  await dark.getByRole('tab', { name: 'History' }).waitFor()
  await take(dark, 'dark')
}

mkdirSync(folder, { recursive: true })
const [product, browser] = await Promise.all([startProduct(), launchBrowser()])
try {
  await everyday(browser, product.url)
  await prospect(browser, product.url)
  await others(browser, product.url)
} finally {
  await browser.close()
  await product.stop()
}
