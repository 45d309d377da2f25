import Home from '@mui/icons-material/HomeOutlined'
import { Box, List, ListItemButton, ListItemIcon, ListItemText, ListSubheader, Tooltip } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useSidebarState } from 'react-admin'
import { useMediaQuery, type Theme } from '@mui/material'
import { Link, useLocation } from 'react-router'
import type { SvgIconComponent } from '@mui/icons-material'
import type { AdminResource } from '../data/meta.ts'
import { iconOf } from './icons.ts'
import { useMeta } from './meta.tsx'
import { useSay, useScreens } from './screens.tsx'

export interface MenuEntry { readonly path: string; readonly label: string; readonly icon: string | null; readonly order: number }
export interface MenuSection { readonly name: string; readonly label: string; readonly resources: readonly AdminResource[]; readonly entries: readonly MenuEntry[] }

/** What the caller may list, and the pages that he may open, by module, in the order that the declarations say. */
export function useMenu(): readonly MenuSection[] {
  const { meta } = useMeta()
  const pages = useScreens('page')
  const say = useSay()
  const ofModule = (module: string): readonly MenuEntry[] => pages.flatMap(({ menu, name, path = name, label, icon = null }) =>
    (typeof menu === 'object' && menu.module === module ? [{ path: `/${path}`, label: say(label), icon, order: menu.order }] : []))
  return meta.modules.map((module) => {
    const resources = meta.resources.filter((one) => one.module === module.name && one.menu !== null && one.operations.list !== null).sort((one, other) => orderOf(one) - orderOf(other))
    const entries = [...resources.map((one) => ({ path: `/${one.plural}`, label: one.labelPlural, icon: one.menu?.icon ?? null, order: orderOf(one) })), ...ofModule(module.name)]
    return { name: module.name, label: module.label, resources, entries: entries.sort((one, other) => one.order - other.order) }
  }).filter((section) => section.entries.length > 0)
}

const orderOf = (resource: AdminResource): number => resource.menu?.order ?? 0

export function AppMenu() {
  const translate = useTranslate()
  const sections = useMenu()
  const [open] = useSidebarState()
  return (
    <Box component="nav" aria-label={translate('coulisses.menu.main')} sx={{ pt: 1, pb: 4, width: open ? 240 : 56, '& li': { display: 'block' } }}>
      <List dense disablePadding><Item to="/" label={translate('coulisses.dashboard.title')} Icon={Home} open={open} exact /></List>
      {sections.map((section) => (
        <List key={section.name} dense disablePadding sx={{ mt: 1.5 }} subheader={open ? <ListSubheader disableSticky sx={{ bgcolor: 'transparent', lineHeight: '28px', fontSize: '0.72rem', letterSpacing: '0.06em', textTransform: 'uppercase' }}>{section.label}</ListSubheader> : undefined}>
          {section.entries.map((entry) => <Item key={entry.path} to={entry.path} label={entry.label} Icon={iconOf(entry.icon)} open={open} />)}
        </List>
      ))}
    </Box>
  )
}

interface ItemProps { readonly to: string; readonly label: string; readonly Icon: SvgIconComponent; readonly open: boolean; readonly exact?: boolean }

function Item({ to, label, Icon, open, exact = false }: ItemProps) {
  const { pathname } = useLocation()
  const [, setOpen] = useSidebarState()
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'))
  const current = exact ? pathname === to : pathname === to || pathname.startsWith(`${to}/`)
  const button = (
    <ListItemButton component={Link} to={to} selected={current} aria-current={current ? 'page' : undefined} onClick={() => { if (isPhone) setOpen(false) }} sx={{ borderRadius: 1.5, mx: 1, py: 0.6, px: 1, minHeight: 36 }} {...(open ? {} : { 'aria-label': label })}>
      <ListItemIcon sx={{ minWidth: open ? 34 : 0, color: current ? 'primary.main' : 'text.secondary' }}><Icon fontSize="small" /></ListItemIcon>
      {open ? <ListItemText primary={label} slotProps={{ primary: { noWrap: true, title: label, fontWeight: current ? 650 : 500 } }} /> : null}
    </ListItemButton>
  )
  return <li>{open ? button : <Tooltip title={label} placement="right">{button}</Tooltip>}</li>
}
