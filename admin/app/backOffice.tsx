import { Resource } from 'ra-core'
import { Admin, CustomRoutes } from 'react-admin'
import { lazy, useEffect, useMemo } from 'react'
import { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, Route, RouterProvider } from 'react-router'
import type { AdminMeta, AdminResource } from '../data/meta.ts'
import type { Bundle } from './bundle.ts'
import { Crash } from './crash.tsx'
import { FilesProvider, type Files } from './files.tsx'
import { Layout } from './layout.tsx'
import { MetaProvider } from './meta.tsx'
import { AccessDenied, NotFound } from './notFound.tsx'
import { pagesFor, ScreenBody } from './screens.tsx'
import { storeOf } from './store.ts'
import { darkTheme, lightTheme } from './theme.ts'

const pages = {
  list: () => import('../resource/list/listPage.tsx'), show: () => import('../resource/show/showPage.tsx'), edit: () => import('../resource/form/editPage.tsx'),
  create: () => import('../resource/form/createPage.tsx'), dashboard: () => import('./dashboard.tsx'),
}
const ListPage = lazy(pages.list)
const ShowPage = lazy(pages.show)
const EditPage = lazy(pages.edit)
const CreatePage = lazy(pages.create)
const Dashboard = lazy(pages.dashboard)
/** When the first page stands, the others are fetched, so that the way there is short. */
const PAUSE = 1_000

interface Props { readonly user: string; readonly bundle: Bundle; readonly files: Files }

/** react-admin with the resources that `adminMeta` names: no screen is written for any of them. */
export function BackOffice({ user, bundle, files }: Props) {
  const router = useMemo(() => createBrowserRouter([{ path: '*', element: <Pages user={user} bundle={bundle} files={files} /> }], { basename: import.meta.env.BASE_URL.replace(/\/$/, '') }), [user, bundle, files])
  useEffect(() => {
    const timer = setTimeout(() => { for (const load of Object.values(pages)) void load() }, PAUSE)
    return () => { clearTimeout(timer) }
  }, [])
  return <RouterProvider router={router} />
}

function Pages({ user, bundle, files }: Props) {
  const store = useMemo(() => storeOf(user), [user])
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }), [])
  const [meta] = bundle.metas.values()
  return (
    <FilesProvider value={files}>
      <MetaProvider metas={bundle.metas} schema={bundle.schema}>
        <Admin
          dataProvider={bundle.dataProvider} authProvider={bundle.authProvider} i18nProvider={bundle.i18nProvider} store={store} queryClient={queries} lightTheme={lightTheme} darkTheme={darkTheme}
          layout={Layout} dashboard={Dashboard} error={Crash} catchAll={NotFound} accessDenied={AccessDenied} loginPage={false} title="Coulisses" disableTelemetry
        >
          {meta ? resourcesOf(meta).map(screensOf) : null}
          <CustomRoutes>{pagesFor(bundle.schema).map((page) => <Route key={page.name} path={`/${page.path ?? page.name}/*`} element={<ScreenBody screen={page} />} />)}</CustomRoutes>
        </Admin>
      </MetaProvider>
    </FilesProvider>
  )
}

const resourcesOf = (meta: AdminMeta): readonly AdminResource[] => meta.resources

/** A page exists where the caller has its operation (pitfall 24: nothing is guessed from data). */
function screensOf({ name, plural, operations }: AdminResource) {
  return (
    <Resource
      key={name} name={plural} recordRepresentation="_label"
      {...(operations.list ? { list: <ListPage key={plural} plural={plural} /> } : {})}
      {...(operations.one ? { show: <ShowPage plural={plural} /> } : {})}
      {...(operations.update && operations.one ? { edit: <EditPage plural={plural} /> } : {})}
      {...(operations.create ? { create: <CreatePage plural={plural} /> } : {})}
    />
  )
}
