import { useTranslate } from 'ra-core'
import { Frame, PasswordBox, Step } from './frame.tsx'
import type { Session } from './session.ts'

/** Where the link of a mail leads: a first password, or a new one. */
export function ChoosePassword({ session, token, onDone }: { readonly session: Session; readonly token: string; readonly onDone: () => void }) {
  const translate = useTranslate()
  const send = async ({ password = '', again = '' }: Readonly<Record<string, string>>): Promise<void> => {
    if (password !== again) throw new Error('coulisses.signIn.notTheSame')
    await session.setPassword(token, password)
    onDone()
  }
  return (
    <Frame title={translate('coulisses.signIn.choose')}>
      <Step submit={translate('coulisses.signIn.keep')} send={send}>
        <PasswordBox name="password" label={translate('coulisses.signIn.newPassword')} help={translate('coulisses.signIn.passwordHelp')} fresh autoFocus />
        <PasswordBox name="again" label={translate('coulisses.signIn.again')} fresh />
      </Step>
    </Frame>
  )
}
