import { Box } from '@mui/material'
import { useLocale } from 'ra-core'
import { Layout as RaLayout, type LayoutProps } from 'react-admin'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { AppBar } from './appBar.tsx'
import { Crash } from './crash.tsx'
import { AppMenu } from './menu.tsx'
import { Screens } from './screens.tsx'
import { useKeys } from './useKeys.ts'

const Palette = lazy(() => import('./palette.tsx'))
const HelpSheet = lazy(() => import('./helpSheet.tsx'))

export function Layout({ children }: LayoutProps) {
  const [shown, setShown] = useState<'palette' | 'help'>()
  const locale = useLocale()
  useEffect(() => { document.documentElement.lang = locale }, [locale])
  useKeys({ help: () => { setShown('help') }, palette: () => { setShown('palette') } })
  const close = (): void => { setShown(undefined) }
  // react-admin wants a component, and a new one with every rendering would forget its open menus.
  const Bar = useMemo(() => () => <AppBar onHelp={() => { setShown('help') }} onPalette={() => { setShown('palette') }} />, [])
  return (
    <RaLayout appBar={Bar} menu={AppMenu} error={Crash} appBarAlwaysOn sx={{ minWidth: 0, '& .RaLayout-content': { px: { xs: 1, sm: 3 }, pb: 4, minWidth: 0 }, '& .RaSidebar-fixed': { borderInlineEnd: 1, borderColor: 'divider' } }}>
      <Box sx={{ maxWidth: 1500 }}><Screens place="banner" />{children}</Box>
      <Suspense>
        {shown === 'palette' ? <Palette onClose={close} /> : null}
        {shown === 'help' ? <HelpSheet onClose={close} /> : null}
      </Suspense>
    </RaLayout>
  )
}
