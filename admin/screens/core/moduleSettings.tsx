import { Box, Button, FormControlLabel, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material'
import { parse } from 'graphql'
import { useNotify } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { apiErrorOf } from '../../data/errors.ts'

type Value = string | number | boolean | null

export interface SettingState {
  readonly key: string; readonly label: string; readonly help: string | null; readonly kind: string
  readonly value: Value; readonly default: Value; readonly changed: boolean
  readonly choices: readonly { readonly value: string; readonly label: string }[] | null
  readonly limits: { readonly min?: number; readonly max?: number } | null
}

const CHANGE = parse('mutation Admin_ChangeModuleSettings($id: ID!, $values: JSON!) { data: changeModuleSettings(id: $id, values: $values) { id } }')

/** The settings of one module, each as its kind is given; faults stand beside their setting. */
export function ModuleSettings({ id, settings, onDone }: { readonly id: string; readonly settings: readonly SettingState[]; readonly onDone: () => void }) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const notify = useNotify()
  const [given, setGiven] = useState<Readonly<Record<string, Value>>>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await provider.run(CHANGE, { id, values: given })
      setGiven({})
      setFaults({})
      notify(say({ fr: 'Réglages enregistrés.', en: 'Settings saved.' }), { type: 'success' })
      onDone()
    } catch (error) {
      const fields = apiErrorOf(error)?.fields ?? []
      setFaults(Object.fromEntries(fields.map(({ path, message }) => [path.replace(/^values\./, ''), message])))
      if (fields.length === 0) notify(error instanceof Error ? error.message : 'coulisses.error.unexpected', { type: 'error' })
    }
  }
  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => { void save(event) }} sx={{ mt: 2 }}>
      <Typography component="h3" variant="subtitle2" gutterBottom>{say({ fr: 'Réglages', en: 'Settings' })}</Typography>
      <Stack spacing={2} sx={{ maxWidth: 480 }}>
        {settings.map((one) => <SettingInput key={one.key} setting={one} value={one.key in given ? given[one.key] ?? null : one.value} fault={faults[one.key]} onChange={(value) => { setGiven({ ...given, [one.key]: value }) }} />)}
        <Box><Button type="submit" variant="contained" size="small" disabled={Object.keys(given).length === 0}>{say({ fr: 'Enregistrer les réglages', en: 'Save the settings' })}</Button></Box>
      </Stack>
    </Box>
  )
}

interface InputProps { readonly setting: SettingState; readonly value: Value; readonly fault: string | undefined; readonly onChange: (value: Value) => void }

function SettingInput({ setting: { key, label, help, kind, choices, limits }, value, fault, onChange }: InputProps) {
  if (kind === 'boolean') return <FormControlLabel control={<Switch checked={value === true} onChange={(_event, checked) => { onChange(checked) }} />} label={label} />
  const number = kind === 'integer'
  return (
    <TextField
      id={`setting-${key}`} size="small" fullWidth label={label} value={value ?? ''} error={fault !== undefined} helperText={fault ?? help} select={choices !== null} type={number ? 'number' : 'text'}
      {...(limits ? { slotProps: { htmlInput: limits } } : {})}
      onChange={({ target }) => { onChange(number ? (target.value === '' ? null : Number(target.value)) : target.value) }}
    >
      {choices?.map((choice) => <MenuItem key={choice.value} value={choice.value}>{choice.label}</MenuItem>)}
    </TextField>
  )
}
