import { Box, Text, useInput, usePaste, useWindowSize, type Key } from 'ink'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import { cells, layOut, line, type Column } from '../out/table.ts'
import type { Labels } from '../text/labels.ts'
import { textOf } from '../things/shown.ts'
import { fieldOf } from '../things/types.ts'
import type { Controller } from './controller.ts'
import { keyMap, type Stroke } from './keys.ts'
import { Record } from './record.tsx'
import type { Pane, State } from './state.ts'

/** The border, the name and the headings. */
const FRAME = 4

/** The whole screen, for the state as it is. */
export function Screen({ context, controller }: { readonly context: Context; readonly controller: Controller }): ReactNode {
  const state = useSyncExternalStore(controller.subscribe, controller.state)
  const { columns, rows } = useWindowSize()
  useInput((text, key) => { for (const stroke of strokesOf(text, key)) controller.key(stroke) })
  usePaste((text) => controller.key({ text: text.replaceAll(/[\u0000-\u001f]+/g, ' ') }))
  const height = Math.max(8, rows - 1)
  return (
    <Box flexDirection="column" width={columns} height={height}>
      <Box flexDirection="column" flexGrow={1} overflow="hidden">
        <Body context={context} state={state} columns={columns} height={height - 1} />
      </Box>
      <Status context={context} state={state} />
    </Box>
  )
}

function Body({ context, state, columns, height }: { readonly context: Context; readonly state: State; readonly columns: number; readonly height: number }): ReactNode {
  if (state.help) return <Help context={context} />
  if (state.opened) return <Record context={context} opened={state.opened} columns={columns} height={height} />
  const each = Math.floor(height / state.panes.length)
  return state.panes.map((pane, index) => (
    <PaneBox key={pane.thing.name} context={context} pane={pane} focused={index === state.focus} columns={columns} height={each} />
  ))
}

function PaneBox({ context, pane, focused, columns, height }: { readonly context: Context; readonly pane: Pane; readonly focused: boolean; readonly columns: number; readonly height: number }): ReactNode {
  const { locale } = context
  const fields = pane.thing.list.map((name) => fieldOf(pane.thing, name))
  const titles: Column[] = fields.map(({ label, kind }) => ({ title: label[locale], right: kind === 'count' || kind === 'money' }))
  const room = Math.max(1, height - FRAME)
  const first = Math.max(0, Math.min(pane.at - Math.floor(room / 2), pane.rows.length - room))
  const texts = pane.rows.slice(first, first + room).map((row) => cells(fields.map((field) => textOf(field, row, locale))))
  const layout = layOut(titles, texts, columns - 4)
  return (
    <Box flexDirection="column" height={height} borderStyle={focused ? 'bold' : 'single'} borderColor={focused ? 'cyan' : 'gray'} paddingX={1}>
      <Text bold={focused} wrap="truncate">{`${pane.thing.many[locale]} (${pane.rows.length}${pane.more ? '+' : ''})`}</Text>
      <Text dimColor wrap="truncate">{texts.length === 0 ? ' ' : line(titles, cells(titles.map(({ title }) => title)), layout)}</Text>
      {pane.fault === undefined ? null : <Text color="red" wrap="truncate">{pane.fault}</Text>}
      {texts.map((row, index) => (
        <Text key={String(pane.rows[first + index]?.['id'])} inverse={focused && first + index === pane.at} wrap="truncate">{line(titles, row, layout) || ' '}</Text>
      ))}
    </Box>
  )
}

function Help({ context }: { readonly context: Context }): ReactNode {
  return (
    <Box flexDirection="column" borderStyle="single" paddingX={2}>
      <Text bold>{context.say({ fr: 'Clavier', en: 'Keyboard' })}</Text>
      {keyMap.map(([keys, does]) => <Text key={keys + does.en}>{`${keys.padEnd(12)} ${context.say(does)}`}</Text>)}
    </Box>
  )
}

function Status({ context, state }: { readonly context: Context; readonly state: State }): ReactNode {
  const { password, typing, filter, linked, note } = state
  if (password !== undefined) return <Text color="yellow">{`${context.say({ fr: 'Session terminée. Mot de passe', en: 'Session ended. Password' })} : ${'•'.repeat(password.length)}▏`}</Text>
  const asked = typing || filter !== '' ? `/${clean(filter)}${typing ? '▏' : ''}  ` : ''
  return <Text wrap="truncate">{`${asked}${linked ? context.say({ fr: '[client choisi]  ', en: '[chosen client]  ' }) : ''}${note === '' ? context.say(hintFor(state)) : note}`}</Text>
}

/** What the keys do here. */
function hintFor({ help, opened, typing, filter }: State): Labels {
  if (help) return { fr: 'Échap revenir', en: 'Esc back' }
  if (opened?.dispute) return { fr: 'm la mienne  t la sienne', en: 'm mine  t theirs' }
  if (opened?.draft) return { fr: 'Entrée enregistrer  Ctrl-U vider  Échap renoncer', en: 'Enter save  Ctrl-U empty  Esc give up' }
  if (opened) return { fr: '↑ ↓ champ  Entrée modifier  Échap revenir', en: '↑ ↓ field  Enter edit  Esc back' }
  if (typing) return { fr: 'Entrée garder  Échap effacer', en: 'Enter keep  Esc clear' }
  return { fr: `? aide  / filtrer${filter === '' ? '' : ' (Échap : tout)'}  Entrée ouvrir  Tab volet  q quitter`, en: `? help  / filter${filter === '' ? '' : ' (Esc: all)'}  Enter open  Tab pane  q quit` }
}

const single: Readonly<Record<string, Stroke['name']>> = { '\t': 'tab', '\r': 'enter', '\n': 'enter', '\u007f': 'backspace', '\u0008': 'backspace', '\u0015': 'clear', '\u0003': 'leave', '\u001b': 'escape' }

/** Keys that follow each other quickly arrive as one text. */
function strokesOf(text: string, key: Key): Stroke[] {
  const stroke = strokeOf(text, key)
  if (stroke.name !== undefined || [...stroke.text].length < 2) return [stroke]
  return [...stroke.text].map((letter) => (single[letter] === undefined ? { text: letter } : { text: '', name: single[letter] }))
}

function strokeOf(text: string, key: Key): Stroke {
  if (key.ctrl && text === 'c') return { text: '', name: 'leave' }
  if (key.ctrl && text === 'u') return { text: '', name: 'clear' }
  const name = key.upArrow ? 'up' : key.downArrow ? 'down' : key.leftArrow ? 'left' : key.rightArrow ? 'right' : key.return ? 'enter' : key.escape ? 'escape'
    : key.tab ? (key.shift ? 'backtab' : 'tab') : key.backspace || key.delete ? 'backspace' : key.pageUp ? 'pageUp' : key.pageDown ? 'pageDown' : undefined
  return name === undefined ? { text: key.ctrl || key.meta ? '' : text } : { text: '', name }
}
