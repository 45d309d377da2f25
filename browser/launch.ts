import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** Addresses that a page may reach: this machine, and what never leaves the page. */
const isLocal = ({ protocol, hostname }: URL): boolean => !/^(https?|wss?):$/.test(protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

/**
 * A browser that comes from npm alone, as root or not, without a display, and without any network
 * beyond this machine. Where npm has none, the Chrome that is installed.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = await findChromium()
  const args = [
    '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none', '--lang=fr-FR',
    // Whatever is not this machine does not exist, not even for the browser's own errands.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  ]
  if (!found) return await playwright.launch({ channel: 'chrome', headless: true, args })
  return await playwright.launch({ executablePath: found.executablePath, headless: true, args, env: { ...definedOf(process.env), ...found.env } })
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

/** Somebody's browser: speaks French in the house's time zone, and is refused every address outside. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: desktop, reducedMotion: 'reduce', ...options })
  await context.route((url) => !isLocal(url), (route) => route.abort())
  context.setDefaultTimeout(30_000)
  return context
}
