import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { parse } from 'graphql'
import { useAdminDataProvider } from '../../../app/meta.tsx'
import { useSay } from '../../../app/screens.tsx'
import { Step } from '../../../auth/frame.tsx'
import { Fault, Part, useOwn, useRunOwn } from './parts.tsx'

interface Own { readonly secondFactor: boolean; readonly secondFactorNeeded: boolean; readonly recoveryCodesLeft: number }
interface Begun { readonly secret: string; readonly uri: string }
type At = { readonly is: 'still' } | { readonly is: 'begun'; readonly begun: Begun } | { readonly is: 'asked'; readonly operation: 'removeSecondFactor' | 'renewRecoveryCodes' } | { readonly is: 'codes'; readonly codes: readonly string[] }

/** Codes of a telephone beside the password, and codes on paper for when it is lost. */
export function SecondFactor() {
  const say = useSay()
  const run = useRunOwn()
  const { data, error, refetch } = useOwn<Own>('secondFactor', 'query Admin_SecondFactor { data: me { id secondFactor secondFactorNeeded recoveryCodesLeft } }')
  const [at, setAt] = useState<At>({ is: 'still' })
  const begin = async (): Promise<void> => {
    const begun = await run<Begun>('mutation Admin_BeginSecondFactor { data: beginSecondFactor { secret uri } }')
    if (begun) setAt({ is: 'begun', begun })
  }
  const done = (answer: unknown): void => { setAt(Array.isArray(answer) ? { is: 'codes', codes: answer.map(String) } : { is: 'still' }); void refetch() }
  return (
    <Part title={say({ fr: 'Double authentification', en: 'Two-step sign-in' })}>
      <Fault error={error} />
      {data?.secondFactorNeeded ? <Alert severity="warning" sx={{ mb: 2 }}>{say({ fr: 'Mettez-la en place pour retrouver vos droits d’administrateur.', en: 'Set it up to have your administrator’s rights.' })}</Alert> : null}
      {at.is === 'begun' ? <Begin begun={at.begun} onDone={done} /> : null}
      {at.is === 'asked' ? <Code operation={at.operation} label={at.operation === 'removeSecondFactor' ? say({ fr: 'Retirer', en: 'Remove' }) : say({ fr: 'Faire de nouveaux codes', en: 'Make new codes' })} onDone={done} /> : null}
      {at.is === 'codes' ? <Codes codes={at.codes} onDone={() => { setAt({ is: 'still' }) }} /> : null}
      {at.is === 'still' && data ? <State own={data} onBegin={() => { void begin() }} onAsk={(operation) => { setAt({ is: 'asked', operation }) }} /> : null}
    </Part>
  )
}

interface StateProps { readonly own: Own; readonly onBegin: () => void; readonly onAsk: (operation: 'removeSecondFactor' | 'renewRecoveryCodes') => void }

function State({ own, onBegin, onAsk }: StateProps) {
  const say = useSay()
  if (!own.secondFactor) {
    return (
      <>
        <Typography sx={{ mb: 2 }}>{say({ fr: 'Pas encore en place. Elle demande un code de votre téléphone après le mot de passe.', en: 'Not set up yet. It asks for a code of your telephone after the password.' })}</Typography>
        <Button variant="outlined" onClick={onBegin}>{say({ fr: 'Mettre en place', en: 'Set up' })}</Button>
      </>
    )
  }
  return (
    <>
      <Typography sx={{ mb: 2 }}>{say({ fr: `En place. Codes de secours restants : ${own.recoveryCodesLeft}.`, en: `In force. Recovery codes left: ${own.recoveryCodesLeft}.` })}</Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
        <Button variant="outlined" onClick={() => { onAsk('renewRecoveryCodes') }}>{say({ fr: 'Nouveaux codes de secours', en: 'New recovery codes' })}</Button>
        <Button color="error" onClick={() => { onAsk('removeSecondFactor') }}>{say({ fr: 'Retirer', en: 'Remove' })}</Button>
      </Stack>
    </>
  )
}

/** A picture for the telephone, the same as a text for whoever cannot show it one, and the first code. */
function Begin({ begun, onDone }: { readonly begun: Begun; readonly onDone: (answer: unknown) => void }) {
  const say = useSay()
  return (
    <Stack spacing={2}>
      <Typography>{say({ fr: 'Montrez cette image à une application de codes (FreeOTP, Aegis, Google Authenticator…), ou donnez-lui la clé.', en: 'Show this picture to an application for codes (FreeOTP, Aegis, Google Authenticator…), or give it the key.' })}</Typography>
      <Box role="img" aria-label={say({ fr: 'Image à photographier ; la clé en dessous dit la même chose.', en: 'A picture to scan; the key below says the same.' })} sx={{ width: 200, bgcolor: '#fff', p: 1, '& svg': { display: 'block' } }} dangerouslySetInnerHTML={{ __html: renderSVG(begun.uri, { border: 2 }) }} />
      <Typography component="code" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }} data-secret>{begun.secret.replaceAll(/(.{4})(?!$)/g, '$1 ')}</Typography>
      <Code operation="confirmSecondFactor" label={say({ fr: 'Confirmer', en: 'Confirm' })} onDone={onDone} />
    </Stack>
  )
}

function Code({ operation, label, onDone }: { readonly operation: string; readonly label: string; readonly onDone: (answer: unknown) => void }) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const send = async ({ code }: Readonly<Record<string, string>>): Promise<void> => { onDone(await provider.run(parse(`mutation Admin_SecondFactorCode($code: String!) { data: ${operation}(code: $code) }`), { code })) }
  return (
    <Step submit={label} send={send}>
      <TextField name="code" label={say({ fr: 'Code du téléphone', en: 'Code of the telephone' })} required autoFocus fullWidth size="medium" autoComplete="one-time-code" />
    </Step>
  )
}

function Codes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const say = useSay()
  return (
    <Stack spacing={2}>
      <Alert severity="warning">{say({ fr: 'Notez ces codes de secours, qui ne seront plus montrés : chacun ouvre votre compte une fois si vous perdez votre téléphone.', en: 'Write these recovery codes down, they are not shown again: each opens your account once if you lose your telephone.' })}</Alert>
      <Box component="ul" aria-label={say({ fr: 'Codes de secours', en: 'Recovery codes' })} sx={{ m: 0, pl: 3, fontFamily: 'monospace', columns: { sm: 2 } }}>{codes.map((code) => <li key={code}>{code}</li>)}</Box>
      <Box><Button variant="contained" onClick={onDone}>{say({ fr: 'Je les ai notés', en: 'I have written them down' })}</Button></Box>
    </Stack>
  )
}
