import merge from 'lodash/merge.js'
import { defaultTheme, type RaThemeOptions } from 'react-admin'

/** Colours of the chips of states, as background and text, for each of the two themes. */
type Chips = Readonly<Record<string, readonly [background: string, text: string]>>
const lightChips: Chips = { grey: ['#e9e5e1', '#4a4340'], leaf: ['#d8ecdc', '#175a2c'], amber: ['#fbe8c6', '#6b4300'], rose: ['#fbdde4', '#8c1d40'], sky: ['#d9e8f6', '#174a78'], plum: ['#e9dff3', '#552b80'] }
const darkChips: Chips = { grey: ['#3a3437', '#ddd5d2'], leaf: ['#1e3f29', '#a8e0b8'], amber: ['#493612', '#f3cf8b'], rose: ['#4f1d2c', '#f5b8c6'], sky: ['#1b3550', '#aad2f5'], plum: ['#3a2550', '#d6bdf0'] }

const font = ['Inter', 'system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Helvetica Neue"', 'Arial', 'sans-serif'].join(',')

function theme(mode: 'light' | 'dark', palette: RaThemeOptions['palette'], chips: Chips, bar: string): RaThemeOptions {
  const own: RaThemeOptions = {
    palette: { mode, ...palette },
    shape: { borderRadius: 8 },
    typography: { fontFamily: font, fontSize: 14, h5: { fontWeight: 650, letterSpacing: '-0.01em' }, h6: { fontWeight: 600 }, button: { textTransform: 'none', fontWeight: 600 } },
    sidebar: { width: 248, closedWidth: 56 },
    components: {
      // What turns while something loads has a name for those who do not see it turn.
      MuiCircularProgress: { defaultProps: { 'aria-label': 'Chargement' } },
      MuiCssBaseline: { styleOverrides: {
        // Whoever asked for less movement gets none.
        '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': { animationDuration: '0.01ms !important', animationIterationCount: '1 !important', transitionDuration: '0.01ms !important', scrollBehavior: 'auto !important' } },
        '.unseen': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
        '.owned': { border: '1px solid var(--owned)', borderRadius: 8, padding: 16 },
        ':root': { '--owned': mode === 'dark' ? 'rgba(255,255,255,.16)' : 'rgba(35,31,32,.16)' },
        ...Object.fromEntries(Object.entries(chips).map(([name, [background, text]]) => [`.MuiChip-root.state-${name}`, { backgroundColor: background, color: text, fontWeight: 600 }])),
      } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiAppBar: { styleOverrides: { root: { backgroundColor: bar, color: '#fff', boxShadow: 'none' } } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiTextField: { defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: false } },
      MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: false } },
      MuiTableCell: { styleOverrides: { head: { fontWeight: 600 } } },
      MuiTab: { styleOverrides: { root: { minHeight: 44 } } },
      RaRichTextInput: { styleOverrides: { root: { '& .RaRichTextInput-editorContent .ProseMirror': { '&, &:focus, &:hover': { backgroundColor: 'transparent' }, minHeight: 120, padding: '8px 14px' } } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  }
  return merge({}, defaultTheme, own)
}

/** Warm paper, dark curtain, one accent: the red of theatre seats. Every text has at least 4.5:1 on its ground. */
export const lightTheme = theme('light', {
  primary: { main: '#8c1d40', contrastText: '#fff' }, secondary: { main: '#7a5a12', contrastText: '#fff' }, error: { main: '#b3261e' }, warning: { main: '#8a5200' }, success: { main: '#1d6b38' }, info: { main: '#1f5a8f' },
  background: { default: '#f7f5f2', paper: '#fff' }, text: { primary: '#231f20', secondary: '#625a57' }, divider: 'rgba(35,31,32,.12)',
}, lightChips, '#2a1720')

export const darkTheme = theme('dark', {
  primary: { main: '#f0a3b5', contrastText: '#3a0c1c' }, secondary: { main: '#e2c27a', contrastText: '#33240a' }, error: { main: '#ffb4ab', contrastText: '#5c0a06' }, warning: { main: '#f3c173', contrastText: '#3d2600' }, success: { main: '#9bd8ac', contrastText: '#06371a' }, info: { main: '#a5cff5', contrastText: '#0a2f52' },
  background: { default: '#161214', paper: '#1f1a1d' }, text: { primary: '#f1ecea', secondary: '#b9afac' }, divider: 'rgba(255,255,255,.14)',
}, darkChips, '#201419')
