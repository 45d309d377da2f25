import { expect, inject, onTestFailed, vi } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { TestServer } from '../api/contract/harness.ts'
import type { OidcConfig } from '../api/server/config.ts'
import { startTestServer, unforeseen } from '../api/contract/server.ts'
import { demoPassword } from '../seeds/loadDemo.ts'
import { launchBrowser, openContext } from './launch.ts'

// A whole story in a browser, on a machine that is busy with the other tests.
vi.setConfig({ testTimeout: 120_000 })

/** The product on the loopback and a browser, for the tests of one file. */
export interface Desk {
  readonly server: TestServer
  /** A browser of one's own in which nobody is signed in. */
  stranger(options?: BrowserContextOptions): Promise<Page>
  /** A browser of one's own, signed in, on the page at this path of the back office. */
  person(email: string, path?: string, options?: BrowserContextOptions): Promise<Page>
  /** Ends everything; fails for what went wrong unseen, in the pages or in the server. */
  close(): Promise<void>
}

export const employee = 'employee@coulisses.test'
export const admin = 'admin@coulisses.test'
export const director = 'director@coulisses.test'

/** @param oidc another house at which people may sign in */
export async function openDesk(oidc?: OidcConfig): Promise<Desk> {
  const [server, browser] = await Promise.all([backOffice().then((folder) => startTestServer(folder, oidc)), launchBrowser()])
  const faults: string[] = []
  const stranger = (options: BrowserContextOptions = {}): Promise<Page> => openPage(browser, faults, { baseURL: server.url, ...options })
  return {
    server, stranger,
    person: async (email, path = '', options) => {
      const page = await stranger(options)
      // The cookie that signing in gives is all that a reload needs.
      const signIn = await page.context().request.post('/graphql', { data: { query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { email, password: demoPassword } } })
      expect(await signIn.json(), 'signing in').not.toHaveProperty('errors')
      await page.goto(`/admin/${path}`)
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
      expect(faults, 'faults in the pages').toEqual([])
      expect(unforeseen, 'faults in the server').toEqual([])
    },
  }
}

async function backOffice(): Promise<string> {
  const response = await fetch(inject('backOfficeDoor'))
  const text = await response.text()
  if (!response.ok) throw new Error(`The back office could not be built:\n${text}`)
  return text
}

async function openPage(browser: Browser, faults: string[], options: BrowserContextOptions): Promise<Page> {
  const context = await openContext(browser, options)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    // A refusal of the server is an answer; the browser calls it an error all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  // What a person would have seen when it failed.
  onTestFailed(async ({ task }) => { await page.screenshot({ path: `.test-data/browser/${task.name.replaceAll(/[^a-z]+/gi, ' ').trim()} ${new URL(page.url()).pathname.replaceAll('/', ' ').trim()}.png` }) })
  return page
}
