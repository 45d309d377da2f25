import { Alert, Card, CardContent, Chip, FormControlLabel, Skeleton, Stack, Switch, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useNotify, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { useState } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import { ModuleSettings, type SettingState } from './moduleSettings.tsx'

interface ModuleSwitch {
  readonly id: string; readonly key: string; readonly label: string; readonly enabled: boolean; readonly switchable: boolean
  readonly needs: readonly string[]; readonly neededBy: readonly string[]; readonly entities: readonly string[]; readonly settings: readonly SettingState[]
}

const SWITCHES = parse('query Admin_Modules { data: moduleSwitches { id key label enabled switchable needs neededBy entities settings { key label help kind value default choices limits changed } } }')
const SWITCH = parse('mutation Admin_SwitchModules($modules: [ID!]!, $enabled: Boolean!) { data: switchModules(modules: $modules, enabled: $enabled) }')

/** Every module with its switch, what hangs on it, and its settings. */
export default function Modules() {
  const say = useSay()
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { data, error, refetch } = useQuery({
    queryKey: ['modules', 'switches'],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(SWITCHES, {}, signal) as readonly ModuleSwitch[],
  })
  const title = say({ fr: 'Modules et réglages', en: 'Modules and settings' })
  return (
    <>
      <PageTitle title={title} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 1 }}>{title}</Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>{say({ fr: 'Un module désactivé quitte les menus et refuse ses opérations ; ses données sont conservées.', en: 'A module that is off leaves the menus and refuses its operations; its data is kept.' })}</Typography>
      {error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : null}
      {data ? <Stack spacing={2}>{data.map((one) => <ModuleCard key={one.id} module={one} all={data} onDone={() => { void refetch() }} />)}</Stack> : error ? null : <Skeleton variant="rounded" height={240} />}
    </>
  )
}

interface CardProps { readonly module: ModuleSwitch; readonly all: readonly ModuleSwitch[]; readonly onDone: () => void }

function ModuleCard({ module, all, onDone }: CardProps) {
  const say = useSay()
  const named = (keys: readonly string[]): string => keys.map((key) => all.find((one) => one.key === key)?.label ?? key).join(', ')
  return (
    <Card component="section" aria-label={module.label}>
      <CardContent>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} justifyContent="space-between" alignItems={{ sm: 'center' }}>
          <Typography component="h2" variant="h6">{module.label}</Typography>
          {module.switchable ? <ModuleSwitchButton module={module} all={all} onDone={onDone} /> : <Chip size="small" label={say({ fr: 'Toujours en service', en: 'Always on' })} />}
        </Stack>
        <Typography variant="body2" color="text.secondary">{module.entities.join(' · ')}</Typography>
        {module.needs.length > 0 ? <Typography variant="body2">{say({ fr: 'A besoin de', en: 'Needs' })} {named(module.needs)}</Typography> : null}
        {module.neededBy.length > 0 ? <Typography variant="body2">{say({ fr: 'Nécessaire à', en: 'Needed by' })} {named(module.neededBy)}</Typography> : null}
        {module.settings.length > 0 ? <ModuleSettings id={module.id} settings={module.settings} onDone={onDone} /> : null}
      </CardContent>
    </Card>
  )
}

/** Asks first, and names the modules that go along: those that need it when it goes off, those that it needs when it comes back. */
function ModuleSwitchButton({ module, all, onDone }: CardProps) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const notify = useNotify()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const enabled = !module.enabled
  const along = all.filter((one) => (enabled ? module.needs : module.neededBy).includes(one.key) && one.enabled !== enabled)
  const names = [module, ...along].map((one) => one.label).join(', ')
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      await provider.run(SWITCH, { modules: [module, ...along].map((one) => one.id), enabled })
      // Menus, pages and introspection are others now.
      window.location.reload()
    } catch (error) {
      const message = error instanceof Error ? error.message : 'coulisses.error.unexpected'
      notify(message, { type: 'error', messageArgs: { _: message } })
      setBusy(false)
      setAsking(false)
      onDone()
    }
  }
  return (
    <>
      <FormControlLabel control={<Switch checked={module.enabled} onChange={() => { setAsking(true) }} />} label={module.enabled ? say({ fr: 'En service', en: 'On' }) : say({ fr: 'Désactivé', en: 'Off' })} />
      <Confirm
        isOpen={asking} loading={busy} title={`${enabled ? say({ fr: 'Activer', en: 'Switch on' }) : say({ fr: 'Désactiver', en: 'Switch off' })} : ${names}`}
        content={enabled
          ? say({ fr: 'Ses menus et ses opérations reviennent, avec ses données telles qu’elles étaient.', en: 'Its menus and operations come back, with its data as it was.' })
          : say({ fr: 'Ses menus disparaissent et ses opérations sont refusées, pour tout le monde, dès maintenant. Aucune donnée n’est supprimée.', en: 'Its menus go and its operations are refused, for everybody, from now on. No data is deleted.' })}
        onConfirm={() => { void run() }} onClose={() => { setAsking(false) }}
      />
    </>
  )
}
