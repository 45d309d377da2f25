import type { Command, Group } from '../command/types.ts'
import { things } from '../things/index.ts'
import { asJson, passwordStdin } from './options.ts'
import { commandsOf } from './thingCommands.ts'

export { everywhere } from './options.ts'

const session: readonly Command[] = [
  {
    path: ['login'], summary: { fr: 'se connecter', en: 'sign in' },
    about: { fr: 'La session est gardée dans le dossier de configuration de l’utilisateur, lisible par lui seul.', en: 'The session is kept in the user’s configuration folder, readable for him alone.' },
    options: [{ name: 'email', value: { fr: 'ADRESSE', en: 'ADDRESS' }, help: { fr: 'adresse électronique du compte', en: 'e-mail address of the account' } }, passwordStdin],
    examples: ['crm login', 'crm login --server https://coulisses.example.org --email bill@example.org --password-stdin < password.txt'],
    run: async (context, given) => (await import('./login.ts')).login(context, given),
  },
  {
    path: ['logout'], summary: { fr: 'se déconnecter', en: 'sign out' }, examples: ['crm logout'],
    run: async (context) => (await import('./logout.ts')).logout(context),
  },
  {
    path: ['whoami'], summary: { fr: 'qui est connecté', en: 'who is signed in' }, options: [asJson], examples: ['crm whoami --json'],
    run: async (context, given) => (await import('./whoami.ts')).whoami(context, given),
  },
]

const tools: readonly Command[] = [
  {
    path: ['completion'], summary: { fr: 'complétion pour bash, zsh ou fish', en: 'completion for bash, zsh or fish' },
    args: [{ name: { fr: 'SHELL', en: 'SHELL' }, help: { fr: 'bash, zsh ou fish', en: 'bash, zsh or fish' }, choices: ['bash', 'zsh', 'fish'] }],
    examples: ['crm completion bash >> ~/.bashrc', 'crm completion zsh > ~/.zfunc/_coulisses', 'crm completion fish > ~/.config/fish/completions/coulisses.fish'],
    run: async (context, given) => (await import('./completion.ts')).completion(context, given, commands),
  },
  {
    path: ['man'], summary: { fr: 'la page de manuel (troff)', en: 'the manual page (troff)' }, examples: ['crm man | man -l -'],
    run: async (context) => (await import('./man.ts')).man(context, commands),
  },
]

export const commands: readonly Command[] = [...session, ...things.flatMap(commandsOf), ...tools]

export const groups: readonly Group[] = things.map(({ name, about }) => ({ path: [name], summary: about }))
