import { useNotify } from 'ra-core'
import { parse } from 'graphql'
import { useState } from 'react'
import { useAdminDataProvider } from '../../../app/meta.tsx'
import { useSay } from '../../../app/screens.tsx'
import { PasswordBox, Step } from '../../../auth/frame.tsx'
import { Part } from './parts.tsx'

const CHANGE = parse('mutation Admin_ChangePassword($currentPassword: String!, $newPassword: String!) { data: changePassword(currentPassword: $currentPassword, newPassword: $newPassword) }')

export function Password() {
  const say = useSay()
  const notify = useNotify()
  const provider = useAdminDataProvider()
  // Emptied by being made anew.
  const [turn, setTurn] = useState(0)
  const send = async ({ currentPassword, newPassword }: Readonly<Record<string, string>>): Promise<void> => {
    await provider.run(CHANGE, { currentPassword, newPassword })
    setTurn(turn + 1)
    notify(say({ fr: 'Mot de passe changé. Vos autres sessions sont fermées.', en: 'Password changed. Your other sessions have ended.' }), { type: 'success' })
  }
  return (
    <Part title={say({ fr: 'Mot de passe', en: 'Password' })}>
      <Step key={turn} submit={say({ fr: 'Changer le mot de passe', en: 'Change the password' })} send={send}>
        <PasswordBox name="currentPassword" label={say({ fr: 'Mot de passe actuel', en: 'Current password' })} />
        <PasswordBox name="newPassword" label={say({ fr: 'Nouveau mot de passe', en: 'New password' })} help={say({ fr: 'Douze caractères au moins.', en: 'Twelve characters at least.' })} fresh />
      </Step>
    </Part>
  )
}
