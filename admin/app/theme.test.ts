import { createTheme } from '@mui/material'
import { describe, expect, it } from 'vitest'
import { darkTheme, lightTheme } from './theme.ts'

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const full = (hex: string): string => (hex.length === 4 ? `#${hex.slice(1).replaceAll(/./g, '$&$&')}` : hex)
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(full(one)), luminance(full(other))].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([['light', lightTheme], ['dark', darkTheme]])('the %s theme', (_name, options) => {
  const { palette } = createTheme(options)
  it('has texts that everybody can read: at least 4.5 to 1', () => {
    const pairs = [
      ...[palette.text.primary, palette.text.secondary, palette.primary.main, palette.error.main, palette.warning.main, palette.success.main, palette.info.main].flatMap((text) => [[text, palette.background.paper], [text, palette.background.default]]),
      [palette.primary.contrastText, palette.primary.main], [palette.error.contrastText, palette.error.main],
    ]
    for (const [text = '', ground = ''] of pairs) expect([text, ground, contrast(text, ground) >= 4.5]).toEqual([text, ground, true])
  })
})
