import { Alert, Box, Button, FormControlLabel, Checkbox, FormGroup, Link as MuiLink, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { parse } from 'graphql'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAdminDataProvider, useMeta } from '../../../app/meta.tsx'
import { useSay } from '../../../app/screens.tsx'
import type { Labels } from '../../screen.ts'
import { Step } from '../../../auth/frame.tsx'
import { Part } from './parts.tsx'

const ISSUE = parse(`mutation Admin_IssueApiKey($name: String!, $scopes: [IssueApiKeyScopes!]!, $expiresAt: DateTime!, $addresses: [String!]) {
  data: issueApiKey(name: $name, scopes: $scopes, expiresAt: $expiresAt, addresses: $addresses) { secret } }`)

const scopes: Readonly<Record<string, Labels>> = {
  GRAPHQL_READ: { fr: 'Lire', en: 'Read' }, GRAPHQL_WRITE: { fr: 'Modifier', en: 'Change' }, DOCUMENTS_RUN: { fr: 'Documents approuvés', en: 'Approved documents' },
}
const DAY = 86_400_000

/** A key for a program, shown once; those that there are stand in their list. */
export function Keys() {
  const say = useSay()
  const provider = useAdminDataProvider()
  const [secret, setSecret] = useState<string>()
  // Partners have their keys on their own page.
  const listed = useMeta().resource('ApiKey') !== undefined
  const send = async ({ name, days, addresses = '', ...rest }: Readonly<Record<string, string>>): Promise<void> => {
    const wanted = Object.keys(scopes).filter((scope) => rest[scope] === 'on')
    const issued = await provider.run(ISSUE, { name, scopes: wanted, expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString(), addresses: addresses.split(/[\s,;]+/).filter((one) => one !== '') }) as { readonly secret: string }
    setSecret(issued.secret)
  }
  return (
    <Part title={say({ fr: 'Clés d’API', en: 'API keys' })}>
      <Typography sx={{ mb: 2 }}>
        {say({ fr: 'Pour un programme qui agit en votre nom : il ne peut jamais plus que vous. ', en: 'For a program that acts for you: it never may more than you. ' })}
        {listed ? <MuiLink component={Link} to="/apiKeys" underline="always">{say({ fr: 'Vos clés', en: 'Your keys' })}</MuiLink> : null}
      </Typography>
      {secret === undefined ? <NewKey send={send} /> : <Shown secret={secret} onDone={() => { setSecret(undefined) }} />}
    </Part>
  )
}

function NewKey({ send }: { readonly send: (values: Readonly<Record<string, string>>) => Promise<void> }) {
  const say = useSay()
  return (
    <Step submit={say({ fr: 'Créer la clé', en: 'Create the key' })} send={send}>
      <TextField name="name" label={say({ fr: 'Nom de la clé', en: 'Name of the key' })} required fullWidth size="medium" />
      <FormGroup row aria-label={say({ fr: 'Portées', en: 'Scopes' })}>
        {Object.entries(scopes).map(([scope, label]) => <FormControlLabel key={scope} control={<Checkbox name={scope} defaultChecked={scope === 'GRAPHQL_READ'} />} label={say(label)} />)}
      </FormGroup>
      <TextField name="addresses" label={say({ fr: 'Depuis ces adresses seulement (facultatif)', en: 'From these addresses only (optional)' })} placeholder="203.0.113.7, 2001:db8::/32" fullWidth size="medium" />
      <TextField name="days" select defaultValue="90" label={say({ fr: 'Durée', en: 'Lifetime' })} fullWidth size="medium">
        {[30, 90, 365].map((days) => <MenuItem key={days} value={String(days)}>{say({ fr: `${days} jours`, en: `${days} days` })}</MenuItem>)}
      </TextField>
    </Step>
  )
}

function Shown({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const say = useSay()
  return (
    <Stack spacing={2}>
      <Alert severity="warning">{say({ fr: 'Gardez cette clé maintenant : elle ne sera plus montrée.', en: 'Keep this key now: it is not shown again.' })}</Alert>
      <Typography component="code" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{secret}</Typography>
      <Box><Button variant="contained" onClick={onDone}>{say({ fr: 'Je l’ai gardée', en: 'I have kept it' })}</Button></Box>
    </Stack>
  )
}
