import type { Labels, Locale } from '../text/labels.ts'
import { exits, optionRow } from './help.ts'
import type { Command, Option } from './types.ts'
import { version } from './version.ts'

const parts = {
  name: { fr: 'NOM', en: 'NAME' }, synopsis: { fr: 'SYNOPSIS', en: 'SYNOPSIS' }, commands: { fr: 'COMMANDES', en: 'COMMANDS' }, options: { fr: 'OPTIONS', en: 'OPTIONS' },
  dates: { fr: 'DATES ET MONTANTS', en: 'DATES AND AMOUNTS' }, environment: { fr: 'ENVIRONNEMENT', en: 'ENVIRONMENT' }, files: { fr: 'FICHIERS', en: 'FILES' }, exit: { fr: 'CODES DE SORTIE', en: 'EXIT STATUS' },
} as const satisfies Record<string, Labels>

const summary: Labels = { fr: 'le CRM événementiel en ligne de commande', en: 'the event company’s CRM on the command line' }
const dates: Labels = {
  fr: 'Les dates s’écrivent comme on les dit : 4 juin 2023 13h, 4 Jun 2023 @ 1PM, demain 9h, lundi 14:30, 04/06/2023 13:00, 2023-06-04T13:00. Elles valent dans le fuseau de l’événement, Europe/Paris sinon. Les montants : 1 234,56 ou 1234.56, en euros sauf mention (USD 20).',
  en: 'Dates are written as they are said: 4 Jun 2023 @ 1PM, 4 juin 2023 13h, tomorrow 9am, monday 14:30, 04/06/2023 13:00 (the day first), 2023-06-04T13:00. They are meant in the time zone of the event, else Europe/Paris. Amounts: 1,234.56 or 1234.56, euros unless said (USD 20).',
}
const environment: readonly (readonly [string, Labels])[] = [
  ['COULISSES_SERVER', { fr: 'adresse du serveur', en: 'address of the server' }],
  ['COULISSES_TOKEN', { fr: 'jeton à employer au lieu de la session gardée, pour les scripts', en: 'token to use instead of the session that is kept, for scripts' }],
  ['XDG_CONFIG_HOME', { fr: 'dossier de configuration, ~/.config sinon', en: 'configuration folder, else ~/.config' }],
  ['NO_COLOR', { fr: 'sans couleurs', en: 'no colours' }],
]
const files: Labels = { fr: 'la session, lisible par son propriétaire seul (mode 600)', en: 'the session, readable by its owner alone (mode 600)' }

/** The manual page, from the same table as everything else. */
export function manPage(commands: readonly Command[], everywhere: readonly Option[], locale: Locale): string {
  return `${[
    `.TH COULISSES 1 "" "coulisses ${version}"`,
    heading('name', locale), `coulisses \\- ${escape(summary[locale])}`,
    heading('synopsis', locale), '.B coulisses crm', escape('COMMAND [OPTIONS]'),
    heading('commands', locale), ...commands.flatMap((command) => entry(command, locale)),
    heading('options', locale), ...everywhere.flatMap((option) => row(optionRow(option, locale))),
    heading('dates', locale), escape(dates[locale]),
    heading('environment', locale), ...environment.flatMap(([name, text]) => row([name, text[locale]])),
    heading('files', locale), ...row(['~/.config/coulisses/session.json', files[locale]]),
    heading('exit', locale), escape(exits[locale]),
  ].join('\n')}\n`
}

const heading = (part: keyof typeof parts, locale: Locale): string => `.SH ${parts[part][locale]}`

function entry({ path, summary: short, about, args = [], options = [], examples }: Command, locale: Locale): string[] {
  return [
    `.SS ${escape([...path, ...args.map(({ name }) => name[locale])].join(' '))}`, escape([short, about].flatMap((text) => (text ? [text[locale]] : [])).join('. ')),
    ...options.flatMap((option) => row(optionRow(option, locale))),
    ...(examples.length === 0 ? [] : ['.PP', '.nf', ...examples.map((example) => escape(`coulisses ${example}`)), '.fi']),
  ]
}

const row = ([name, text]: readonly [string, string]): string[] => ['.TP', `.B ${escape(name)}`, escape(text)]

/** troff takes a backslash, and a point or an apostrophe at the beginning, for its own. */
const escape = (text: string): string => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^([.'])/, '\\&$1')
