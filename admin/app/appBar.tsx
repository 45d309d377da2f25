import Brightness4 from '@mui/icons-material/Brightness4'
import HelpOutline from '@mui/icons-material/HelpOutline'
import Search from '@mui/icons-material/Search'
import { Box, Button, Divider, IconButton, Link as MuiLink, ListItemIcon, ListItemText, Menu, MenuItem, Typography, useMediaQuery, type Theme } from '@mui/material'
import { useGetIdentity, useLocaleState, useLogout, useStore, useStoreContext, useTranslate } from 'ra-core'
import AccountCircle from '@mui/icons-material/AccountCircle'
import Check from '@mui/icons-material/Check'
import { AppBar as RaAppBar, LoadingIndicator } from 'react-admin'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { languages } from '../i18n/provider.ts'
import { Screens, useSay, useScreens } from './screens.tsx'

interface Props { readonly onHelp: () => void; readonly onPalette: () => void }

export function AppBar({ onHelp, onPalette }: Props) {
  const translate = useTranslate()
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  return (
    <RaAppBar color="default" alwaysOn userMenu={false} toolbar={<><Bell onHelp={onHelp} /><LoadingIndicator /></>}>
      <MuiLink component={Link} to="/" color="inherit" underline="none" sx={{ fontWeight: 700, letterSpacing: '0.04em', fontSize: '1.05rem', mx: 1, flex: 'none' }}>Coulisses</MuiLink>
      <Box sx={{ flex: 1, display: 'flex', justifyContent: 'center' }}>
        {isPhone
          ? <IconButton color="inherit" aria-label={translate('coulisses.palette.title')} onClick={onPalette} sx={{ ml: 'auto' }}><Search /></IconButton>
          : <Button color="inherit" startIcon={<Search />} onClick={onPalette} aria-keyshortcuts="Control+K" sx={{ bgcolor: 'rgba(255,255,255,.10)', px: 2, minWidth: 260, justifyContent: 'flex-start', fontWeight: 400 }}>{translate('coulisses.palette.title')}<Box component="kbd" sx={{ ml: 'auto', opacity: 0.75, fontSize: '0.75rem', fontFamily: 'inherit' }}>Ctrl K</Box></Button>}
      </Box>
    </RaAppBar>
  )
}

/** Language, look, help, account. */
function Bell({ onHelp }: { readonly onHelp: () => void }) {
  const translate = useTranslate()
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  return (
    <>
      <Screens place="bar" />
      <LanguageMenu />
      <ThemeMenu />
      {isPhone ? null : <IconButton color="inherit" aria-label={translate('coulisses.help.open')} title={translate('coulisses.help.open')} onClick={onHelp}><HelpOutline /></IconButton>}
      <AccountMenu />
    </>
  )
}

function Dropdown({ label, button, children }: { readonly label: string; readonly button: ReactNode; readonly children: (close: () => void) => ReactNode }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton color="inherit" aria-label={label} title={label} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event: MouseEvent<HTMLElement>) => { setAnchor(event.currentTarget) }}>{button}</IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }}>{children(() => { setAnchor(null) })}</Menu>
    </>
  )
}

function LanguageMenu() {
  const translate = useTranslate()
  const [locale, setLocale] = useLocaleState()
  return (
    <Dropdown label={`${translate('coulisses.menu.language')} : ${locale.toUpperCase()}`} button={<Typography component="span" sx={{ fontSize: '0.85rem', fontWeight: 700, width: 24 }}>{locale.toUpperCase()}</Typography>}>
      {(close) => languages.map((one) => <MenuItem key={one.locale} lang={one.locale} selected={one.locale === locale} onClick={() => { close(); setLocale(one.locale) }}>{one.name}</MenuItem>)}
    </Dropdown>
  )
}

/** Light, dark, or as the system says: then nothing is kept. */
function ThemeMenu() {
  const translate = useTranslate()
  const { removeItem } = useStoreContext()
  const [theme, setTheme] = useStore<'light' | 'dark' | undefined>('theme')
  const choose = (mode: 'light' | 'dark' | 'system'): void => { if (mode === 'system') removeItem('theme'); else setTheme(mode) }
  return (
    <Dropdown label={translate('coulisses.menu.theme')} button={<Brightness4 />}>
      {(close) => (['light', 'dark', 'system'] as const).map((mode) => (
        <MenuItem key={mode} onClick={() => { close(); choose(mode) }}>
          <ListItemIcon>{(theme ?? 'system') === mode ? <Check fontSize="small" /> : null}</ListItemIcon><ListItemText>{translate(`coulisses.menu.${mode}`)}</ListItemText>
        </MenuItem>
      ))}
    </Dropdown>
  )
}

/** Whether something is still to be saved: asked as the browser asks before a page is closed. */
function mayLeave(question: string): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  return window.dispatchEvent(leaving) || window.confirm(question)
}

function AccountMenu() {
  const translate = useTranslate()
  const logout = useLogout()
  const say = useSay()
  const { identity } = useGetIdentity()
  const pages = useScreens('page').filter(({ menu }) => menu === 'account')
  return (
    <Dropdown label={translate('coulisses.menu.account')} button={<AccountCircle />}>
      {(close) => [
        <Typography key="name" variant="body2" sx={{ px: 2, py: 0.5 }}>{translate('coulisses.signIn.signedInAs', { name: identity?.fullName ?? '' })}</Typography>,
        ...pages.map((page) => <MenuItem key={page.name} component={Link} to={`/${page.path ?? page.name}`} onClick={close}>{say(page.label)}</MenuItem>),
        <Divider key="line" sx={{ my: 0.5 }} />,
        <MenuItem key="out" onClick={() => { close(); if (mayLeave(translate('ra.message.unsaved_changes'))) void logout() }}>{translate('coulisses.menu.signOut')}</MenuItem>,
      ]}
    </Dropdown>
  )
}
