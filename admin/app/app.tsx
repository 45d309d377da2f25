import { Alert, Button, CircularProgress, Stack, Typography, CssBaseline } from '@mui/material'
import { I18nContextProvider, StoreContextProvider, useTranslate } from 'ra-core'
import { ThemeProvider, ThemesContext } from 'react-admin'
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Session } from '../auth/session.ts'
import { ChoosePassword } from '../auth/choosePassword.tsx'
import { takeLanding, type Landing } from '../auth/landing.ts'
import { SignIn } from '../auth/signIn.tsx'
import { plainProvider } from '../i18n/provider.ts'
import type { Bundle } from './bundle.ts'
import { createFiles } from './files.tsx'
import { commonStore } from './store.ts'
import { darkTheme, lightTheme } from './theme.ts'

// Fetched while one signs in, not before: the form is there at once.
const later = import('./backOffice.tsx')
const BackOffice = lazy(() => later.then(({ BackOffice: page }) => ({ default: page })))
const loadBundle = async (session: Session, graphql: string): Promise<Bundle> => (await import('./bundle.ts')).loadBundle(session, graphql)

/** Signed in, the back office of the caller; otherwise the form, at the same address. */
export function App({ session, base, graphql }: { readonly session: Session; readonly base: string; readonly graphql: string }) {
  const state = useSyncExternalStore(session.subscribe, session.state)
  useEffect(() => { void session.start() }, [session])
  const user = state.is === 'in' ? state.user : undefined
  const [landing, setLanding] = useLanding()
  const { bundle, failed, retry } = useBundle(session, graphql, user?.id)
  const files = useMemo(() => createFiles(session, base), [session, base])
  if (landing.password !== undefined) return <Before session={session}><ChoosePassword session={session} token={landing.password} onDone={() => { setLanding({ chosen: true }); void session.start() }} /></Before>
  if (user && bundle) return <Suspense fallback={<Before session={session}><Waiting /></Before>}><BackOffice key={user.id} user={user.id} bundle={bundle} files={files} /></Suspense>
  return (
    <Before session={session}>
      {state.is === 'out' ? <SignIn session={session} expired={state.expired} challenge={landing.challenge} chosen={landing.chosen === true} refused={landing.refused !== undefined} />
        : state.is === 'unreachable' || failed ? <Unreachable onRetry={failed ? retry : () => { void session.start() }} />
          : <Waiting />}
    </Before>
  )
}

/** Also when a link of a mail is opened where the page stands already: then only what follows the # changes. */
function useLanding(): readonly [Landing, (landing: Landing) => void] {
  const [landing, setLanding] = useState(() => takeLanding(window.location, window.history))
  useEffect(() => {
    const take = (): void => { if (window.location.hash.startsWith('#password=')) setLanding(takeLanding(window.location, window.history)) }
    window.addEventListener('hashchange', take)
    return () => { window.removeEventListener('hashchange', take) }
  }, [])
  return [landing, setLanding]
}

/** What the caller may use is asked for once, and again for the next caller. */
function useBundle(session: Session, graphql: string, user: string | undefined): { readonly bundle: Bundle | undefined; readonly failed: boolean; readonly retry: () => void } {
  const [loaded, setLoaded] = useState<{ readonly user: string; readonly bundle: Bundle | undefined }>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (user === undefined) { setLoaded(undefined); return undefined }
    let gone = false
    loadBundle(session, graphql).then((bundle) => { if (!gone) setLoaded({ user, bundle }) }, (error: unknown) => { console.error(error); if (!gone) setLoaded({ user, bundle: undefined }) })
    return () => { gone = true }
  }, [session, graphql, user, turn])
  const current = loaded?.user === user ? loaded : undefined
  return { bundle: current?.bundle, failed: current !== undefined && current.bundle === undefined, retry: () => { setLoaded(undefined); setTurn(turn + 1) } }
}

const themes = { lightTheme, darkTheme }

/** Language and look before anybody is signed in. */
function Before({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const i18n = useMemo(() => plainProvider(session.locale), [session.locale])
  useEffect(() => { document.documentElement.lang = session.locale }, [session.locale])
  return (
    <StoreContextProvider value={commonStore}>
      <I18nContextProvider value={i18n}>
        <ThemesContext.Provider value={themes}><ThemeProvider><CssBaseline />{children}</ThemeProvider></ThemesContext.Provider>
      </I18nContextProvider>
    </StoreContextProvider>
  )
}

function Waiting() {
  const translate = useTranslate()
  return <Stack role="status" alignItems="center" justifyContent="center" spacing={2} sx={{ minHeight: '100vh' }}><CircularProgress /><Typography color="text.secondary">{translate('coulisses.start.loading')}</Typography></Stack>
}

function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const translate = useTranslate()
  return (
    <Stack component="main" alignItems="center" justifyContent="center" sx={{ minHeight: '100vh', p: 2 }}>
      <Alert severity="error" action={<Button color="inherit" onClick={onRetry}>{translate('coulisses.start.again')}</Button>}>
        <strong>{translate('coulisses.start.unreachable')}</strong><br />{translate('coulisses.start.unreachableHelp')}
      </Alert>
    </Stack>
  )
}
