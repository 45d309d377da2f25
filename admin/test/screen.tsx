import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, vi } from 'vitest'
import { BackOffice } from '../app/backOffice.tsx'
import { loadBundle } from '../app/bundle.ts'
import { createFiles } from '../app/files.tsx'
import { createSession } from '../auth/session.ts'
import { createFake, type Fake } from './fake/server.ts'

/** What jsdom lacks of a browser. */
export function prepareScreens(): void {
  beforeAll(() => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }))
    vi.stubGlobal('scrollTo', () => undefined)
    Element.prototype.scrollIntoView = () => undefined
    Element.prototype.checkVisibility = () => true
    URL.createObjectURL = () => 'blob:nothing'
    URL.revokeObjectURL = () => undefined
  })
  afterEach(() => { cleanup(); localStorage.clear() })
}

/** The back office of somebody who is signed in, over the fake, on the page at this path. */
export async function openScreen(path: string, fake: Fake = createFake({ signedIn: true })): Promise<Fake> {
  const files: Promise<Response>[] = []
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (!String(url).includes('/files')) return fake.fetch(url, init)
    const row = fake.store.insert('FileAsset', { name: 'photo.png', size: 3, mimeType: 'image/png' })
    const answer = Promise.resolve(new Response(JSON.stringify({ id: row.id, name: 'photo.png', size: 3, mimeType: 'image/png' })))
    files.push(answer)
    return answer
  })
  window.history.replaceState({}, '', path)
  const session = createSession({ url: '/graphql', locale: 'fr' })
  await session.start()
  render(<BackOffice user="u1" bundle={await loadBundle(session, '/graphql')} files={createFiles(session, '')} />)
  return fake
}
