import { version } from './command/version.ts'
import { helpFor } from './command/help.ts'
import { commands, everywhere, groups } from './commands/index.ts'
import { parse, type Parsed } from './command/parse.ts'
import { createContext, localeFor, type Context } from './context.ts'
import { Failure } from './failure.ts'
import { clean } from './out/clean.ts'
import { fill, localeOf, type Locale } from './text/labels.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** One command line, from its words to its exit code. */
export async function run(line: readonly string[], environment: Environment): Promise<number> {
  let locale = spokenLocale(line, environment)
  let context: Context | undefined
  let command = ''
  const verbose = line.includes('--verbose') || line.includes('-v')
  const stop = async (error: unknown): Promise<number> => {
    const exit = tell(error, locale, verbose)
    if (isOurs(error)) await report(error, command, context, environment)
    return exit
  }
  // What no command waited for ends it all the same.
  process.once('uncaughtException', async (thrown) => { process.exit(await stop(thrown)) })
  try {
    const parsed = parse(line[0] === 'crm' ? line.slice(1) : line, commands, everywhere)
    locale = localeFor(parsed.given, environment)
    command = parsed.command?.path.join(' ') ?? ''
    if (await helped(parsed, locale)) return parsed.command || parsed.given.options.size > 0 ? 0 : 2
    context = createContext(parsed.given, environment)
    await parsed.command?.run(context, parsed.given)
    return 0
  } catch (error) {
    return await stop(error)
  } finally {
    if (context) closed(context)
  }
}

/** Help and version need neither a server nor a session. */
async function helped({ command, path, given }: Parsed, locale: Locale): Promise<boolean> {
  if (given.options.has('version')) {
    process.stdout.write(`coulisses ${version}\n`)
    return true
  }
  if (command && !given.options.has('help')) return false
  const shown = helpFor({ command, path, commands, groups, everywhere, locale })
  ;(command || given.options.size > 0 ? process.stdout : process.stderr).write(shown)
  return true
}

/** Before the line is understood, its language is looked for as it stands. */
function spokenLocale(line: readonly string[], environment: Environment): Locale {
  const said = line.find((word, index) => word === '--lang=fr' || word === '--lang=en' || line[index - 1] === '--lang')?.replace('--lang=', '')
  return said === 'fr' || said === 'en' ? said : localeOf(environment)
}

function tell(error: unknown, locale: Locale, verbose: boolean): number {
  const failure = error instanceof Failure ? error : unforeseen(error)
  const text = fill(failure.text[locale], failure.values)
  process.stderr.write(`coulisses: ${clean(text)}\n`)
  if (verbose) for (const detail of failure.details) process.stderr.write(`  ${clean(detail)}\n`)
  return failure.exit
}

function unforeseen(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = code === 'ENOSPC' ? 'ENOSPC, disk full' : error instanceof Error ? error.message : String(error)
  return new Failure(1, { fr: 'Erreur inattendue : {reason}.', en: 'Unexpected error: {reason}.' }, { reason }, error instanceof Error ? (error.stack ?? '').split('\n') : [])
}

/** Neither refused nor the machine's: a full disk, a file that is not there are no faults of this program. */
const isOurs = (error: unknown): error is Error => error instanceof Error && !(error instanceof Failure) && !('syscall' in error) && !('errno' in error)

/** Loaded only when something broke. */
async function report(error: Error, command: string, context: Context | undefined, environment: Environment): Promise<void> {
  const { tellFault } = await import('./fault.ts')
  await tellFault(error, { command, remote: context && remoteOf(context), dsn: environment['COULISSES_SENTRY_DSN'] || environment['SENTRY_DSN'] || undefined })
}

/** The server, where it can be named at all. */
function remoteOf(context: Context): Context['remote'] | undefined {
  try {
    return context.remote
  } catch {
    return undefined
  }
}

function closed(context: Context): void {
  context.out.progress('')
  context.close()
}
