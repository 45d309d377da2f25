import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ClearButtons, DefaultEditorOptions, FormatButtons, LinkButtons, ListButtons, QuoteButtons, RichTextInput, RichTextInputToolbar, useTiptapEditor } from 'ra-input-rich-text'
import { useMemo } from 'react'
import type { InputProps } from '../kind.ts'

/** What the API keeps of a heading. */
const levels = [2, 3, 4] as const

function Level() {
  const translate = useTranslate()
  const editor = useTiptapEditor()
  const current = levels.find((level) => editor?.isActive('heading', { level }))
  const choose = (value: string): void => {
    const level = levels.find((one) => String(one) === value)
    if (level) editor?.chain().focus().setNode('heading', { level }).run()
    else editor?.chain().focus().setNode('paragraph').run()
  }
  return (
    <TextField select size="small" variant="standard" value={String(current ?? '')} onChange={(event) => { choose(event.target.value) }} sx={{ minWidth: 110, alignSelf: 'center', mr: 1 }} slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': translate('coulisses.editor.level') } } }}>
      <MenuItem value="">{translate('coulisses.editor.paragraph')}</MenuItem>
      {levels.map((level) => <MenuItem key={level} value={String(level)}>{translate('coulisses.editor.heading', { level: level - 1 })}</MenuItem>)}
    </TextField>
  )
}

/** The editor without what the API would drop: colours, alignment, pictures. */
export default function Editor({ field, source, required, disabled = false }: InputProps) {
  const options = useMemo(() => ({
    ...DefaultEditorOptions,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': field.label, ...(required ? { 'aria-required': 'true' } : {}) } },
  }), [field.label, required])
  return (
    <RichTextInput
      source={source} label={field.label} helperText={field.help ?? false} disabled={disabled} isRequired={required} editorOptions={options}
      toolbar={<RichTextInputToolbar size="small"><Level /><FormatButtons size="small" /><ListButtons size="small" /><LinkButtons size="small" /><QuoteButtons size="small" /><ClearButtons size="small" /></RichTextInputToolbar>}
    />
  )
}
