import Save from '@mui/icons-material/Save'
import { Button, CircularProgress, Paper, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'

interface Props {
  readonly inDialog: boolean
  readonly create: boolean
  readonly onCancel?: () => void
  readonly children?: ReactNode
}

/** Save, wherever one is in a long form; Ctrl+S does the same. */
export function FormBar({ inDialog, create, onCancel, children }: Props) {
  const translate = useTranslate()
  const { isSubmitting, dirtyFields } = useFormState()
  const button = useRef<HTMLButtonElement>(null)
  const dirty = Object.keys(dirtyFields).length > 0
  useSaveKey(button)
  return (
    <Paper
      elevation={0} square={!inDialog}
      sx={{ position: 'sticky', bottom: 0, zIndex: 2, mt: 3, py: 1.5, borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', mx: -3, px: 3, ...(inDialog ? {} : { mb: -3 }) }}
    >
      <Stack direction="row" spacing={1.5} alignItems="center">
        <Button ref={button} type="submit" variant="contained" disabled={isSubmitting || (!create && !dirty)} startIcon={isSubmitting ? <CircularProgress size={16} color="inherit" /> : <Save />} aria-keyshortcuts="Control+S">
          {translate(create ? 'ra.action.create' : 'ra.action.save')}
        </Button>
        {onCancel ? <Button color="inherit" onClick={onCancel}>{translate('ra.action.cancel')}</Button> : null}
        <span style={{ flex: 1 }} />
        {children}
      </Stack>
    </Paper>
  )
}

function useSaveKey(button: React.RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      // Of two forms, the one in the dialog in front hears the key.
      const dialogs = document.querySelectorAll('[role=dialog]')
      const front = dialogs[dialogs.length - 1]
      if (!front || front.contains(button.current)) button.current?.click()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [button])
}
