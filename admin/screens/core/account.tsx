import { Stack, Typography } from '@mui/material'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import { Keys } from './account/keys.tsx'
import { Password } from './account/password.tsx'
import { SecondFactor } from './account/secondFactor.tsx'
import { Sessions } from './account/sessions.tsx'

/** What concerns one's own credentials. */
export default function Account() {
  const say = useSay()
  const title = say({ fr: 'Mon compte', en: 'My account' })
  return (
    <>
      <PageTitle title={title} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 2 }}>{title}</Typography>
      <Stack spacing={2} sx={{ maxWidth: 760 }}>
        <Password />
        <SecondFactor />
        <Sessions />
        <Keys />
      </Stack>
    </>
  )
}
