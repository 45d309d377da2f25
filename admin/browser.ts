import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

/** Addresses that a test may reach: this machine, and what never leaves the page. */
const isLocal = (url: string): boolean => {
  if (!/^https?:/.test(url) && !/^wss?:/.test(url)) return true
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}

/**
 * A browser that comes from npm alone, for tests and screenshots: as root or not, without a display,
 * and without any network beyond this machine.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = [
    ...chromium.args.filter((arg) => !arg.startsWith('--headless') && arg !== '--single-process' && arg !== '--no-zygote'),
    '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb', '--lang=fr-FR',
    // Whatever is not this machine does not exist, not even for the browser's own errands.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  ]
  return await playwright.launch({ executablePath: await chromium.executablePath(), headless: true, args })
}

/** A page that speaks French in the house's time zone, and refuses every address outside. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', ...options })
  await context.route((url) => !isLocal(url.href), (route) => route.abort())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}
