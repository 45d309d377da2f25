import type { Labels } from '../text/labels.ts'

/** A key as the program sees it. */
export interface Stroke {
  /** What was typed, or pasted. */
  readonly text: string
  readonly name?: 'up' | 'down' | 'left' | 'right' | 'enter' | 'escape' | 'tab' | 'backtab' | 'backspace' | 'pageUp' | 'pageDown' | 'clear' | 'leave' | undefined
}

/** What the keys do: shown on `?`. */
export const keyMap: readonly (readonly [keys: string, Labels])[] = [
  ['Tab  ← →', { fr: 'volet suivant, précédent', en: 'next, previous pane' }],
  ['↑ ↓  j k', { fr: 'ligne suivante, précédente', en: 'next, previous row' }],
  ['PgUp PgDn', { fr: 'dix lignes', en: 'ten rows' }],
  ['/', { fr: 'filtrer pendant la frappe ; Entrée garde, Échap efface', en: 'filter while typing; Enter keeps, Esc clears' }],
  ['l', { fr: 'contrats et événements du client choisi seulement', en: 'contracts and events of the chosen client only' }],
  ['Enter', { fr: 'ouvrir la fiche ; puis modifier le champ', en: 'open the record; then edit the field' }],
  ['← →', { fr: 'dans un choix : valeur suivante, précédente', en: 'in a choice: next, previous value' }],
  ['Ctrl-U', { fr: 'vider ce qui est saisi', en: 'empty what is typed' }],
  ['r', { fr: 'relire', en: 'read again' }],
  ['Esc', { fr: 'revenir', en: 'go back' }],
  ['?', { fr: 'cette aide', en: 'this help' }],
  ['q  Ctrl-C', { fr: 'quitter', en: 'leave' }],
]

/** What is typed, after a key. */
export function typedOn(typed: string, text: string, name: Stroke['name']): string {
  if (name === 'backspace') return [...typed].slice(0, -1).join('')
  if (name === 'clear') return ''
  return name === undefined ? typed + text : typed
}
