import type { Option } from '../command/types.ts'

/** Understood by every command. */
export const everywhere: readonly Option[] = [
  { name: 'help', short: 'h', help: { fr: 'cette aide', en: 'this help' } },
  { name: 'version', help: { fr: 'la version', en: 'the version' } },
  { name: 'server', value: { fr: 'ADRESSE', en: 'ADDRESS' }, help: { fr: 'adresse du serveur (sinon COULISSES_SERVER, puis celui de la dernière connexion)', en: 'address of the server (else COULISSES_SERVER, then that of the last sign-in)' } },
  { name: 'insecure', help: { fr: 'accepter un serveur distant sans https', en: 'accept a distant server without https' } },
  { name: 'lang', value: { fr: 'LANGUE', en: 'LANGUAGE' }, choices: ['fr', 'en'], help: { fr: 'langue (sinon celle de la machine)', en: 'language (else that of the machine)' } },
  { name: 'no-color', help: { fr: 'sans couleurs', en: 'no colours' } },
  { name: 'no-input', help: { fr: 'ne rien demander', en: 'ask nothing' } },
  { name: 'timeout', value: { fr: 'SECONDES', en: 'SECONDS' }, help: { fr: 'attente d’une réponse (sinon 20)', en: 'wait for an answer (else 20)' } },
  { name: 'verbose', short: 'v', help: { fr: 'le détail des erreurs', en: 'details of errors' } },
]

export const asJson: Option = { name: 'json', help: { fr: 'résultat en JSON', en: 'result as JSON' } }
export const asCsv: Option = { name: 'csv', help: { fr: 'résultat en CSV (RFC 4180)', en: 'result as CSV (RFC 4180)' } }
export const surely: Option = { name: 'yes', short: 'y', help: { fr: 'sans demander confirmation', en: 'without asking for confirmation' } }
export const dryRun: Option = { name: 'dry-run', help: { fr: 'dire ce qui se passerait, sans rien modifier', en: 'say what would happen, and change nothing' } }
export const passwordStdin: Option = { name: 'password-stdin', help: { fr: 'mot de passe lu sur l’entrée standard', en: 'password read from standard input' } }
