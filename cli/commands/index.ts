import { login } from './login.ts'
import { logout } from './logout.ts'
import { whoami } from './whoami.ts'
import { completion } from './completion.ts'
import { man } from './man.ts'
import { exportTo } from './export.ts'
import { notifications } from './notifications.ts'
import { password } from './password.ts'
import type { Command, Group } from '../command/types.ts'
import { things } from '../things/index.ts'
import { client } from '../things/client.ts'
import { asJson, dryRun, passwordStdin, surely } from './options.ts'
import { commandsOf, filterOptions } from './thingCommands.ts'

export { everywhere } from './options.ts'

const session: readonly Command[] = [
  {
    path: ['login'], summary: { fr: 'se connecter', en: 'sign in' },
    about: { fr: 'La session est gardée dans le dossier de configuration de l’utilisateur, lisible par lui seul.', en: 'The session is kept in the user’s configuration folder, readable for him alone.' },
    options: [{ name: 'email', value: { fr: 'ADRESSE', en: 'ADDRESS' }, help: { fr: 'adresse électronique du compte', en: 'e-mail address of the account' } }, passwordStdin, { name: 'code', value: { fr: 'CHIFFRES', en: 'DIGITS' }, help: { fr: 'code du second facteur, si le compte en a un', en: 'code of the second factor, where the account has one' } }],
    examples: ['crm login', 'crm login --server https://coulisses.example.org --email bill@example.org --password-stdin < password.txt'],
    run: (context, given) => login(context, given),
  },
  {
    path: ['logout'], summary: { fr: 'se déconnecter', en: 'sign out' }, examples: ['crm logout'],
    run: (context) => logout(context),
  },
  {
    path: ['whoami'], summary: { fr: 'qui est connecté', en: 'who is signed in' }, options: [asJson], examples: ['crm whoami --json'],
    run: (context, given) => whoami(context, given),
  },
]

const ownPassword: Command = {
  path: ['password'], summary: { fr: 'changer son mot de passe', en: 'change one’s password' }, examples: ['crm password', 'crm password --password-stdin < both.txt'],
  about: { fr: 'Avec --password-stdin, l’actuel puis le nouveau, une ligne chacun.', en: 'With --password-stdin the current one and then the new one, one line each.' },
  options: [passwordStdin], run: (context, given) => password(context, given),
}

const news: Command = {
  path: ['notifications'], summary: { fr: 'ce qui vous est confié ou signalé', en: 'what you are told or given to do' }, examples: ['crm notifications', 'crm notifications --read'],
  options: [{ name: 'all', help: { fr: 'les lues aussi', en: 'those already read too' } }, { name: 'read', help: { fr: 'les marquer lues', en: 'mark them as read' } }, asJson],
  run: (context, given) => notifications(context, given),
}

const tools: readonly Command[] = [
  {
    path: ['completion'], summary: { fr: 'complétion pour bash, zsh ou fish', en: 'completion for bash, zsh or fish' },
    args: [{ name: { fr: 'SHELL', en: 'SHELL' }, help: { fr: 'bash, zsh ou fish', en: 'bash, zsh or fish' }, choices: ['bash', 'zsh', 'fish'] }],
    examples: ['crm completion bash >> ~/.bashrc', 'crm completion zsh > ~/.zfunc/_coulisses', 'crm completion fish > ~/.config/fish/completions/coulisses.fish'],
    run: (context, given) => completion(context, given, commands),
  },
  {
    path: ['man'], summary: { fr: 'la page de manuel (troff)', en: 'the manual page (troff)' }, examples: ['crm man | man -l -'],
    run: (context) => man(context, commands),
  },
]

const fileName = { name: { fr: 'FICHIER', en: 'FILE' }, help: { fr: 'un fichier CSV', en: 'a CSV file' } } as const

const files: readonly Command[] = [
  {
    path: ['import', 'clients'], summary: { fr: 'créer des clients depuis un fichier CSV', en: 'create clients from a CSV file' }, args: [fileName],
    about: { fr: 'Chaque ligne est d’abord essayée, et il est dit ce qu’elle deviendrait. Une seule ligne refusée, et rien n’est importé.', en: 'Each line is tried first, and it is said what would become of it. One line refused, and nothing is imported.' },
    options: [dryRun, { name: 'good-lines', help: { fr: 'importer les autres lignes quand il y en a de refusées', en: 'import the other lines when some are refused' } }, surely, asJson],
    examples: ['crm import clients clients.csv --dry-run', 'crm import clients clients.csv --yes'], run: async (context, given) => (await context.later()).importFile(client, context, given),
  },
  {
    path: ['import', 'undo'], summary: { fr: 'retirer tout ce qu’un import a créé', en: 'take back all that an import created' }, options: [dryRun, surely],
    args: [{ name: { fr: 'IMPORT', en: 'IMPORT' }, optional: true, help: { fr: 'son nom ; sinon le dernier', en: 'its name; else the last one' } }],
    examples: ['crm import undo', 'crm import undo 20261129T090000 --yes'], run: async (context, given) => (await context.later()).importUndo(context, given),
  },
  { path: ['import', 'list'], summary: { fr: 'les imports qui peuvent être retirés', en: 'the imports that can be taken back' }, examples: ['crm import list'], run: async (context) => (await context.later()).importList(context) },
  ...things.map((thing): Command => ({
    path: ['export', `${thing.name}s`], summary: { fr: `${thing.many.fr.toLowerCase()}, tous, en CSV ou JSON`, en: `${thing.many.en.toLowerCase()}, all of them, as CSV or JSON` }, args: [{ ...fileName, optional: true }],
    options: [...filterOptions(thing), asJson], examples: [`crm export ${thing.name}s ${thing.name}s.csv`], run: (context, given) => exportTo(thing, context, given),
  })),
]

const screen: Command = {
  path: ['ui'], summary: { fr: 'tout, en plein écran', en: 'everything, on the whole screen' },
  about: { fr: 'Trois volets : clients, contrats, événements. ? donne le clavier.', en: 'Three panes: clients, contracts, events. ? shows the keyboard.' },
  examples: ['crm ui'], run: async (context) => (await context.later()).ui(context),
}

export const commands: readonly Command[] = [...session, ...things.flatMap(commandsOf), ownPassword, news, ...files, screen, ...tools]

export const groups: readonly Group[] = [
  ...things.map(({ name, about }) => ({ path: [name], summary: about })),
  { path: ['import'], summary: { fr: 'Créer depuis des fichiers', en: 'Create from files' } },
  { path: ['export'], summary: { fr: 'Tout, dans des fichiers', en: 'All of it, in files' } },
]
