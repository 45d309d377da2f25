import { openStore, configFolder, type Store } from './remote/store.ts'
import { createRemote, serverOf, type Remote } from './remote/session.ts'
import { colours, type Colours } from './out/colour.ts'
import { openOutput, type Output } from './out/output.ts'
import { flag, text, type Given } from './command/types.ts'
import { misuse } from './failure.ts'
import type * as Later from './later.ts'
import { fill, isLocale, localeOf, type Labels, type Locale, type Values } from './text/labels.ts'

/** What a command works with. */
export interface Context {
  readonly locale: Locale
  readonly verbose: boolean
  /** Somebody sits at a terminal and may be asked. */
  readonly interactive: boolean
  readonly colours: Colours
  readonly out: Output
  /** Opened when it is first needed. */
  readonly remote: Remote
  readonly store: Store
  say(labels: Labels, values?: Values): string
  /** Whoever is asked for the password when the session has ended, instead of a line below. */
  onPassword(ask: (email: string) => Promise<string | undefined>): void
  /** Loads what most commands do without. */
  later(): Promise<typeof Later>
  close(): void
}

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_SERVER = 'http://127.0.0.1:4000'
const DEFAULT_SECONDS = 20

export function localeFor(given: Given, environment: Environment): Locale {
  const asked = text(given, 'lang')
  return asked !== undefined && isLocale(asked) ? asked : localeOf(environment)
}

export function createContext(given: Given, environment: Environment): Context {
  const locale = localeFor(given, environment)
  const say = (labels: Labels, values: Values = {}): string => fill(labels[locale], values)
  const plain = flag(given, 'no-color') || environment['NO_COLOR'] !== undefined || environment['TERM'] === 'dumb'
  const out = openOutput()
  let store: Store | undefined
  let remote: Remote | undefined
  const interactive = process.stdin.isTTY && process.stderr.isTTY && out.terminal && !flag(given, 'no-input')
  let ask = async (email: string): Promise<string | undefined> => (await context.later()).askPasswordAgain(context, email)
  const context: Context = {
    locale, say, out, interactive, verbose: flag(given, 'verbose'), colours: colours(out.terminal && !plain),
    later: () => import('./later.ts'),
    close: () => remote?.close(),
    onPassword: (other) => { ask = other },
    get store() {
      return (store ??= openedStore(context, environment))
    },
    get remote() {
      return (remote ??= createRemote({
        store: context.store, locale, milliseconds: secondsOf(given) * 1_000, token: environment['COULISSES_TOKEN'] || undefined,
        server: serverOf(text(given, 'server') ?? (environment['COULISSES_SERVER'] || (context.store.lastServer() ?? DEFAULT_SERVER)), flag(given, 'insecure')),
        again: interactive ? (email) => ask(email) : undefined, code: interactive ? async () => (await context.later()).askCode(context) : undefined,
      }))
    },
  }
  return context
}

function openedStore(context: Context, environment: Environment): Store {
  const store = openStore(configFolder(environment))
  if (store.repaired) {
    context.out.note(context.say({
      fr: '{path} était lisible par d’autres : c’est corrigé. Si d’autres utilisent cette machine : coulisses crm logout.',
      en: '{path} could be read by others: that is mended. If others use this machine: coulisses crm logout.',
    }, { path: store.path }))
  }
  return store
}

function secondsOf(given: Given): number {
  const said = text(given, 'timeout')
  if (said === undefined) return DEFAULT_SECONDS
  const seconds = Number(said)
  if (!(seconds > 0 && seconds <= 600)) throw misuse({ fr: '--timeout : de 1 à 600 secondes.', en: '--timeout: from 1 to 600 seconds.' })
  return seconds
}
