import Visibility from '@mui/icons-material/Visibility'
import { Alert, Button } from '@mui/material'
import { useSay } from '../../app/screens.tsx'
import { viewAs, viewedRole } from '../../data/viewAs.ts'

/** Says as whom one looks, as long as one does: nothing can be changed meanwhile. */
export default function ViewAsBanner() {
  const say = useSay()
  const role = viewedRole()
  if (role === undefined) return null
  return (
    <Alert severity="warning" role="status" icon={<Visibility />} sx={{ mt: 1 }} action={<Button color="inherit" size="small" onClick={() => { viewAs(undefined) }}>{say({ fr: 'Revenir à mes droits', en: 'Back to my own rights' })}</Button>}>
      {say({ fr: `Vous voyez ce que voit le rôle « ${role} ». Rien ne peut être modifié ; cette consultation est enregistrée.`, en: `You see what the role “${role}” sees. Nothing can be changed; this is on record.` })}
    </Alert>
  )
}
