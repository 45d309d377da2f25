import type { Command, Group, Option } from './types.ts'
import type { Labels, Locale } from '../text/labels.ts'

export interface Topic {
  readonly command: Command | undefined
  readonly path: readonly string[]
  readonly commands: readonly Command[]
  readonly groups: readonly Group[]
  readonly everywhere: readonly Option[]
  readonly locale: Locale
}

const titles = {
  use: { fr: 'Usage', en: 'Usage' }, commands: { fr: 'Commandes', en: 'Commands' }, args: { fr: 'Arguments', en: 'Arguments' }, options: { fr: 'Options', en: 'Options' },
  everywhere: { fr: 'Partout', en: 'Everywhere' }, examples: { fr: 'Exemples', en: 'Examples' }, exit: { fr: 'Codes de sortie', en: 'Exit codes' },
} as const satisfies Record<string, Labels>

const about: Labels = {
  fr: 'Le CRM événementiel en ligne de commande, client de l’API GraphQL de Coulisses.',
  en: 'The event company’s CRM on the command line, a client of the GraphQL API of Coulisses.',
}

export const exits: Labels = {
  fr: '0 fait · 1 refusé ou échoué · 2 mauvais usage · 3 pas connecté · 4 serveur hors d’atteinte · 130 interrompu',
  en: '0 done · 1 refused or failed · 2 wrong use · 3 not signed in · 4 server out of reach · 130 interrupted',
}

const firstExamples = ['crm login', 'crm client list --mine', 'crm contract list --unsigned', 'crm event list --no-support', 'crm event update 109 --attendees 80', 'crm ui']

/** The help of one command, of a group, or of everything. */
export function helpFor(topic: Topic): string {
  return `${(topic.command ? helpOfCommand(topic, topic.command) : helpOfGroup(topic)).join('\n')}\n`
}

function helpOfCommand({ everywhere, locale }: Topic, { path, summary, about: more, args = [], options = [], examples }: Command): string[] {
  return [
    `${titles.use[locale]}: coulisses crm ${[...path, ...args.map(({ name, optional }) => (optional ? `[${name[locale]}]` : name[locale])), ...(options.length > 0 ? ['[OPTIONS]'] : [])].join(' ')}`,
    '', ...[summary, more].flatMap((text) => (text ? [sentence(text[locale])] : [])),
    ...section(titles.args[locale], args.map(({ name, help }) => [name[locale], help[locale]])),
    ...section(titles.options[locale], options.map((option) => optionRow(option, locale))),
    ...section(titles.everywhere[locale], everywhere.map((option) => optionRow(option, locale))),
    ...exampleLines(examples, locale),
  ]
}

function helpOfGroup({ path, commands, groups, everywhere, locale }: Topic): string[] {
  const here = commands.filter((command) => path.every((step, index) => command.path[index] === step))
  const names = [...new Set(here.map((command) => command.path[path.length] ?? ''))]
  const rows = names.map((name): [string, string] => {
    const command = here.find((one) => one.path.length === path.length + 1 && one.path.at(-1) === name)
    const group = groups.find((one) => one.path.join(' ') === [...path, name].join(' '))
    const inside = here.filter((one) => one.path[path.length] === name).map((one) => one.path.at(-1)).join(', ')
    return [name, command ? command.summary[locale] : `${group?.summary[locale] ?? ''} (${inside})`]
  })
  const group = groups.find((one) => one.path.join(' ') === path.join(' '))
  return [
    `${titles.use[locale]}: coulisses crm ${[...path, 'COMMAND'].join(' ')} [OPTIONS]`, '', group ? sentence(group.summary[locale]) : about[locale],
    ...section(titles.commands[locale], rows),
    ...section(titles.everywhere[locale], everywhere.map((option) => optionRow(option, locale))),
    ...exampleLines(path.length === 0 ? firstExamples : here.flatMap(({ examples }) => examples), locale),
    '', `${titles.exit[locale]}: ${exits[locale]}`,
  ]
}

const exampleLines = (examples: readonly string[], locale: Locale): string[] => (examples.length === 0 ? [] : ['', titles.examples[locale], ...examples.map((example) => `  coulisses ${example}`)])

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

export function optionRow({ name, short, value, help, choices }: Option, locale: Locale): [string, string] {
  const names = `${short === undefined ? '' : `-${short}, `}--${name}${value ? ` ${value[locale]}` : ''}`
  return [names, choices ? `${help[locale]} : ${choices.join(', ')}` : help[locale]]
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return []
  const width = Math.min(34, Math.max(...rows.map(([name]) => name.length)))
  return ['', title, ...rows.map(([name, text]) => (name.length > width ? `  ${name}\n  ${' '.repeat(width)}  ${text}` : `  ${name.padEnd(width)}  ${text}`))]
}
