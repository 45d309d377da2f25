import { Button, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { apiErrorOf } from '../data/errors.ts'
import { Frame, PasswordBox, Step } from './frame.tsx'
import type { Session } from './session.ts'

type At = { readonly is: 'password' } | { readonly is: 'code'; readonly challenge: string } | { readonly is: 'forgotten' } | { readonly is: 'sent' }

interface Props {
  readonly session: Session
  readonly expired: boolean
  /** A password was just chosen by the link of a mail. */
  readonly chosen?: boolean
  /** The other house sent somebody back who is not let in. */
  readonly refused?: boolean
  /** Of a sign-in whose first step was made elsewhere. */
  readonly challenge?: string | undefined
}

/** The forms that stand where the back office was, or will be: the address stays, so that one goes on where one wanted to. */
export function SignIn({ session, expired, chosen = false, refused = false, challenge }: Props) {
  const translate = useTranslate()
  const [at, setAt] = useState<At>(challenge === undefined ? { is: 'password' } : { is: 'code', challenge })
  const back = <Button onClick={() => { setAt({ is: 'password' }) }}>{translate('coulisses.signIn.back')}</Button>
  switch (at.is) {
    case 'password': return <Password session={session} notice={refused ? translate('coulisses.signIn.refused') : chosen ? translate('coulisses.signIn.chosen') : expired ? translate('coulisses.signIn.expired') : undefined} onNext={setAt} />
    case 'code': return (
      <Frame title={translate('coulisses.signIn.secondStep')}>
        <Step submit={translate('coulisses.signIn.submit')} notice={translate('coulisses.signIn.codeHelp')} send={({ code = '' }) => session.completeSignIn(at.challenge, code)}>
          <TextField name="code" label={translate('coulisses.signIn.code')} required autoFocus fullWidth size="medium" autoComplete="one-time-code" slotProps={{ htmlInput: { autoCapitalize: 'off', spellCheck: false } }} />
        </Step>
        {back}
      </Frame>
    )
    case 'forgotten': return (
      <Frame title={translate('coulisses.signIn.forgotten')}>
        <Step submit={translate('coulisses.signIn.sendLink')} send={async ({ email = '' }) => { await session.requestPasswordReset(email.trim()); setAt({ is: 'sent' }) }}>
          <Typography>{translate('coulisses.signIn.forgottenHelp')}</Typography>
          <Email />
        </Step>
        {back}
      </Frame>
    )
    case 'sent': return <Frame title={translate('coulisses.signIn.forgotten')}><Typography role="status" sx={{ mb: 2 }}>{translate('coulisses.signIn.linkSent')}</Typography>{back}</Frame>
  }
}

function Password({ session, notice, onNext }: { readonly session: Session; readonly notice: string | undefined; readonly onNext: (at: At) => void }) {
  const translate = useTranslate()
  const [provider, setProvider] = useState<string>()
  useEffect(() => { void session.provider().then(setProvider) }, [session])
  const send = async ({ email = '', password = '' }: Readonly<Record<string, string>>): Promise<void> => {
    try {
      await session.signIn(email.trim(), password)
    } catch (error) {
      const challenge = apiErrorOf(error)?.details['challenge']
      if (typeof challenge !== 'string') throw error
      onNext({ is: 'code', challenge })
    }
  }
  return (
    <Frame title={translate('coulisses.signIn.title')}>
      <Step submit={translate('coulisses.signIn.submit')} notice={notice} send={send}>
        <Email />
        <PasswordBox name="password" label={translate('coulisses.signIn.password')} />
      </Step>
      {provider === undefined ? null : <Button fullWidth variant="outlined" size="large" href="/auth/oidc" sx={{ mt: 2 }}>{translate('coulisses.signIn.with', { name: provider })}</Button>}
      <Button sx={{ mt: 1 }} onClick={() => { onNext({ is: 'forgotten' }) }}>{translate('coulisses.signIn.forgotten')}</Button>
    </Frame>
  )
}

function Email() {
  const translate = useTranslate()
  return <TextField name="email" type="email" label={translate('coulisses.signIn.email')} autoComplete="username" required autoFocus fullWidth size="medium" />
}
