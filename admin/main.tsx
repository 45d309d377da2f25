import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startLocale } from './app/store.ts'
import { createSession } from './auth/session.ts'
import { createFaults } from './data/faults.ts'

const GRAPHQL = '/graphql'
const session = createSession({ url: GRAPHQL, locale: startLocale() })

// Signing out in one tab signs out the others: they share the cookie that is gone.
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('coulisses') : undefined
let wasIn = false
session.subscribe(() => {
  const isIn = session.state().is === 'in'
  if (wasIn && !isIn) channel?.postMessage('out')
  wasIn = isIn
})
channel?.addEventListener('message', () => { if (wasIn) void session.renew() })

const root = document.getElementById('root')
if (!root) throw new Error('no element to show the back office in')
// Faults that a page catches, those that none catches, and those outside of any page.
const faults = createFaults({ session, graphql: GRAPHQL, settings: `${import.meta.env.BASE_URL}settings.json` })
const tell = (error: unknown): void => {
  console.error(error)
  faults.tell(error)
}
window.addEventListener('error', ({ error }) => { if (error) faults.tell(error) })
window.addEventListener('unhandledrejection', ({ reason }) => { faults.tell(reason) })
createRoot(root, { onCaughtError: tell, onUncaughtError: tell }).render(<StrictMode><App session={session} base="" graphql={GRAPHQL} /></StrictMode>)
